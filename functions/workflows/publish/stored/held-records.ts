import type { Instant } from "../../../domain/instant.ts";
import type { RetireVerb } from "../../../domain/retire-verbs.ts";
import type { LedgerRecord } from "../../../storage/newsroom/ledger.ts";
import { bodyHash } from "../../../storage/newsroom/parts.ts";
import type { HeldUnit } from "../../held-unit.ts";

/** A held unit of which something is stored. */
export interface HeldRecord {
  readonly unit: string;
  readonly record: LedgerRecord;
  readonly held: HeldUnit;
}

/** What became of what is stored of a unit that cannot be published as it is now. */
export interface HeldOutcome {
  readonly unit: HeldUnit;
  /**
   * - `suspended`: it was not out yet and cannot be read, so nothing of it becomes public
   * - `still-public`: it would be out of sight, and stays in it without a permission to hide
   * - `retracted`: what it takes back is taken back, all else is as it was
   * - `kept`: all is as it was
   * - `absent`: nothing of it is stored
   */
  readonly became: "suspended" | "still-public" | "retracted" | "kept" | "absent";
}

/** What the ledger knows of held units. */
export interface HeldRecords {
  /** By the name of the unit. */
  readonly matched: ReadonlyMap<string, HeldRecord>;
  /** Kinds of held units of which nobody can tell which they are: any that is missing may be the one. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * Finds what is stored of held units: by their id, else by the folder from which they were published. Where several
 * claim one id, the one in the folder from which it was published has it.
 * @param present names of the units that can be published
 */
export function heldRecords(
  held: readonly HeldUnit[],
  records: ReadonlyMap<string, LedgerRecord>,
  present: ReadonlySet<string>,
): HeldRecords {
  const matched = new Map<string, HeldRecord>();
  const found = new Set<HeldUnit>();
  const match = (each: HeldUnit, unit: string) => {
    const record = records.get(unit);
    if (!record || present.has(unit)) return;
    found.add(each);
    if (!matched.has(unit) || each.folder === record.folder) matched.set(unit, { unit, record, held: each });
  };
  for (const each of held) if (each.id !== undefined) match(each, each.id);
  const byFolder = new Map([...records].map(([unit, { folder }]) => [folder, unit]));
  for (const each of held) {
    const unit = found.has(each) ? undefined : byFolder.get(each.folder);
    if (unit !== undefined && kindOf(unit) === each.kind) match(each, unit);
  }
  const unknown = held.filter((each) => !found.has(each) && each.id === undefined);
  return { matched, unknown: new Set(unknown.map(({ kind }) => kind)) };
}

export const kindOf = (unit: string): string => unit.split("/")[0] ?? "";

/** What a record says once everything that a held unit takes back was taken back. */
export function retractedFingerprint({ retraction }: HeldUnit): string {
  return `held:${bodyHash(JSON.stringify(retraction ?? {}))}`;
}

/** Whether anything of what is stored is out: what can be seen has entries in lists. */
export function isOut({ entries }: LedgerRecord, now: Instant): boolean {
  return Object.keys(entries).some((publishAt) => publishAt <= now);
}

/** Whether it would hide what is public: that takes more than a file with errors. */
export function wouldHide({ record, held: { retraction } }: HeldRecord, now: Instant): boolean {
  if (retraction === undefined || retraction === "unreadable" || retraction.leaving) return false;
  const { withheldUntil } = retraction;
  return withheldUntil !== undefined && withheldUntil > now && isOut(record, now);
}

/** The same without what would hide something public. */
export function withoutHiding(each: HeldRecord, now: Instant): HeldRecord {
  const { held } = each;
  if (!wouldHide(each, now) || !held.retraction || held.retraction === "unreadable") return each;
  const { withheldUntil: _, ...retraction } = held.retraction;
  return { ...each, held: { ...held, retraction } };
}

/** Whether nothing that a held unit takes back can be public still, as far as its record tells. */
export function isTakenBack({ record, held }: HeldRecord, now: Instant): boolean {
  const { retraction } = held;
  if (retraction === undefined || record.fingerprint === retractedFingerprint(held)) return true;
  if (record.fingerprint.startsWith("held:")) return false;
  const instants = Object.keys(record.entries);
  if (retraction === "unreadable") return held.kind !== "kit" && instants.every((each) => each <= now);
  const { leaving, withheldUntil, assets, pictures } = retraction;
  if (assets || pictures || (leaving && !hasLeft(leaving.verb, record.left?.verb))) return false;
  if (record.left) return leaving !== undefined;
  return (
    instants.length === 0 || withheldUntil === undefined || instants.every((each) => each >= withheldUntil)
  );
}

/** From what shows most to what shows least. */
const SHOWING: readonly RetireVerb[] = ["withdraw", "redirect", "gone"];

/** Whether what left shows no more than it would after leaving by another verb. */
function hasLeft(verb: RetireVerb, by: RetireVerb | undefined): boolean {
  return by !== undefined && SHOWING.indexOf(by) >= SHOWING.indexOf(verb);
}
