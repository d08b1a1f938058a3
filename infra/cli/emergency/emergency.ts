import type { Clock } from "../../../functions/domain/instant.ts";
import { hiddenStore } from "../../../functions/storage/buckets/hidden-store.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { mediaStore } from "../../../functions/storage/buckets/media-store.ts";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import type {
  EmergencyOrder,
  PendingEmergency,
} from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import { placeCapacities } from "../../../functions/storage/registrations/place-capacities.ts";
import { destroyOverdue } from "../../../functions/workflows/emergency/destroy-overdue.ts";
import type {
  EmergencyNewsroom,
  EmergencyOutcome,
} from "../../../functions/workflows/emergency/emergency-newsroom.ts";
import {
  beginEmergency,
  finishEmergencies,
  type Perform,
  performEmergency,
} from "../../../functions/workflows/emergency/perform-emergency.ts";
import { canBePerformed, performOrder } from "../../../functions/workflows/emergency/perform-order.ts";
import { pendingRefusal } from "../../../functions/workflows/publish/pending-refusal.ts";
import { say } from "../console/say.ts";
import { hasDied, thisProcess } from "../target/lease-holder.ts";
import { onceFree } from "../target/once-free.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { endTable, looking } from "./end-table.ts";
import { watchAddresses } from "./watch-addresses.ts";

const clock: Clock = () => new Date();

/** The stores of a newsroom, as taking something back needs them. */
export function emergencyNewsroom(target: PublishTarget): EmergencyNewsroom {
  const { dynamodb, table, registrations, s3, mediaBucket, originalsBucket } = target;
  const { remove, takeBack } = mediaPurge(s3, mediaBucket); // every version, not only what readers have
  return {
    writer: newsroomWriter(dynamodb, table),
    ledger: newsroomLedger(dynamodb, table),
    lease: publishLease(dynamodb, table, { holder: thisProcess(), clock, hasDied }),
    media: { ...mediaStore(s3, mediaBucket), remove, takeBack },
    hidden: hiddenStore(s3, { media: mediaBucket, originals: originalsBucket }),
    originals: originalsStore(s3, originalsBucket),
    places: placeCapacities(dynamodb, registrations),
    invalidate: async (addresses) => target.invalidate?.(addresses),
    clock,
  };
}

/**
 * Does what was left undone by commands that were killed, before anything else.
 * @param despite ids of emergencies that are under way in this very command
 * @throws Refusal `emergency-pending` for what only the same command can finish
 */
export async function finishPending(target: PublishTarget, despite: readonly string[] = []): Promise<void> {
  const newsroom = emergencyNewsroom(target);
  const left = await explained(target, async () => {
    await destroyOverdue(newsroom);
    return onceFree(() => finishEmergencies(newsroom, performOrder, canBePerformed));
  });
  const refusal = pendingRefusal(left.filter(({ id }) => !despite.includes(id)));
  if (refusal) throw refusal;
}

/**
 * Takes something back from readers, before anything else happens; then finishes what other commands left undone.
 * @param by who orders it
 */
export async function performAtOnce(
  target: PublishTarget,
  order: EmergencyOrder,
  by: string,
): Promise<EmergencyOutcome> {
  return explained(target, async () => {
    const newsroom = emergencyNewsroom(target);
    const outcome = await onceFree(() => performEmergency(newsroom, order, by, performOrder));
    await onceFree(() => finishEmergencies(newsroom, performOrder, canBePerformed));
    return outcome;
  });
}

/**
 * The same for the first step of what has more of them, and what no other command could do: the note stays until
 * `endEmergencies`.
 */
export async function beginWithReaders(
  target: PublishTarget,
  pending: PendingEmergency,
  perform: Perform,
): Promise<EmergencyOutcome> {
  return explained(target, async () => {
    const newsroom = emergencyNewsroom(target);
    const outcome = await onceFree(() => beginEmergency(newsroom, pending, perform));
    await onceFree(() => finishEmergencies(newsroom, performOrder, canBePerformed));
    return outcome;
  });
}

/**
 * Shows when each address gave its new answer, once caches have forgotten the former one, and what only a person can do.
 * @param began when the command began, as `performance.now()` tells it
 * @param isRight whether an answer is as it should be, apart from its status
 * @returns whether every address answers as it should
 */
export async function reportOutcome(
  target: PublishTarget,
  { addresses }: EmergencyOutcome,
  began: number,
  isRight?: (answer: string) => boolean,
): Promise<boolean> {
  if (addresses.length > 0) say(looking(target.address));
  await target.forgotten?.();
  const seen = await watchAddresses(target.address, addresses, began, isRight);
  say(endTable(seen, { address: target.address, caches: target.forgotten !== undefined }));
  return seen.every(({ seconds }) => seconds !== undefined);
}

async function explained<Result>(target: PublishTarget, task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (error) {
    throw target.explain?.(error) ?? error;
  }
}
