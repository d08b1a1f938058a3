import { unitAddressed } from "./check-address.ts";
import type { IndexedUnit, NewsroomIndex } from "./newsroom-index.ts";
import type { Use } from "./unit-record.ts";

/** Another unit without which one cannot be published. */
export interface UnitReference {
  readonly folder: string;
  /** Whether its text only leads readers there: then it suffices that something stands there. */
  readonly isLink: boolean;
}

/** The units to which a unit refers, each with how it does; not itself. */
export function referencesOf(unit: IndexedUnit, index: NewsroomIndex): UnitReference[] {
  const { uses } = unit.record;
  return [
    ...uses.flatMap((use) => named(use, index)).map(({ folder }) => reference(folder.folder, false)),
    ...uses
      .flatMap((use) => (use.to === "address" ? (unitAddressed(use.id, index) ?? []) : []))
      .map(({ folder }) => reference(folder.folder, true)),
    ...perhapsShown(unit, index).map(({ folder }) => reference(folder.folder, false)),
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

/** Kits that cannot be read and hold the picture of its preview: it may show people who must not be found. */
function perhapsShown({ record }: IndexedUnit, { units }: NewsroomIndex): IndexedUnit[] {
  if (record.previews.length === 0) return [];
  const pictures = new Set(record.previews.map(({ sha256 }) => sha256));
  return units.filter((each) => each.record.perhapsProtected.some((sha256) => pictures.has(sha256)));
}
