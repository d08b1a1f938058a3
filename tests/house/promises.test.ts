import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const TESTS = readdirSync("tests", { recursive: true, encoding: "utf8" }).map((path) => `tests/${path}`);
const NAMED = /[\w./-]+\.test\.ts/g;

/** Pages on which every paragraph and every row of a table promises something. */
const PROMISING = ["docs/registration.md", "docs/privacy.md"];

/** Tests that a text names which are not there. */
const missingIn = (text: string): string[] =>
  [...text.matchAll(NAMED)]
    .map(([name]) => name)
    .filter((name) => !TESTS.some((path) => path === name || path.endsWith(`/${name}`)));

/** Paragraphs, and rows of tables without their heads, that name no test. */
function unprovenIn(text: string): string[] {
  const blocks = text
    .replaceAll(/^```[\s\S]*?^```$/gm, "")
    .split(/\n{2,}/)
    .filter((block) => !/^(?:#|!\[)/.test(block));
  return blocks
    .flatMap((block) => (block.startsWith("|") ? block.trim().split("\n").slice(2) : [block]))
    .filter((each) => each.trim() !== "" && !each.includes(".test.ts"));
}

const pages = readdirSync("docs").filter((name) => name.endsWith(".md"));
test.each(pages)("each test that %s names is there", (name) => {
  expect(missingIn(readFileSync(`docs/${name}`, "utf8"))).toEqual([]);
});

/** Says where to look or what to decide, and promises nothing. */
const WITHOUT_PROMISE = [
  "How people register, and how those who organise work with it.",
  "> **Decide where personal data may live",
  "All commands work on the newsroom that runs here",
];

test.each(PROMISING)("every paragraph and row of %s names the test that holds it", (page) => {
  const unproven = unprovenIn(readFileSync(page, "utf8"));
  const left = unproven.filter((each) => !WITHOUT_PROMISE.some((beginning) => each.startsWith(beginning)));
  expect(left).toEqual([]);
});

test("a page that names a test that is not there, or none, would be seen", () => {
  expect(missingIn("as `no-such.test.ts` and `tests/house/imports.test.ts` hold")).toEqual([
    "no-such.test.ts",
  ]);
  expect(unprovenIn("# A\n\n| a | b |\n|---|---|\n| c | d |\n| e | `x.test.ts` |\n\nWords.")).toEqual([
    "| c | d |",
    "Words.",
  ]);
});
