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

test.each([
  ["infra/aws/edge/viewer-request.js", 4],
  ["infra/local/edge/edge-headers.ts", 2],
  ["infra/aws/delivery/web-acl.ts", 1],
])("%s names every language of the newsroom wherever it lists them", (file, count) => {
  const lists = languageListsIn(readFileSync(file, "utf8"));
  expect(lists).toHaveLength(count);
  expect(new Set(lists)).toEqual(new Set([LANGUAGES.join("|")]));
});

test("the API's example of a refused language allows every language", () => {
  const source = readFileSync("functions/rendering/api/openapi-responses.ts", "utf8");
  expect(languageListsIn(source)).toContain(LANGUAGES.join("|"));
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
