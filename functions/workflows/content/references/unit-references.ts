import type { IndexedUnit, NewsroomIndex } from "../index/newsroom-index.ts";
import type { ReferenceUse } from "../read/unit-record.ts";
import { unitAddressed } from "./check-address.ts";

/** How a unit refers to another one. */
export interface UnitReference {
  readonly folder: string;
  /**
   * - `shows`: names it, as a link that is shown as long as the other is
   * - `leads`: sends readers there, so something must be there
   * - `doubts`: may show what the other says must not be shown, and it cannot be read
   */
  readonly how: "shows" | "leads" | "doubts";
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
  const doubts = previews.flatMap(({ sha256 }) => doubtful.get(sha256) ?? []);
  return [
    ...uses.flatMap((use) => named(use, index)),
    ...doubts.map((other) => ({ folder: other.folder.folder, how: "doubts" as const })),
  ].filter(({ folder }) => folder !== unit.folder.folder);
}

function named({ to, id }: ReferenceUse, index: NewsroomIndex): UnitReference[] {
  const all = (how: UnitReference["how"], ...units: readonly (IndexedUnit | undefined)[]) =>
    units.flatMap((unit) => (unit ? [{ folder: unit.folder.folder, how }] : []));
  switch (to) {
    case "release":
    case "event":
    case "kit":
      return all("shows", index.entry(to, id));
    case "figure": {
      const unit = index.unitOfFigure(id);
      return all("shows", ...(unit ? [unit] : index.unreadable("release"))); // it may stand in one of these
    }
    case "folder":
      return all("leads", index.folder(id));
    case "address":
      return all("leads", unitAddressed(id, index));
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
