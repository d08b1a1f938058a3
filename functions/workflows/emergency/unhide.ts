import { hashOf } from "../../domain/addresses.ts";
import { toInstant } from "../../domain/instant.ts";
import {
  type Fence,
  type HiddenRecord,
  hiddenItem,
  hiddenRecord,
  isFenced,
  readFence,
} from "../../storage/newsroom/fence.ts";
import { hiddenKey, pendingKey } from "../../storage/newsroom/keys.ts";
import { recordItem } from "../../storage/newsroom/ledger.ts";
import { type EmergencyOrder, pendingEmergencies } from "../../storage/newsroom/pending-emergencies.ts";
import { type StoredUnit, storedUnit } from "../publish/stored/stored-unit.ts";
import { hiddenUnit } from "../publish/without/hidden-unit.ts";
import { withoutFiles } from "../publish/without/without-files.ts";
import { isArchive } from "../takedown/same-file.ts";
import { changedAnswers } from "./changed-answers.ts";
import type { EmergencyAtWork, EmergencyOutcome, TakenBack } from "./emergency-newsroom.ts";
import { keptUnit } from "./kept-unit.ts";
import { publishStored } from "./publish-stored.ts";

export type UnhideOrder = Extract<EmergencyOrder, { verb: "unhide" }>;

/**
 * Shows again what was hidden: the same bytes under the same addresses, and documents as they were. Where a unit was
 * published otherwise meanwhile, its content has to be published anew (`SHOWN_AGAIN_RECORD`). Archives, which were destroyed,
 * are made by the publication that follows. What another order hides or took down stays away, and what cannot be shown
 * any more stays as it is.
 */
export async function unhide(newsroom: EmergencyAtWork, order: UnhideOrder): Promise<EmergencyOutcome> {
  const { writer, hidden, held, invalidate, clock } = newsroom;
  const now = toInstant(clock());
  const record = await hiddenRecord(writer, order.id);
  if (!record || isOver(record, now)) return { addresses: [] };
  const shown = { ...record, shownAgain: record.shownAgain ?? now };
  const unfinished = (await pendingEmergencies(writer)).filter(
    ({ order: { verb, ...other } }) => verb === "hide" && "id" in other && other.id === order.id,
  );
  await writer.transact([
    held.guard(0),
    { put: { ...hiddenItem(shown), writtenAt: now } },
    ...unfinished.map(({ at, id }) => ({ remove: pendingKey(at, id) })), // nobody is to go on hiding it
  ]);
  const fence = await readFence(writer); // without this one
  const files = record.objects.filter((key) => !isArchive(key));
  const back = files.filter((key) => !isFenced(fence, { key }));
  for (const key of files) {
    if (back.includes(key)) await hidden.show(order.id, key);
    else for (const other of othersHiding(fence, key)) await hidden.handOver(order.id, other, key);
  }
  await invalidate(record.objects.map((key) => `/${key}`));
  const answers: TakenBack[] = back.map((key) => ({ address: `/${key}`, answers: [200, 404] }));
  for (const unit of record.units) answers.push(...(await restored(newsroom, record, unit, fence)));
  await hidden.destroy(order.id);
  await writer.transact([held.guard(0), { remove: hiddenKey(order.id) }]);
  return { addresses: answers };
}

/** Other hidings of the same file, which need its bytes to show it again. */
function othersHiding(fence: Fence, key: string): string[] {
  const hash = hashOf(`/${key}`);
  const isOne = ({ objects, hashes, destroyed }: HiddenRecord) =>
    destroyed === undefined && (objects.includes(key) || hashes.includes(hash));
  return fence.takenDown.has(hash) ? [] : fence.hidden.filter(isOne).map(({ id }) => id);
}

/** Whether it can be shown again no longer. */
export function isOver({ until, destroyed }: HiddenRecord, now: string): boolean {
  return destroyed !== undefined || until <= now;
}

/** Name of the record that makes the next publication compile the unit anew. */
export const SHOWN_AGAIN_RECORD = "stored:shown-again";

async function restored(
  newsroom: EmergencyAtWork,
  { id, unit: whole, objects, hashes }: HiddenRecord,
  unit: string,
  fence: Fence,
): Promise<TakenBack[]> {
  const { ledger, hidden, writer, held, clock } = newsroom;
  const record = (await ledger.records()).get(unit);
  const text = await hidden.kept(id, unit);
  if (!record) return [];
  const marked = recordItem(unit, { ...record, fingerprint: SHOWN_AGAIN_RECORD });
  const mustFollow = () =>
    writer.transact([held.guard(0), { put: { ...marked, writtenAt: toInstant(clock()) } }]);
  if (text === undefined) {
    await mustFollow(); // a redaction destroyed it, since it held the words
    return [];
  }
  const before = keptUnit(text, id, unit);
  const present = await storedUnit(newsroom, unit, record);
  const keys = new Set(objects);
  const all = new Set(hashes);
  const isHidden = (path: string) => keys.has(path.slice(1)) || all.has(hashOf(path));
  const expected = whole === undefined ? withoutFiles(before, isHidden) : hiddenUnit(before);
  const isAway = (path: string) => isFenced(fence, { key: path.slice(1) }); // hidden by another order, or taken down
  const back = withoutFiles(before, (path) => isArchive(path) || isAway(path));
  if (!isMadeOf(present, expected, back)) {
    await mustFollow();
    return [];
  }
  // an archive that is not of what was hidden has never gone
  const gone = (path: string) => (isArchive(path) && keys.has(path.slice(1))) || isAway(path);
  const done = await publishStored(newsroom, unit, `unhide ${id}`, () => ({
    ...withoutFiles(before, gone),
    untold: true,
  }));
  return done ? changedAnswers(done.before, done.after, toInstant(clock())) : [];
}

/**
 * Whether every document of a unit is that of one of two others, as a run that was killed leaves it. Archives aside: those
 * were made anew without what was hidden.
 */
function isMadeOf(unit: StoredUnit, ...others: readonly StoredUnit[]): boolean {
  const held = (each: StoredUnit) =>
    withoutFiles(each, isArchive).documents.map(({ path, items }) =>
      [path, ...items.map(({ key, hash }) => `${key.pk} ${key.sk} ${hash}`).sort()].join("\n"),
    );
  const known = new Set(others.flatMap(held));
  return held(unit).every((document) => known.has(document));
}
