import { unitAddressed } from "./check-address.ts";
import type { IndexedUnit, NewsroomIndex } from "./newsroom-index.ts";
import type { Use } from "./unit-record.ts";

/** Another unit without which one cannot be published. */
export interface UnitReference {
  readonly folder: string;
  /** Whether its text only leads readers there: then it suffices that something stands there. */
  readonly isLink: boolean;
}

/** The units to which each unit refers, each with how it does; not itself. By folder. */
export function unitReferences(index: NewsroomIndex): Map<string, readonly UnitReference[]> {
  const doubtful = doubtfulPictures(index);
  return new Map(index.units.map((unit) => [unit.folder.folder, referencesOf(unit, index, doubtful)]));
}

function referencesOf(
  unit: IndexedUnit,
  index: NewsroomIndex,
  doubtful: ReadonlyMap<string, IndexedUnit>,
): UnitReference[] {
  const { uses, previews } = unit.record;
  return [
    ...uses.flatMap((use) => named(use, index)).map(({ folder }) => reference(folder.folder, false)),
    ...uses
      .flatMap((use) => (use.to === "address" ? (unitAddressed(use.id, index) ?? []) : []))
      .map(({ folder }) => reference(folder.folder, true)),
    ...previews
      .flatMap(({ sha256 }) => doubtful.get(sha256) ?? [])
      .map(({ folder }) => reference(folder.folder, false)),
  ].filter(({ folder }) => folder !== unit.folder.folder);
}

const reference = (folder: string, isLink: boolean): UnitReference => ({ folder, isLink });

function named({ to, id }: Use, index: NewsroomIndex): readonly IndexedUnit[] {
  switch (to) {
    case "release":
    case "event":
    case "kit":
      return [index.entry(to, id) ?? []].flat();
    case "folder":
      return [index.folder(id) ?? []].flat();
    case "figure":
      // one that is nowhere may stand in a file that cannot be read
      return [index.unitOfFigure(id) ?? index.unreadable("release")].flat();
    default:
      return [];
  }
}

/** Pictures that may show people who must not be found, each with the kit that cannot be read and holds it. */
function doubtfulPictures({ units }: NewsroomIndex): Map<string, IndexedUnit> {
  return new Map(
    units.flatMap((unit) => unit.record.perhapsProtected.map((sha256) => [sha256, unit] as const)),
  );
}
