import { expect, test } from "vitest";
import { outcomeInWords, progressOn } from "../../../infra/cli/console/publish-words.ts";

const OUTCOME = {
  created: 3,
  changed: 1,
  removed: 0,
  left: 24,
  files: 5,
  bytes: 2_123_456,
  invalidated: 12,
  refused: 0,
  held: [],
};

test("what a publication came to is one sentence", () => {
  expect(outcomeInWords(OUTCOME, { dryRun: false, caches: true })).toBe(
    "Created 3, changed 1, removed 0, left 24 as they were; 5 files uploaded (2.1 MB); invalidated 12 addresses.",
  );
  expect(outcomeInWords({ ...OUTCOME, files: 0 }, { dryRun: true, caches: false })).toBe(
    "A dry run, nothing was written. Created 3, changed 1, removed 0, left 24 as they were.",
  );
});

function shown(isTTY: boolean, differing: number): string[] {
  const texts: string[] = [];
  const progress = progressOn({ isTTY, write: (text) => texts.push(text) });
  progress.report({ kind: "started", units: differing, differing });
  for (let n = 1; n <= differing; n++)
    progress.report({ kind: "unit", folder: `releases/r${n}`, outcome: "created" });
  progress.end();
  return texts;
}

test("a log gets a line for each unit, or for each hundred when there are many", () => {
  expect(shown(false, 2)).toEqual(["created releases/r1\n", "created releases/r2\n"]);
  expect(shown(false, 250)).toEqual(["100 of 250\n", "200 of 250\n"]);
});

test("a terminal gets one line that changes and is gone at the end", () => {
  const texts = shown(true, 2);
  expect(texts.join("")).not.toContain("\n");
  expect(texts.at(-2)).toBe("\r\u001b[K2 of 2  releases/r2");
  expect(texts.at(-1)).toBe("\r\u001b[K");
});
