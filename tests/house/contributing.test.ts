import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OTHER_KINDS, TEST_KINDS } from "../setup/test-projects.ts";

const PAGE = readFileSync("CONTRIBUTING.md", "utf8");

/** Rows of the tables of a section, as their cells. */
function rowsUnder(heading: string): string[][] {
  const section = PAGE.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.slice(1, -1).split("|"))
    .map((cells) => cells.map((cell) => cell.trim()));
}

test("CONTRIBUTING.md can be read in one go", () => {
  expect(PAGE.split("\n").length).toBeLessThanOrEqual(150);
});

test("CONTRIBUTING.md has a row for every room of the house", () => {
  const rooms = ["functions", "infra"].flatMap((house) =>
    readdirSync(house, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `\`${house}/${name}\``),
  );
  const named = rowsUnder("The rooms").map(([room = ""]) => room);
  expect(rooms.length).toBeGreaterThan(5);
  expect(named.filter((name) => name.includes("/")).sort()).toEqual(rooms.sort());
});

test("CONTRIBUTING.md has a row for every kind of test, with the names of its files", () => {
  const rows = rowsUnder("Tests");
  const missing = [...TEST_KINDS, ...OTHER_KINDS].filter(({ name, include: [pattern] }) => {
    const folder = /^(tests\/[\w/]+)\/\*\*/.exec(pattern)?.[1];
    const suffix = /\*\.(\w+)\.test\.ts$/.exec(pattern)?.[1];
    const files = folder ?? (suffix ? `*.${suffix}.test.ts` : "*.test.ts");
    return !rows.some(([first = "", kind]) => kind === name && first.includes(`\`${files}\``));
  });
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test("CONTRIBUTING.md names the width of lines to which Biome formats", () => {
  const { formatter } = JSON.parse(readFileSync("biome.json", "utf8"));
  expect(PAGE).toContain(`${formatter.lineWidth} columns`);
});
