import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** `(?i:…)`, `(?-i:…)`, `(?is-m:…)`. */
const MODIFIER = /\(\?(?:[ims]+(?:-[ims]+)?|-[ims]+):/;

test("no regular expression changes its flags within, which V8 answers now so and now otherwise", () => {
  const files = globSync(["functions/**/*.{ts,tsx,js}", "infra/**/*.{ts,js}"]);
  expect(files.length).toBeGreaterThan(500);
  expect(MODIFIER.test("(?i:a)")).toBe(true);
  expect(
    files.filter((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .some((line) => MODIFIER.test(line) && !line.trimStart().startsWith("*")),
    ),
  ).toEqual([]);
});
