import { earliest, type Instant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { NewsroomItem } from "../../storage/dynamodb/item.ts";
import { listPartition } from "../../storage/newsroom/keys.ts";
import { type Holding, type LedgerRecord, recordItem } from "../../storage/newsroom/ledger.ts";
import { parsePartition } from "../../storage/newsroom/parse-key.ts";
import type { ManifestDocument, ManifestUnit, Retired } from "../manifest.ts";
import { addressRole } from "./address-role.ts";
import { answeredRemoval } from "./answered-removal.ts";
import { cancelRegistration } from "./cancel-registration.ts";
import { historyOf } from "./changes/history.ts";
import {
  hidingRefusal,
  isBeforeItsContent,
  lastRetirement,
  unexplainedReturnRefusal,
  wasPublic,
} from "./changes/open-changes.ts";
import { renderedAnew } from "./changes/rendered-anew.ts";
import { commit, transactGuarded, type Writing } from "./commit.ts";
import { type DocumentDifference, planDocument, planRedirect, planRemoval } from "./document-plan.ts";
import { fenceRefusal } from "./fence-refusal.ts";
import type { UnitOutcome } from "./publish-events.ts";
import { setPlaces } from "./set-places.ts";
import { isEntry, isRegistrationEvent, SITEMAP_HOLDING } from "./stored/held-items.ts";
import { unseenChanges } from "./stored/unseen-changes.ts";
import type { Differing } from "./survey.ts";
import { bringFiles, updateFiles } from "./unit-files.ts";
import { withoutHidden } from "./without/without-hidden.ts";

/**
 * Publishes one unit: files and seats first, then each document in its own transaction, then what it no longer has, its
 * sitemap entries, and last the record that says it is complete.
 *
 * @returns the record; undefined where the unit is refused and stays as it was
 */
export async function publishUnit(
  writing: Writing,
  { handle, known }: Differing,
): Promise<LedgerRecord | undefined> {
  const { run } = writing;
  const { fence } = run;
  const compiled = await handle.compile({
    now: run.now(),
    withoutArchives: run.asked.withoutArchives,
    report: run.report,
    isHidden: (sha256) => fence.hiddenFiles.has(sha256),
    signal: run.signal,
  });
  const unit = compiled.stored ? compiled : withoutHidden(compiled, fence);
  const holdings = await run.ledger.holdings(unit.id);
  const former = formerHoldings(unit, holdings);
  const before = (path: string) => former.get(path) ?? standing(holdings, path);
  const renewed = known?.fingerprint === unit.fingerprint;
  const mayReturn =
    run.asked.allowReturn && (unit.stored !== undefined || !known || !isBeforeItsContent(known));
  const forbidden =
    fenceRefusal(compiled, fence) ??
    (run.asked.allowHide ? undefined : hidingRefusal(run.now(), unit, before)) ??
    (mayReturn ? undefined : unexplainedReturnRefusal(run.now(), unit, known));
  const telling = forbidden ?? (renewed ? "told" : await answeredRemoval(writing, unit, before));
  const refusal = telling instanceof Refusal ? telling : undefined;
  const untold = unit.untold || telling === "untold";
  if (refusal) {
    run.refuse(refusal);
    if (!run.asked.dryRun) return undefined;
  }
  const files = await bringFiles(writing, unit);
  const left = lastRetirement(unit, known, run.now());
  const isMarked = known?.fingerprint === UNFINISHED && (!left || known.left !== undefined);
  if (known && !isMarked && isToChange(writing, unit, before))
    await putRecord(writing, { ...known, fingerprint: UNFINISHED, ...(left && { left }) });
  await setPlaces(writing, unit, holdings);
  if (!hasRegistration(unit)) await cancelRegistration(writing, holdings);

  let changed = false;
  for (const document of unit.documents) {
    const held = before(document.path);
    const difference = untold ? {} : await differenceOf(writing, unit, document, held, { renewed });
    changed = (await commit(writing, (at) => planDocument(document, held, at, difference))) || changed;
    const from = held && held.path !== document.path && wasPublic(held, run.now()) ? held.path : undefined;
    if (from) run.report({ kind: "moved", folder: unit.folder, from, to: document.path });
  }
  changed = (await settleOthers(writing, unit, holdings, former)) || changed;

  const settled = await updateFiles(writing, { ...unit, untold }, files);
  changed = settled.changed || changed;

  const entries = run.sitemaps.place(unit.sitemap, holdings.get(SITEMAP_HOLDING));
  const renewAt = earliest([unit.renewAt, settled.due]);
  const record = recordOf(unit, entries, { left, renewAt, known });
  changed = (await writeRecord(writing, record, entries, holdings.get(SITEMAP_HOLDING))) || changed;
  run.report({ kind: "unit", folder: unit.folder, outcome: outcomeOf(known, changed) });
  return record;
}

/**
 * What makes a document differ from what is held of it.
 * @param renewed whether nothing but the time did: then it is no rendering, such as archives of what is out by now
 */
async function differenceOf(
  { run }: Writing,
  { id, folder }: ManifestUnit,
  document: ManifestDocument,
  held: Holding | undefined,
  { renewed }: { renewed: boolean },
): Promise<DocumentDifference> {
  const now = run.now();
  const rendered = renewed ? undefined : await renderedAnew(run.writer, document, held);
  if (rendered) return { rendered };
  const { path } = document;
  const unread = (reason: string) => run.report({ kind: "former-unread", folder, path, reason });
  return {
    history: await historyOf(run.writer, { unit: id, now, unread }, document, held),
    unseen: await unseenChanges(run.writer, document, held, now),
  };
}

const hasRegistration = ({ documents }: ManifestUnit): boolean =>
  documents.some(({ items }) => items.some(({ key }) => isRegistrationEvent(key)));

/**
 * What the record says while the unit is being written. Whoever is killed meanwhile leaves it so: then even the former
 * content is published anew, and what has left in part does not come back without a word.
 */
const UNFINISHED = "unfinished";

function isToChange(
  { run, unit }: Writing,
  { documents }: ManifestUnit,
  before: (path: string) => Holding | undefined,
): boolean {
  const now = run.now();
  const at = { unit, now, stamp: now, taken: new Set<string>() };
  return documents.some((document) => planDocument(document, before(document.path), at) !== undefined);
}

/** Removes or points anew what the unit holds at addresses that it has no document for. */
async function settleOthers(
  writing: Writing,
  unit: ManifestUnit,
  holdings: ReadonlyMap<string, Holding>,
  former: ReadonlyMap<string, Holding>,
): Promise<boolean> {
  const settled = new Set([
    ...unit.documents.map((document) => document.path),
    ...[...former.values()].map((holding) => holding.path),
    SITEMAP_HOLDING,
  ]);
  let changed = false;
  for (const holding of holdings.values()) {
    if (settled.has(holding.path)) continue;
    const role = addressRole(unit.id, holding.path);
    const target = holding.redirect
      ? unit.documents.find((document) => addressRole(unit.id, document.path) === role)
      : undefined;
    changed =
      (await commit(writing, (at) =>
        target ? planRedirect(holding, target, at) : planRemoval(holding, at),
      )) || changed;
  }
  return changed;
}

/** Documents whose slug changed: what is held of each, by its new path. */
function formerHoldings(unit: ManifestUnit, holdings: ReadonlyMap<string, Holding>): Map<string, Holding> {
  const present = new Set(unit.documents.map((document) => document.path));
  const vanished = new Map<string, Holding>();
  for (const holding of holdings.values()) {
    const role = addressRole(unit.id, holding.path);
    if (role && !holding.redirect && !present.has(holding.path)) vanished.set(role, holding);
  }
  const former = new Map<string, Holding>();
  for (const { path } of unit.documents) {
    const holding = standing(holdings, path) ? undefined : vanished.get(addressRole(unit.id, path) ?? "");
    if (holding) former.set(path, holding);
  }
  return former;
}

/** What is held at a path, unless it is only a redirect that the document will replace. */
function standing(holdings: ReadonlyMap<string, Holding>, path: string): Holding | undefined {
  const holding = holdings.get(path);
  return holding?.redirect ? undefined : holding;
}

/** The record goes with the sitemap entries: both are of the unit as a whole, and nothing is left to do after them. */
async function writeRecord(
  writing: Writing,
  record: LedgerRecord,
  entries: readonly NewsroomItem[],
  before: Holding | undefined,
): Promise<boolean> {
  let changed = false;
  const document = { path: SITEMAP_HOLDING, items: entries, parts: [], changes: [], alsoAt: [] };
  if (entries.length > 0 || before)
    changed = await commit(writing, (at) => planDocument(document, before, at));
  await putRecord(writing, record);
  return changed;
}

function putRecord(writing: Writing, record: LedgerRecord): Promise<void> {
  const written = { ...recordItem(writing.unit, record), writtenAt: writing.run.stamp() };
  return transactGuarded(writing, [{ put: written }]);
}

function outcomeOf(known: LedgerRecord | undefined, changed: boolean): UnitOutcome {
  if (!known) return "created";
  return changed ? "changed" : "unchanged";
}

/** Lists ask only when something of the unit becomes visible, sitemap files also how many entries it has. */
function recordOf(
  unit: ManifestUnit,
  sitemap: readonly NewsroomItem[],
  {
    left,
    renewAt,
    known,
  }: { left: Retired | undefined; renewAt: Instant | undefined; known: LedgerRecord | undefined },
): LedgerRecord {
  const entries: Record<Instant, string[]> = {};
  const add = (publishAt: Instant, pk: string) => {
    const partitions = entries[publishAt] ?? [];
    entries[publishAt] = partitions;
    if (parsePartition(pk)?.kind !== "list" || !partitions.includes(pk)) partitions.push(pk);
  };
  for (const { items, changes } of unit.documents) {
    for (const { key, publishAt } of items) if (isEntry(key)) add(publishAt, key.pk);
    for (const { language, list, publishAt } of changes) add(publishAt, listPartition(language, list));
  }
  for (const { key, publishAt } of sitemap) add(publishAt, key.pk);
  const { fingerprint, folder } = unit;
  const formerly = partitionsLeftBehind(known, entries);
  return {
    fingerprint,
    folder,
    ...(left && { left }),
    ...(renewAt && { renewAt }),
    entries,
    ...(formerly.length > 0 && { formerly }),
  };
}

function partitionsLeftBehind(known: LedgerRecord | undefined, entries: LedgerRecord["entries"]): string[] {
  const present = new Set(Object.values(entries).flat());
  const before = [...Object.values(known?.entries ?? {}).flat(), ...(known?.formerly ?? [])];
  return [...new Set(before)].filter((pk) => !present.has(pk)).sort();
}
