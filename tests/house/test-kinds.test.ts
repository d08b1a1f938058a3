import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LONG_FILES } from "../setup/test-projects.ts";
import { importGraph } from "../worlds/sources/import-graph.ts";

const FILES = globSync("tests/**/*.test.{ts,tsx}");
const SOURCES = new Map(globSync("tests/**/*.ts").map((file) => [file, readFileSync(file, "utf8")]));
/** Modules that take what a set-up provides, as the address of DynamoDB Local. */
const INJECTING = [...SOURCES]
  .filter(([, source]) => /import \{[^}]*\binject\b[^}]*\} from "vitest"/.test(source))
  .map(([file]) => file);
const SAMPLE_FILES = "tests/worlds/content/content.ts";

const graph = importGraph();

/** What a file needs, by what it imports: the name of the kind of tests in which it can run. */
function neededBy(file: string): "browser" | "media" | "table" | "pure" {
  const reached = [file, ...graph.reachedBy(file)];
  if (reached.includes("playwright-core")) return "browser";
  if (reached.some((path) => [SAMPLE_FILES, "sharp", "exiftool-vendored"].includes(path))) return "media";
  return reached.some((path) => INJECTING.includes(path)) ? "table" : "pure";
}

/** Kinds that provide what the other needs, and are chosen for something else. */
const OTHERWISE = /^tests\/journeys\/|\.(?:interop|long)\.test\.ts$/;

test("the name of every test file says what it needs", () => {
  const wrong = FILES.filter((file) => !OTHERWISE.test(file)).flatMap((file) => {
    const [, named = "pure"] = /\.(\w+)\.test\.tsx?$/.exec(file) ?? [];
    return named === neededBy(file) ? [] : [`${file} needs ${neededBy(file)}`];
  });
  expect(wrong).toEqual([]);
});

test("every file that asks how much to do is run by test:long, and no other", () => {
  const asking = FILES.filter((file) => /\b(?:atScale|casesOf)\(/.test(SOURCES.get(file) ?? ""));
  expect(asking.sort()).toEqual([...LONG_FILES].sort());
});

test("no test waits for more than a minute, but journeys and long runs", () => {
  const patient = FILES.filter((file) => !OTHERWISE.test(file)).filter((file) =>
    [...(SOURCES.get(file) ?? "").matchAll(/(?:timeout:|\},|,\n) *(\d[\d_]*),?\n?\s*[)}]/g)].some(
      ([, ms = ""]) => Number(ms.replaceAll("_", "")) > 60_000,
    ),
  );
  expect(patient).toEqual([]);
});
