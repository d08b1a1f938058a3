import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "../../worlds/sources/source-files.ts";

const lines = (folder: string): { file: string; line: string }[] =>
  sourceFiles(folder).flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => !/^(?:\*|\/\/|\/\*)/.test(line))
      .map((line) => ({ file, line: line.replace(/ \/\/ .*$/, "") })),
  );

/** Places of the stores where nothing is a value like any other, and why. */
const STORED_NOTHING: readonly [file: string, line: RegExp, why: string][] = [
  [
    "functions/storage/newsroom/parse-key.ts",
    /parts\[i\] \?\? ""/,
    "A key that is short of a part has an empty one.",
  ],
  [
    "functions/storage/dynamodb/write-units.ts",
    /value\.S \?\? ""/,
    "What is no string weighs nothing as one.",
  ],
];

test("a row of a table that lacks an attribute is an error, and not a row with an empty one", () => {
  const hidden = lines("functions/storage").filter(({ line }) => /\?\? (?:""|''|\{ N:|now\b)/.test(line));
  const unexplained = hidden.filter(
    ({ file, line }) => !STORED_NOTHING.some(([known, pattern]) => known === file && pattern.test(line)),
  );
  expect(unexplained).toEqual([]);
});

test("whoever asks for the latest of instants of which one is there uses what answers one", () => {
  const hidden = lines("functions").filter(({ line }) =>
    /\b(?:latest|earliest)\(\[.*\]\)\)? \?\? /.test(line),
  );
  expect(hidden).toEqual([]);
});

test("no type is silenced in the functions: nothing is cast to any, nor by way of unknown", () => {
  const silenced = lines("functions").filter(({ line }) =>
    /\bas any\b|\bas unknown as\b|@ts-(?:ignore|expect-error)/.test(line),
  );
  expect(silenced).toEqual([]);
});

test.each(STORED_NOTHING)("%s still has %s: %s", (file, pattern) => {
  expect(readFileSync(file, "utf8")).toMatch(pattern);
});
