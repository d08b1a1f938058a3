import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "../worlds/sources/source-files.ts";

test("every refusal is explained, and nothing else is", () => {
  const source = readFileSync("functions/domain/refusal.ts", "utf8");
  const union = source.slice(source.indexOf("type RefusalCode"), source.indexOf(";"));
  const codes = [...union.matchAll(/"([a-z-]+)"/g)].map((match) => match[1]);
  const explained = [...readFileSync("docs/refusals.md", "utf8").matchAll(/^### ([a-z-]+)$/gm)].map(
    (match) => match[1],
  );
  expect(codes.length).toBeGreaterThan(0);
  expect(explained.toSorted()).toEqual(codes.toSorted());
});

test("a refusal is put into words in one place, for terminals and for pages alike", () => {
  const putting = ["functions", "infra"]
    .flatMap(sourceFiles)
    .filter((file) => /\bmessage\} \$\{(?:\w+\.)?help\}/.test(readFileSync(file, "utf8")));
  expect(putting).toEqual(["functions/domain/refusal.ts"]);
});
