import type { Problem } from "../../../domain/content/problem.ts";
import type { HeldUnit } from "../../held-unit.ts";
import type { Unit } from "../index/compile-context.ts";
import { type IndexedUnit, type NewsroomIndex, newsroomIndex } from "../index/newsroom-index.ts";
import type { StoredUnits } from "../index/stored-units.ts";
import { type UnitReference, unitReferences } from "./unit-references.ts";

/** Content parted into what can be published and what cannot. */
export interface SplitContent {
  /** Of the units that can be published; they show of the others what is stored. */
  readonly index: NewsroomIndex;
  /** In the order of folders. */
  readonly held: readonly HeldUnit[];
}

const SITE = "site.yaml";

/**
 * Holds every unit that has an error, and every one that would lead readers to one of which nothing is there. What is
 * wrong with site.yaml concerns all.
 * @param problems in order, of files within the content
 * @param isSiteSound whether site.yaml can be published
 * @param stored what is there already; without it, something of every unit
 */
export async function splitContent(
  index: NewsroomIndex,
  problems: readonly Problem[],
  isSiteSound: boolean,
  stored?: StoredUnits,
): Promise<SplitContent> {
  const errors = errorsByFolder(index, problems);
  const references = unitReferences(index);
  const unitOf = ({ kind, folder: { folder }, record }: IndexedUnit, waitsFor?: string) =>
    heldUnit({ kind, folder, record }, errors.get(folder) ?? [], waitsFor);
  const isThere = (folder: string) => {
    const unit = index.folder(folder);
    return !stored || (unit !== undefined && stored.has(unitOf(unit)));
  };
  const waiting = isSiteSound
    ? waitingFor(new Set(errors.keys()), references, isThere)
    : new Map(index.units.map(({ folder }) => [folder.folder, SITE]));
  const isHeld = ({ folder: { folder } }: IndexedUnit) => errors.has(folder) || waiting.has(folder);
  const held = index.units
    .filter(isHeld)
    .map((unit) => unitOf(unit, waiting.get(unit.folder.folder)))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
  if (held.length === 0) return { index, held };
  const free = index.units.filter((unit) => !isHeld(unit));
  const shown = new Set(
    free.flatMap(({ folder }) => references.get(folder.folder) ?? []).map(({ folder }) => folder),
  );
  const isShown = ({ kind, folder }: HeldUnit) => kind === "page" || kind === "event" || shown.has(folder);
  const standIns = await standInsOf(held.filter(isShown), stored);
  return { index: newsroomIndex(free, index.site, index.hidden, standIns), held };
}

/** Pages show in the navigation, events in their series, all others where a unit names them. */
async function standInsOf(
  held: readonly HeldUnit[],
  stored: StoredUnits | undefined,
): Promise<Map<string, Unit>> {
  const standIns = new Map<string, Unit>();
  for (const unit of held) {
    const standIn = await stored?.load(unit);
    if (standIn) standIns.set(unit.folder, standIn);
  }
  return standIns;
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

/**
 * Units that wait for one that is held, each with the one at the beginning: the first to be corrected.
 * @param isThere whether something is stored of the unit in a folder
 */
function waitingFor(
  wrong: ReadonlySet<string>,
  references: ReadonlyMap<string, readonly UnitReference[]>,
  isThere: (folder: string) => boolean,
): Map<string, string> {
  const waiting = new Map<string, string>();
  const blocks = ({ folder, how }: UnitReference) =>
    (wrong.has(folder) || waiting.has(folder)) && (how === "doubts" || (how === "leads" && !isThere(folder)));
  for (let before = -1; before < waiting.size; ) {
    before = waiting.size;
    for (const [folder, others] of references) {
      if (wrong.has(folder) || waiting.has(folder)) continue;
      const other = others.find(blocks);
      if (other) waiting.set(folder, waiting.get(other.folder) ?? other.folder);
    }
  }
  return waiting;
}

function heldUnit(
  { kind, folder, record }: Pick<IndexedUnit, "kind" | "record"> & Pick<HeldUnit, "folder">,
  errors: readonly Problem[],
  waitsFor: string | undefined,
): HeldUnit {
  const [first] = errors;
  return {
    folder,
    kind,
    ...(record.id !== undefined && { id: `${kind}/${record.id}` }),
    ...(record.source && { source: record.source }),
    problems: errors.length,
    ...(first && { first: { file: first.file, line: first.line, message: first.message } }),
    ...(waitsFor !== undefined && errors.length === 0 && { waitsFor }),
    retraction: record.retraction,
  };
}
