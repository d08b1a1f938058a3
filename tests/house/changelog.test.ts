import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const HEADINGS = [...readFileSync("CHANGELOG.md", "utf8").matchAll(/^## (.*)$/gm)].map(
  ([, words = ""]) => words,
);
const [first, ...released] = HEADINGS;

/** `0.1.0` of the heading `0.1.0 – 2026-11-30`; undefined for one of another form. */
const versionOf = (heading: string) => /^(\d+\.\d+\.\d+) – \d{4}-\d\d-\d\d$/.exec(heading)?.[1];

test("CHANGELOG.md begins with what is unreleased; each section below is a version with its day", () => {
  expect(first).toBe("Unreleased");
  expect(released.filter((heading) => !versionOf(heading))).toEqual([]);
});

test("the newest version of CHANGELOG.md is that of package.json, and older ones follow in order", () => {
  const versions = released.map((heading) => versionOf(heading) ?? "");
  const byNumber = new Intl.Collator("en", { numeric: true });
  expect(versions[0]).toBe(packageJson.version);
  expect(versions).toEqual(versions.toSorted((one, other) => byNumber.compare(other, one)));
});

test("every version whose records are frozen has a section in CHANGELOG.md", () => {
  const frozen = globSync("tests/fixtures/*.*").map((folder) => basename(folder));
  expect(frozen.length).toBeGreaterThan(0);
  expect(frozen.filter((version) => !released.some((heading) => heading.startsWith(`${version}.`)))).toEqual(
    [],
  );
});
