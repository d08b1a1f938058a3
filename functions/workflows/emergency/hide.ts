import { toInstant } from "../../domain/instant.ts";
import { type HiddenRecord, hiddenItem, hiddenRecord } from "../../storage/newsroom/fence.ts";
import type { EmergencyOrder } from "../../storage/newsroom/pending-emergencies.ts";
import { storedUnit } from "../publish/stored/stored-unit.ts";
import { hiddenUnit } from "../publish/without/hidden-unit.ts";
import { withoutFiles } from "../publish/without/without-files.ts";
import { changedAnswers, mediaAnswers } from "./changed-answers.ts";
import type { EmergencyAtWork, EmergencyOutcome, TakenBack } from "./emergency-newsroom.ts";
import { keptText, keptUnit } from "./kept-unit.ts";
import { publishStored } from "./publish-stored.ts";
import { isOneOf, objectKeys, type TakenFiles, takenFiles } from "./taken-files.ts";

export type HideOrder = Extract<EmergencyOrder, { verb: "hide" }>;

/**
 * Takes files or a whole unit out of sight, so that all can be shown again as it was.
 *
 *     fence -- units kept as they are -- bytes moved, 410 -- documents without them -- what came meanwhile
 *
 * The fence comes first: from then on no publication brings it back. Killed anywhere, the order tells enough to go on.
 */
export async function hide(newsroom: EmergencyAtWork, order: HideOrder): Promise<EmergencyOutcome> {
  const { hidden, invalidate } = newsroom;
  const found = await takenFiles(newsroom, order);
  const record = await noted(newsroom, order, found);
  for (const unit of record.units) await keepUnit(newsroom, order.id, unit);
  await hideBytes(newsroom, order, found);
  await invalidate(record.objects.map((key) => `/${key}`));
  const answers: TakenBack[] = [];
  for (const unit of record.units) {
    const done = await publishStored(newsroom, unit, `hide ${order.id}`, (stored) => ({
      ...(order.unit === undefined ? withoutFiles(stored, isOneOf(found)) : hiddenUnit(stored)),
      untold: true,
    }));
    const kept = await hidden.kept(order.id, unit); // of before a run that was killed
    if (done && kept !== undefined)
      answers.push(...changedAnswers(keptUnit(kept, order.id, unit), done.after, order.at));
  }
  await hideBytes(newsroom, order, found); // an upload that had begun when the lease was taken may have ended since
  return { addresses: [...answers, ...mediaAnswers(objectKeys(found), toInstant(newsroom.clock()))] };
}

/** Notes in the fence what is hidden; a run that was killed may have done so, and nothing that it noted is forgotten. */
async function noted(
  { writer, held }: EmergencyAtWork,
  { id, at, until, by, what, unit, hashes }: HideOrder,
  found: TakenFiles,
): Promise<HiddenRecord> {
  const before = await hiddenRecord(writer, id);
  const all = (known: readonly string[] = [], more: Iterable<string>) => [...new Set([...known, ...more])];
  const record: HiddenRecord = {
    kind: "hidden",
    id,
    at,
    until,
    by,
    what,
    ...(unit !== undefined && { unit }),
    hashes: all(before?.hashes, [...hashes, ...found.hashes]),
    objects: all(before?.objects, objectKeys(found)),
    units: all(before?.units, found.units),
  };
  if (JSON.stringify(before) !== JSON.stringify(record))
    await writer.transact([held.guard(0), { put: { ...hiddenItem(record), writtenAt: at } }]);
  return record;
}

/** Before anything in it changes; repeated, what was kept first stays. */
async function keepUnit(newsroom: EmergencyAtWork, id: string, unit: string): Promise<void> {
  const { ledger, hidden } = newsroom;
  if ((await hidden.kept(id, unit)) !== undefined) return;
  const record = (await ledger.records()).get(unit);
  if (record) await hidden.keep(id, unit, keptText(await storedUnit(newsroom, unit, record)));
}

/** Archives are made of other files, and are made anew: they are destroyed at once. */
async function hideBytes(
  { hidden, media }: EmergencyAtWork,
  { id, at }: HideOrder,
  { objects, archives }: TakenFiles,
): Promise<void> {
  for (const { key } of objects) await hidden.hide(id, key, at);
  for (const { key } of archives) await media.takeBack(key, at);
}
