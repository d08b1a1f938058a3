import type { Instant } from "../../domain/instant.ts";
import type { UnitRecord } from "../../storage/ledger.ts";
import type { Manifest, UnitHandle } from "../manifest.ts";

/** What differs between the content and what was published, as far as fingerprints tell. */
export interface Survey {
  readonly differing: readonly Differing[];
  readonly vanished: readonly Vanished[];
  /** Units that are as they were. */
  readonly left: number;
}

export interface Differing {
  readonly handle: UnitHandle;
  /** What the ledger knows of it, if it was published before. */
  readonly known: UnitRecord | undefined;
}

export interface Vanished {
  readonly unit: string;
  readonly record: UnitRecord;
}

/**
 * Kinds of units in the order in which they are published: without the site no page can be shown, and the files of a
 * media kit take longer than all else.
 */
const TURNS = ["site", "series", "page", "release", "event", "kit"];

function turnOf(unit: string): number {
  return TURNS.indexOf(unit.split("/")[0] ?? "");
}

/** @param only the one unit that is looked at, if not all are */
export function surveyOf(
  { units }: Manifest,
  records: ReadonlyMap<string, UnitRecord>,
  now: Instant,
  only?: string,
): Survey {
  const isDue = ({ renewAt }: UnitRecord) => renewAt !== undefined && renewAt <= now;
  const differing = units
    .filter(({ id }) => only === undefined || id === only)
    .map((handle) => ({ handle, known: records.get(handle.id) }))
    .filter(({ handle, known }) => known?.fingerprint !== handle.fingerprint || isDue(known))
    .sort((a, b) => turnOf(a.handle.id) - turnOf(b.handle.id));
  const present = new Set(units.map((unit) => unit.id));
  const vanished = [...records]
    .filter(([unit]) => only === undefined && !present.has(unit))
    .map(([unit, record]) => ({ unit, record }));
  return { differing, vanished, left: units.length - differing.length };
}
