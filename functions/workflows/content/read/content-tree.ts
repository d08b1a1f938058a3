import { type Dirent, existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Problems } from "../../../domain/content/problem.ts";
import { KINDS, UNIT_KINDS, type UnitKind } from "../../../domain/kinds.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { suggestion } from "./suggestion.ts";

const FOLDERS: readonly string[] = UNIT_KINDS.map((kind) => KINDS[kind].folder);

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
 * Finds the units of a content directory. What stands beside them is not content and only worth a warning.
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
  const rootFiles: string[] = [];
  for (const entry of root) {
    const isFolderOfUnits = FOLDERS.includes(entry.name);
    if (entry.isSymbolicLink()) reportLink(entry.name, isFolderOfUnits, problems);
    else if (!entry.isDirectory()) rootFiles.push(entry.name);
    else if (!isFolderOfUnits)
      problems.warning(
        { file: entry.name, line: 1 },
        {
          problem: "unknown folder, which is not published",
          expected: `one of ${FOLDERS.join(", ")}`,
          suggestion: suggestion(entry.name, FOLDERS),
        },
      );
  }
  return { units: UNIT_KINDS.flatMap((kind) => unitsOf(directory, kind, problems)), rootFiles };
}

function unitsOf(directory: string, kind: UnitKind, problems: Problems): UnitFolder[] {
  const { folder } = KINDS[kind];
  const place = join(directory, folder);
  if (!existsSync(place) || !lstatSync(place).isDirectory()) return [];
  const units: UnitFolder[] = [];
  for (const entry of entries(place)) {
    const name = `${folder}/${entry.name}`;
    const path = join(place, entry.name);
    const unit = { kind, slug: entry.name, folder: name, path };
    if (entry.isDirectory()) {
      const files = filesOf(unit, problems);
      if (files) units.push({ ...unit, files });
    } else if (entry.isSymbolicLink()) {
      const leadsToFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
      reportLink(name, leadsToFolder, problems);
      if (leadsToFolder) units.push({ ...unit, files: [] }); // what it leads to is not read
    } else
      problems.warning(
        { file: name, line: 1 },
        {
          problem: "unknown file, which is not published",
          expected: `only folders in ${folder}, one for each ${kind}`,
        },
      );
  }
  return units;
}

/** @returns undefined for a folder in which nothing is left, as a change of branches leaves it behind */
function filesOf(
  { folder, path }: Pick<UnitFolder, "folder" | "path">,
  problems: Problems,
): string[] | undefined {
  const at = { file: folder, line: 1 };
  try {
    for (const link of linksIn(path)) reportLink(`${folder}/${link}`, true, problems);
    const files = filesIn(path);
    if (files.length > 0) return files;
    problems.warning(at, { problem: "an empty folder", expected: "the files of a unit, or no folder" });
    return undefined;
  } catch {
    problems.error(at, { problem: "the folder cannot be read", expected: "a folder that you may read" });
    return [];
  }
}

/** A link could lead publishing to any file of the machine that it runs on, so none is followed into public. */
function reportLink(file: string, isContent: boolean, problems: Problems): void {
  const finding = { problem: "a symbolic link", expected: "a file or folder of its own" };
  if (isContent) problems.error({ file, line: 1 }, finding);
  else problems.warning({ file, line: 1 }, finding);
}

/** What a folder of this kind holds beside the files that its YAML names. */
export function ownFiles(kind: UnitKind): string[] {
  return [KINDS[kind].facts, ...LANGUAGES.map((language) => `${language}.md`)];
}

function filesIn(path: string, prefix = "", depth = 0): string[] {
  return entries(path).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (!entry.isDirectory()) return [name];
    return depth < 4 ? filesIn(join(path, entry.name), `${name}/`, depth + 1) : [];
  });
}

/** Sorted by name, without strays. */
function entries(path: string): Dirent[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !isStray(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What editors, file managers and programs that unpack archives leave behind is not content. */
function isStray(name: string): boolean {
  return (
    /^[.~]|~$|\.tmp$/i.test(name) || /^(__MACOSX|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r)$/i.test(name)
  );
}

/** Symbolic links in a folder, at any depth. */
function linksIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => !name.split("/").some(isStray));
}
