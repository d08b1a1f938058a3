import type { HeldUnit } from "../held-unit.ts";
import { type IndexedUnit, type NewsroomIndex, newsroomIndex } from "./newsroom-index.ts";
import type { Problem } from "./problem.ts";
import { type UnitReference, unitReferences } from "./unit-references.ts";

/** Content parted into what can be published and what cannot. */
export interface PartedContent {
  /** Of the units that can be published, as if there were no others. */
  readonly index: NewsroomIndex;
  /** In the order of folders; without the site and its series, which are never in a folder. */
  readonly held: readonly HeldUnit[];
  /** Folders of held units to which a unit that can be published leads readers. */
  needs(folder: string): readonly string[];
  /** Folders of held units that the site or a series shows, by its name: `site`, `series/{id}`. */
  lacks(id: string): readonly string[];
}

const SITE = "site.yaml";

/**
 * Holds every unit that has an error, and every one that cannot be compiled without one that is held. What is wrong
 * with site.yaml concerns all.
 * @param problems in order, of files within the content
 * @param isSiteSound whether site.yaml can be published
 */
export function partedContent(
  index: NewsroomIndex,
  problems: readonly Problem[],
  isSiteSound: boolean,
): PartedContent {
  const errors = errorsByFolder(index, problems);
  const references = unitReferences(index);
  const waiting = isSiteSound ? waitingFor(new Set(errors.keys()), references) : allFor(SITE, index);
  const isHeld = ({ folder: { folder } }: IndexedUnit) => errors.has(folder) || waiting.has(folder);
  const free = index.units.filter((unit) => !isHeld(unit));
  const held = index.units.filter(isHeld).map((unit) => {
    const { folder } = unit.folder;
    return heldUnit(unit, errors.get(folder) ?? [], waiting.get(folder));
  });
  const needed = neededBy(new Set(held.map(({ folder }) => folder)), references);
  return {
    index: free.length === index.units.length ? index : newsroomIndex(free, index.site),
    held: held.sort((a, b) => (a.folder < b.folder ? -1 : 1)),
    needs: (folder) => needed.get(folder) ?? [],
    lacks: (id) =>
      index.units
        .filter((unit) => isHeld(unit) && (id === "site" ? isInNavigation(unit, index) : mayBelong(unit, id)))
        .map(({ folder }) => folder.folder),
  };
}

function isInNavigation({ kind, slug }: IndexedUnit, { site }: NewsroomIndex): boolean {
  return kind === "page" && site.file.sound.navigation?.includes(slug) === true;
}

/** Whether an event is, or may be, one of a series. */
function mayBelong({ kind, record: { uses, retraction } }: IndexedUnit, series: string): boolean {
  if (kind !== "event") return false;
  return (
    retraction === "unreadable" || uses.some(({ to, id }) => to === "series" && `series/${id}` === series)
  );
}

/** The folder of a unit in which a file stands; none for what is of the site. */
function folderOf(file: string, index: NewsroomIndex): string | undefined {
  const folder = file.split("/").slice(0, 2).join("/");
  return index.folder(folder) ? folder : undefined;
}

/** Whether an error is of no unit, so that nothing can be published. */
export function isOfTheSite({ file, severity }: Problem, index: NewsroomIndex): boolean {
  return severity === "error" && folderOf(file, index) === undefined;
}

function errorsByFolder(index: NewsroomIndex, problems: readonly Problem[]): Map<string, Problem[]> {
  const errors = new Map<string, Problem[]>();
  for (const problem of problems) {
    const folder = folderOf(problem.file, index);
    if (folder === undefined || problem.severity !== "error") continue;
    errors.set(folder, [...(errors.get(folder) ?? []), problem]);
  }
  return errors;
}

/** Units that wait for one that is held, each with the one at the beginning: the first to be corrected. */
function waitingFor(
  wrong: ReadonlySet<string>,
  references: ReadonlyMap<string, readonly UnitReference[]>,
): Map<string, string> {
  const waiting = new Map<string, string>();
  for (let before = -1; before < waiting.size; ) {
    before = waiting.size;
    for (const [folder, others] of references) {
      if (wrong.has(folder) || waiting.has(folder)) continue;
      const other = others.find(
        (each) => !each.isLink && (wrong.has(each.folder) || waiting.has(each.folder)),
      );
      if (other) waiting.set(folder, waiting.get(other.folder) ?? other.folder);
    }
  }
  return waiting;
}

function allFor(file: string, { units }: NewsroomIndex): Map<string, string> {
  return new Map(units.map(({ folder }) => [folder.folder, file]));
}

/** The held units to which each of the others leads, also through others that can be published. */
function neededBy(
  held: ReadonlySet<string>,
  references: ReadonlyMap<string, readonly UnitReference[]>,
): Map<string, string[]> {
  const needed = new Map<string, string[]>();
  if (held.size === 0) return needed;
  const leadingTo = new Map<string, string[]>();
  for (const [folder, others] of references)
    for (const other of held.has(folder) ? [] : others) append(leadingTo, other.folder, folder);
  for (const end of held) {
    const behind = new Set([end]);
    for (const folder of behind) {
      for (const each of leadingTo.get(folder) ?? []) behind.add(each); // walked to its end, although it grows
      if (folder !== end) append(needed, folder, end);
    }
  }
  return needed;
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function heldUnit(
  { kind, folder: { folder }, record }: IndexedUnit,
  errors: readonly Problem[],
  waitsFor: string | undefined,
): HeldUnit {
  const [first] = errors;
  return {
    folder,
    kind,
    ...(record.id !== undefined && { id: `${kind}/${record.id}` }),
    problems: errors.length,
    ...(first && { first: { file: first.file, line: first.line, message: first.message } }),
    ...(waitsFor !== undefined && errors.length === 0 && { waitsFor }),
    retraction: record.retraction,
  };
}
