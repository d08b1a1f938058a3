import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../functions/domain/language.ts";
import { circles } from "../worlds/sources/circles.ts";
import { sourceFiles } from "../worlds/sources/source-files.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Rooms of the house, and the rooms that each may import from beside itself. `infra/aws` may name, not use; of the
 * API it packs the OpenAPI document into a bundle, and the edge answers in words of the messages.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "functions/domain": [],
  "functions/storage": ["functions/domain"],
  "functions/rendering": ["functions/domain"],
  "functions/workflows": ["functions/domain", "functions/storage", "functions/rendering"],
  "functions/http": ["functions/domain", "functions/storage", "functions/rendering", "functions/workflows"],
  "functions/lambda": [
    "functions/domain",
    "functions/storage",
    "functions/rendering",
    "functions/workflows",
    "functions/http",
  ],
  "infra/aws": [
    "functions/domain",
    "functions/storage",
    "functions/rendering/api",
    "functions/rendering/messages",
  ],
  "infra/local": [
    "functions/domain",
    "functions/storage",
    "functions/rendering",
    "functions/workflows",
    "functions/http",
    "infra/aws/edge",
  ],
  "infra/cli": [
    "functions/domain",
    "functions/storage",
    "functions/rendering",
    "functions/workflows",
    "functions/http",
    "infra/local",
    "infra/aws",
  ],
  "infra/artwork": ["functions/domain", "functions/workflows", "infra/cli", "infra/local"],
};

const ROOMS = Object.keys(MAY_IMPORT);

test.each(ROOMS)("%s imports only from the rooms before it", (room) => {
  const steps = sourceFiles(join(ROOT, room)).flatMap((file) =>
    importsOf(file)
      .map((target) => ({ file: relative(ROOT, file), target: relative(ROOT, target) }))
      .filter(({ target }) => !isWithin(target, [room, ...(MAY_IMPORT[room] ?? [])])),
  );
  expect(steps).toEqual([]);
});

test("no files import each other in a circle, not even types", () => {
  const files = ["functions", "infra", "tests"].flatMap((folder) => sourceFiles(join(ROOT, folder)));
  const graph = new Map(files.map((file) => [relative(ROOT, file), new Set(importsOf(file).map(short))]));
  expect(circles(graph)).toEqual([]);
});

test("no folders import each other in a circle, not even types", () => {
  const files = ["functions", "infra"].flatMap((folder) => sourceFiles(join(ROOT, folder)));
  const graph = new Map<string, Set<string>>();
  for (const file of files)
    for (const target of importsOf(file)) {
      const [from, to] = [dirname(short(file)), dirname(short(target))];
      if (from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
    }
  expect(circles(graph)).toEqual([]);
});

/** Names that every message catalogue, and every function of AWS, has. */
const SHARED_NAMES: readonly string[] = [...LANGUAGES, "handler"];
const EXPORTED = /^export (?:async )?(?:abstract )?(?:function\*?|const|class|interface|type) (\w+)/gm;

test("no name is exported by two files", () => {
  const files = ["functions", "infra"].flatMap((folder) => sourceFiles(join(ROOT, folder)));
  const places = new Map<string, Set<string>>();
  for (const file of files)
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(EXPORTED))
      places.set(name, (places.get(name) ?? new Set()).add(short(file)));
  const twice = [...places].filter(([name, { size }]) => size > 1 && !SHARED_NAMES.includes(name));
  expect(twice.map(([name, found]) => `${name}: ${[...found].join(", ")}`)).toEqual([]);
});

test("no function or constant is exported twice, not even by its overloads", () => {
  const files = ["functions", "infra"].flatMap((folder) => sourceFiles(join(ROOT, folder)));
  const values = /^export (?:async )?(?:function\*?|const) (\w+)/gm;
  const names = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(values)].map(([, name = ""]) => name),
  );
  const twice = names.filter((name, i) => names.indexOf(name) !== i && !SHARED_NAMES.includes(name));
  expect(twice).toEqual([]);
});

test("no folder of sources or tests holds more than 25 files of its own", () => {
  const files = ["functions", "infra", "tests"].flatMap((folder) => sourceFiles(join(ROOT, folder)));
  const counts = new Map<string, number>();
  for (const folder of files.map((file) => dirname(short(file))))
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
});

test("a circle is found wherever one enters it", () => {
  const graph = (...steps: readonly [string, string][]) =>
    new Map(
      steps.map(([from]) => [from, new Set(steps.flatMap(([each, to]) => (each === from ? [to] : [])))]),
    );
  expect(circles(graph(["a", "b"], ["b", "c"], ["c", "b"], ["c", "d"]))).toEqual([["b", "c"]]);
  expect(circles(graph(["a", "b"], ["b", "c"], ["a", "c"]))).toEqual([]);
});

test("no file of the product is longer than 300 lines", () => {
  const files = ["functions", "infra"].flatMap((folder) => sourceFiles(join(ROOT, folder)));
  const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > 301);
  expect(long.map((file) => relative(ROOT, file))).toEqual([]);
});

/** Files that a source imports by a relative path. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const paths = [...source.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(
    (match) => match[1] ?? "",
  );
  return paths.map((path) => resolve(dirname(file), path));
}

const short = (file: string) => relative(ROOT, file);

function isWithin(path: string, rooms: readonly string[]): boolean {
  return rooms.some((room) => path.startsWith(`${room}/`));
}
