import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { BOOKING_STATES } from "../../functions/domain/registration/booking.ts";
import { sourceFiles } from "../worlds/sources/source-files.ts";

const PAGES = ["docs/architecture.md", "docs/map.md", "docs/how-to-add.md"] as const;
const textOf = (page: string) => readFileSync(page, "utf8");

const ROOMS = ["functions", "infra"].flatMap((part) => foldersIn(part).map((name) => `${part}/${name}`));

/** Paths of this repository in code spans; NAME stands for any. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:functions|infra|tests|docs|content)\/[\w./-]+)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !path.includes("NAME"));

/** The first cells of the rows of a table that begin with such a path. */
const rowsIn = (text: string): string[] =>
  [...text.matchAll(/^\| \[?`((?:functions|infra|tests)\/[\w/-]+)`/gm)].map(([, path = ""]) => path);

/** Fenced pictures of a page. */
const picturesIn = (page: string): string[] =>
  [...textOf(page).matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, picture = ""]) => picture);

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** Every folder below that holds files itself. */
const foldersWithFiles = (folder: string): string[] => [...new Set(sourceFiles(folder).map(dirname))].sort();

test.each(PAGES)("every file and folder that %s names is there", (page) => {
  const named = pathsIn(textOf(page));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("the architecture's table has every room, and nothing else", () => {
  expect(rowsIn(textOf("docs/architecture.md")).sort()).toEqual(ROOMS.toSorted());
});

test("the map has a row for every folder of the product that holds files, in every room", () => {
  const rows = rowsIn(textOf("docs/map.md")).filter((path) => !path.startsWith("tests/"));
  expect(rows.toSorted()).toEqual(["functions", "infra"].flatMap(foldersWithFiles));
});

test("the map has a row for every folder of the tests' worlds, and the files that it names are there", () => {
  const text = textOf("docs/map.md");
  const rows = rowsIn(text).filter((path) => path.startsWith("tests/"));
  expect(rows.toSorted()).toEqual(foldersWithFiles("tests/worlds").filter((each) => each !== "tests/worlds"));
  const missing = rows.flatMap((row) => {
    const line = text.split("\n").find((each) => each.startsWith(`| \`${row}\``)) ?? "";
    const files = [...line.matchAll(/`([\w-]+\.ts)`/g)].map(([, file = ""]) => `${row}/${file}`);
    return files.length === 0 ? [row] : files.filter((file) => !existsSync(file));
  });
  expect(missing).toEqual([]);
});

test("the map names every other folder of the tests", () => {
  const named = pathsIn(textOf("docs/map.md"));
  expect(foldersIn("tests").filter((name) => !named.includes(`tests/${name}`))).toEqual([]);
});

test("the picture of the rooms shows each of them with its inner folders", () => {
  const [picture = ""] = picturesIn("docs/architecture.md");
  const shown = [...picture.matchAll(/\["((?:functions|infra)\/[\w/]+)<br\/>([^"]*)"\]/g)];
  expect(Object.fromEntries(shown.map(([, room = "", inner = ""]) => [room, inner.split(" · ")]))).toEqual(
    Object.fromEntries(ROOMS.map((room) => [room, foldersIn(room)])),
  );
});

test("the arrows between the rooms lead along every import, and no other way", () => {
  const [picture = ""] = picturesIn("docs/architecture.md");
  const roomOf = new Map(
    [...picture.matchAll(/^ {2}(\w+)\["([\w/]+)<br/gm)].map(([, name = "", room = ""]) => [name, room]),
  );
  const arrows = [...picture.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(
    ([, from = "", to = ""]) => `${roomOf.get(from)} ${roomOf.get(to)}`,
  );
  const imports = new Set(ROOMS.flatMap((room) => importedRooms(room).map((to) => `${room} ${to}`)));
  expect(arrows.filter((arrow) => !imports.has(arrow))).toEqual([]);
  const leads = (from: string, to: string): boolean =>
    from === to ||
    arrows.some((arrow) => arrow.startsWith(`${from} `) && leads(arrow.split(" ")[1] ?? "", to));
  expect([...imports].filter((each) => !leads(each.split(" ")[0] ?? "", each.split(" ")[1] ?? ""))).toEqual(
    [],
  );
});

test("pictures name folders that are there", () => {
  const paths = picturesIn("docs/architecture.md").flatMap(
    (picture) => picture.match(/\b(?:functions|infra)\/[\w/-]*[\w]/g) ?? [],
  );
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("the picture of a registration has the states of a booking, and no others", () => {
  const picture = picturesIn("docs/architecture.md").find((each) => each.startsWith("stateDiagram")) ?? "";
  const states = [...picture.matchAll(/^ {2}(\S+) --> (\w+):/gm)].flatMap(([, from = "", to = ""]) => [
    from,
    to,
  ]);
  const named = new Set(states.filter((state) => state !== "[*]").map((state) => state.replaceAll("_", "-")));
  expect([...named].sort()).toEqual([...BOOKING_STATES].sort());
});

/** The other rooms from which a room imports, types among them. */
function importedRooms(room: string): string[] {
  const targets = sourceFiles(room).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path = ""]) =>
      normalize(join(dirname(file), path)),
    ),
  );
  return ROOMS.filter((each) => each !== room && targets.some((target) => target.startsWith(`${each}/`)));
}
