import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { LANGUAGES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Problems } from "./problem.ts";
import { suggestion } from "./suggestion.ts";

export type UnitKind = "release" | "event" | "kit" | "page";

/** Where each kind of unit stands: `releases/{slug}/release.yaml` and the language files beside it. */
export const PLACES = {
  release: { folder: "releases", facts: "release.yaml" },
  event: { folder: "events", facts: "event.yaml" },
  kit: { folder: "media-kits", facts: "kit.yaml" },
  page: { folder: "pages", facts: "page.yaml" },
} as const satisfies Record<UnitKind, { folder: string; facts: string }>;

const KINDS: readonly UnitKind[] = ["release", "event", "kit", "page"];
const SITE_FILE = "site.yaml";
const AT_THE_ROOT = [SITE_FILE, ...KINDS.map((kind) => PLACES[kind].folder)];

/** The folder of one release, event, kit or page. */
export interface UnitFolder {
  readonly kind: UnitKind;
  readonly slug: string;
  /** Within the content directory: `releases/world-day-2020`. */
  readonly folder: string;
  readonly path: string;
  /** Names of all files in it, sorted; those of folders within it with their folder. */
  readonly files: readonly string[];
}

export interface ContentTree {
  readonly units: readonly UnitFolder[];
  /** Files beside site.yaml, which may be pictures that it names. */
  readonly rootFiles: readonly string[];
}

/**
 * Finds the units of a content directory and reports what does not belong into it.
 * @throws Refusal `content-invalid` when there is no such directory
 */
export function readTree(directory: string, problems: Problems): ContentTree {
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new Refusal(
      "content-invalid",
      400,
      `There is no folder ${directory}.`,
      "`--content DIR` names the folder that holds site.yaml.",
    );
  const root = entries(directory);
  for (const file of linksIn(directory))
    problems.error(
      { file, line: 1 },
      { problem: "a symbolic link", expected: "a file or folder of its own" },
    );
  const rootFiles = root.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  for (const entry of root) {
    if (!entry.isDirectory() || AT_THE_ROOT.includes(entry.name)) continue;
    problems.error(
      { file: entry.name, line: 1 },
      {
        problem: "unknown folder",
        expected: `one of ${AT_THE_ROOT.join(", ")}`,
        suggestion: suggestion(entry.name, AT_THE_ROOT),
      },
    );
  }
  return { units: KINDS.flatMap((kind) => unitsOf(directory, kind, problems)), rootFiles };
}

function unitsOf(directory: string, kind: UnitKind, problems: Problems): UnitFolder[] {
  const { folder } = PLACES[kind];
  const path = join(directory, folder);
  if (!existsSync(path) || !statSync(path).isDirectory()) return [];
  const units: UnitFolder[] = [];
  for (const entry of entries(path)) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      units.push({
        kind,
        slug: entry.name,
        folder: name,
        path: join(path, entry.name),
        files: filesIn(join(path, entry.name)),
      });
    else
      problems.error(
        { file: name, line: 1 },
        { problem: "unknown file", expected: `only folders in ${folder}, one for each ${kind}` },
      );
  }
  return units;
}

/** What a folder of this kind holds beside the files that its YAML names. */
export function ownFiles(kind: UnitKind): string[] {
  return [PLACES[kind].facts, ...LANGUAGES.map((language) => `${language}.md`)];
}

function filesIn(path: string, prefix = "", depth = 0): string[] {
  return entries(path).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (!entry.isDirectory()) return [name];
    return depth < 4 ? filesIn(join(path, entry.name), `${name}/`, depth + 1) : [];
  });
}

/** Sorted by name; what editors and file managers leave behind is not content. */
function entries(path: string): Dirent[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(
      ({ name }) =>
        !name.startsWith(".") && !name.endsWith("~") && !/^(Thumbs\.db|desktop\.ini)$/i.test(name),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A link could lead publishing to any file of the machine that it runs on, so none is followed into public. */
function linksIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}
