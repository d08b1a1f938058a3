import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../functions/domain/language.ts";

/** Lists of languages that no compiler compares, by the file: in patterns, in plain JavaScript, in pages as text. */
function languageListsIn(source: string): string[] {
  const marked = [...source.matchAll(/<p lang="(\w\w)">/g)].map(([, language]) => language);
  return [
    ...[...source.matchAll(/\((?:\?:)?((?:\w\w\|)+\w\w)\)/g)].map(([, list = ""]) => list),
    ...[...source.matchAll(/\[((?:"\w\w", )+"\w\w")\]/g)].map(([, list = ""]) =>
      list.replaceAll('"', "").replaceAll(", ", "|"),
    ),
    ...[...source.matchAll(/\{((?:\s*\w\w: "[^"]*",){2,}\s*)\}/g)].map(([, words = ""]) =>
      [...words.matchAll(/(\w\w): "/g)].map(([, language]) => language).join("|"),
    ),
    ...(marked.length > 0 ? [marked.join("|")] : []),
  ];
}

test("no file of the product lists the languages of the newsroom beside the tables of languages", () => {
  const files = globSync(["functions/**/*.{ts,tsx,js}", "infra/**/*.{ts,tsx,js}"]);
  expect(files.length).toBeGreaterThan(500);
  const listing = files.filter((file) =>
    languageListsIn(readFileSync(file, "utf8")).includes(LANGUAGES.join("|")),
  );
  expect(listing.toSorted()).toEqual([
    "functions/rendering/api/openapi-examples.ts", // the languages of one session
  ]);
});

test("docs/deploy.md says of every alarm what it means", () => {
  const sources = globSync("infra/aws/*alarms.ts").map((file) => readFileSync(file, "utf8"));
  const names = sources.flatMap((source) =>
    [...source.matchAll(/\balarms?(?:\.add)?\(\s*"(\w+)"/g)].map(([, name = ""]) => name),
  );
  expect(names.length).toBeGreaterThan(20);
  const page = readFileSync("docs/deploy.md", "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  expect(names.filter((name) => !rows.some((row) => row.split(" | ")[0]?.includes(`\`${name}\``)))).toEqual(
    [],
  );
});
