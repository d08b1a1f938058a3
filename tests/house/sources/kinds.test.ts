import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  FOLDER_PATTERN,
  kindOfSegment,
  PUBLICATION_KINDS,
  SEGMENT_PATTERN,
  SITEMAP_PATTERN,
  UNIT_KINDS,
  unitKindOf,
} from "../../../functions/domain/kinds.ts";
import { sourceFiles } from "../../worlds/sources/source-files.ts";

/** A list of kinds, of their segments or of their folders, in a pattern or as an array. */
const LISTS = [
  /\b(?:release|event|kit)s?\|(?:release|event|kit)s?\b/,
  /"(?:release|event|kit)s?",\s*"(?:release|event|kit)s?"/,
];

const listsIn = (source: string): string[] =>
  source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => !/^(?:\*|\/\/|\/\*)/.test(line) && LISTS.some((pattern) => pattern.test(line)));

/** Files that list them for another reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  "functions/domain/kinds.ts": "It is the table.",
  "functions/domain/api/resource-parts.ts":
    "Relations of a publication to others, in the order of the API's document.",
};

test("no file but the table lists the kinds of publications", () => {
  const files = [...sourceFiles("functions"), ...sourceFiles("infra")].filter((file) => !(file in ALLOWED));
  const found = files.flatMap((file) =>
    listsIn(readFileSync(file, "utf8")).map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

test.each(['const KINDS = ["release", "event"];', "if (/^(releases|events|kits)\\//.test(path)) return;"])(
  "a list of kinds is found: %s",
  (line) => {
    expect(listsIn(line)).toEqual([line]);
  },
);

test("lists and patterns are made of the table", () => {
  expect(UNIT_KINDS).toEqual(["release", "event", "kit", "page"]);
  expect(PUBLICATION_KINDS).toEqual(["release", "event", "kit"]);
  expect([SEGMENT_PATTERN, FOLDER_PATTERN, SITEMAP_PATTERN]).toEqual([
    "releases|events|kits",
    "releases|events|media-kits|pages",
    "releases|events|kits|pages",
  ]);
  expect(["release/1", "page/1", "site", "series/a", "release"].map(unitKindOf)).toEqual([
    "release",
    "page",
    undefined,
    undefined,
    undefined,
  ]);
  expect(["events", "pages", ""].map(kindOfSegment)).toEqual(["event", undefined, undefined]);
});
