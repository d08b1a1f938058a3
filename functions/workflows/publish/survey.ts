import type { Instant } from "../../domain/instant.ts";
import { KINDS, unitKindOf } from "../../domain/kinds.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import type { HeldUnit } from "../held-unit.ts";
import type { UnitHandle } from "../manifest.ts";
import type { PublishRequest } from "./publication.ts";
import {
  type HeldOutcome,
  type HeldRecord,
  type HeldRecords,
  heldRecords,
  isOut,
  isTakenBack,
  kindOf,
  retractedFingerprint,
  withoutHiding,
  wouldHide,
} from "./stored/held-records.ts";

/** What differs between the content and what was published, as far as fingerprints tell. */
export interface Survey {
  readonly differing: readonly Differing[];
  readonly vanished: readonly MissingUnit[];
  /** Units that are as they were. */
  readonly left: number;
  /** Units that cannot be published, and what becomes of what is stored of them. */
  readonly held: readonly HeldOutcome[];
}

export interface Differing {
  readonly handle: UnitHandle;
  /** What the ledger knows of it, if it was published before. */
  readonly known: LedgerRecord | undefined;
}

export interface MissingUnit {
  readonly unit: string;
  readonly record: LedgerRecord;
}

/** Makes what is stored of a held unit into what it still may be. */
export type Retract = (held: HeldRecord) => UnitHandle["compile"];

type Asked = Pick<PublishRequest, "manifest" | "only" | "allowHide">;

/** Held units of which something may have to be taken back, as far as records tell. */
export function retractable(
  asked: Asked,
  records: ReadonlyMap<string, LedgerRecord>,
  now: Instant,
): HeldRecord[] {
  const { units, held = [] } = asked.manifest;
  const stored = heldRecords(held, records, new Set(units.map(({ id }) => id)));
  return askedOf(stored, asked, now).filter((each) => !isTakenBack(each, now));
}

/** Held units that are looked at, without what may not be hidden. */
function askedOf({ matched }: HeldRecords, { only, allowHide = false }: Asked, now: Instant): HeldRecord[] {
  return [...matched.values()]
    .filter(({ unit }) => only?.includes(unit) ?? true)
    .map((each) => (allowHide ? each : withoutHiding(each, now)));
}

/**
 * When a unit has its turn: the site first, since without it no page can be shown, then series, then kind by kind.
 */
const turnOf = ({ handle: { id } }: Differing): number => {
  const kind = unitKindOf(id);
  return kind ? KINDS[kind].turn : id === "site" ? -1 : 0;
};

/** What takes something back goes before all that is new. */
export function surveyOf(
  asked: Asked,
  records: ReadonlyMap<string, LedgerRecord>,
  { now, retract, unchanged }: { now: Instant; retract: Retract; unchanged: ReadonlySet<string> },
): Survey {
  const { manifest, only, allowHide = false } = asked;
  const { units, held = [], isSiteFaulty = false } = manifest;
  const isAsked = (id: string | undefined) =>
    id === undefined ? only === undefined : (only?.includes(id) ?? true);
  const present = new Set(units.map((unit) => unit.id));
  const stored = heldRecords(held, records, present);
  const retracting = askedOf(stored, asked, now)
    .filter((each) => isOver(each, now) || (!isTakenBack(each, now) && !unchanged.has(each.unit)))
    .map((each) => ({ handle: retractedHandle(each, retract), known: each.record }));

  const differing = units
    .filter(({ id }) => isAsked(id))
    .map((handle) => ({ handle, known: records.get(handle.id) }))
    .filter(({ handle, known }) => known?.fingerprint !== handle.fingerprint || isDue(known, now))
    .sort((a, b) => turnOf(a) - turnOf(b));

  const vanished = [...(isSiteFaulty ? [] : records)]
    .filter(([unit]) => only === undefined && !present.has(unit) && !stored.matched.has(unit))
    .filter(([unit]) => !stored.unknown.has(kindOf(unit)))
    .map(([unit, record]) => ({ unit, record }));
  const byHeld = new Map([...stored.matched.values()].map((each) => [each.held, each]));
  const became = (unit: HeldUnit) => outcomeOf(unit, byHeld.get(unit), { now, allowHide, unchanged });
  const isNamed = (unit: HeldUnit) =>
    isAsked(unit.id) || only?.some((id) => stored.matched.get(id)?.held === unit);
  return {
    differing: [...retracting, ...differing],
    vanished,
    left: units.length - differing.length,
    held: held.filter(isNamed).map(became),
  };
}

/** Its files may come to their end while it is held, too. */
function isOver({ record, held: { retraction } }: HeldRecord, now: Instant): boolean {
  return retraction !== undefined && isDue(record, now);
}

const isDue = ({ renewAt }: LedgerRecord, now: Instant) => renewAt !== undefined && renewAt <= now;

function retractedHandle(each: HeldRecord, retract: Retract): UnitHandle {
  const { unit: id, record, held } = each;
  return { id, folder: record.folder, fingerprint: retractedFingerprint(held), compile: retract(each) };
}

function outcomeOf(
  unit: HeldUnit,
  stored: HeldRecord | undefined,
  { now, allowHide, unchanged }: { now: Instant; allowHide: boolean; unchanged: ReadonlySet<string> },
): HeldOutcome {
  if (!stored) return { unit, became: "absent" };
  if (!allowHide && wouldHide(stored, now)) return { unit, became: "still-public" };
  if (unit.retraction === "unreadable" && isOut(stored.record, now)) return { unit, became: "kept" };
  const isMarked = stored.record.fingerprint === retractedFingerprint(unit);
  if ((isTakenBack(stored, now) || unchanged.has(stored.unit)) && !isMarked) return { unit, became: "kept" };
  return { unit, became: unit.retraction === "unreadable" ? "suspended" : "retracted" };
}
