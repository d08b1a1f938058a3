import { LANGUAGES } from "../../domain/language.ts";
import { type HiddenRecord, hiddenItem, hiddenRecords } from "../../storage/newsroom/fence.ts";
import { versionsPartition } from "../../storage/newsroom/keys.ts";
import type { EmergencyOrder } from "../../storage/newsroom/pending-emergencies.ts";
import { type TakedownRecord, takedownItem } from "../../storage/newsroom/takedowns.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";
import { retiredUnit } from "../publish/without/retired-unit.ts";
import { withoutFiles } from "../publish/without/without-files.ts";
import { isArchive } from "../takedown/same-file.ts";
import { changedAnswers, mediaAnswers } from "./changed-answers.ts";
import type { EmergencyAtWork, EmergencyOutcome, TakenBack } from "./emergency-newsroom.ts";
import { publishStored } from "./publish-stored.ts";
import { isOneOf, objectKeys, type TakenFiles, takenFiles } from "./taken-files.ts";

export type TakedownOrder = Extract<EmergencyOrder, { verb: "takedown" }>;

/**
 * Destroys files in every version, wherever they are, or all that a unit ever brought, which is then gone.
 *
 *     record, the fence -- bytes destroyed, 410 -- hidden ones, originals -- documents without them -- what came meanwhile
 *
 * Killed anywhere, the order tells enough to go on. The content is for whoever has it to change.
 */
export async function takeDown(newsroom: EmergencyAtWork, order: TakedownOrder): Promise<EmergencyOutcome> {
  const { media, originals, invalidate } = newsroom;
  const { unit, at } = order;
  const found = await takenFiles(newsroom, order);
  const { removed, hashes } = await noted(newsroom, order, found);
  for (const key of removed) await media.takeBack(key, at);
  await destroyHidden(newsroom, order, found);
  for (const hash of hashes) await originals.remove(hash);
  await invalidate(removed.map((key) => `/${key}`));
  const answers: TakenBack[] = [];
  for (const each of found.units) {
    const done = await publishStored(newsroom, each, `takedown ${order.what} ${at}`, (stored) => ({
      ...(each === unit
        ? retiredUnit(stored, { verb: "gone", at, successor: undefined })
        : withoutFiles(stored, isOneOf({ ...found, hashes: new Set([...found.hashes, ...hashes]) }))),
      untold: true,
    }));
    if (done) answers.push(...changedAnswers(done.before, done.after, at));
    if (each === unit) await forgetPast(newsroom, unit, done?.after.documents ?? []);
  }
  for (const key of removed) await media.takeBack(key, at); // an upload that had begun may have ended since
  return { addresses: [...answers, ...mediaAnswers(removed, at)] };
}

/** The record, before anything is done: from then on it is refused, from whichever clone it comes. */
async function noted(
  { writer, held }: EmergencyAtWork,
  { at, by, reason, kit, asset, unit, hashes }: TakedownOrder,
  found: TakenFiles,
): Promise<TakedownRecord & { hashes: string[] }> {
  const record = {
    kind: "takedown-record" as const,
    at,
    by,
    reason,
    kit,
    asset,
    ...(unit !== undefined && { unit }),
    hashes: [...new Set([...hashes, ...found.hashes])],
    removed: objectKeys(found),
  };
  await writer.transact([held.guard(0), { put: { ...takedownItem(record), writtenAt: at } }]);
  return record;
}

/** Bytes that were hidden before, too: those can no longer be shown again. */
async function destroyHidden(
  newsroom: EmergencyAtWork,
  { unit, at }: TakedownOrder,
  found: TakenFiles,
): Promise<void> {
  const { writer, hidden, held } = newsroom;
  const isOne = isOneOf(found);
  for (const record of await hiddenRecords(writer)) {
    const files = record.objects.filter((key) => !isArchive(key));
    const own = files.filter((key) => isOne(`/${key}`));
    for (const key of own) await hidden.destroyObject(record.id, key);
    const isAll =
      record.unit === undefined ? own.length === files.length && own.length > 0 : record.unit === unit;
    if (!isAll || record.destroyed) continue;
    await hidden.destroy(record.id);
    const destroyed: HiddenRecord = { ...record, destroyed: at };
    await writer.transact([held.guard(0), { put: { ...hiddenItem(destroyed), writtenAt: at } }]);
  }
}

/** Former versions of its texts, which the press office keeps otherwise, and what was told of changes in them. */
async function forgetPast(
  { writer, held }: EmergencyAtWork,
  unit: string,
  documents: StoredUnit["documents"],
): Promise<void> {
  const versions = await Promise.all(
    LANGUAGES.map((language) => writer.partition(versionsPartition(unit, language))),
  );
  const past = [...documents.flatMap(({ told }) => told ?? []), ...versions.flat()];
  for (const { key } of past) await writer.transact([held.guard(0), { remove: key }]);
}
