import { randomUUID } from "node:crypto";
import { type Instant, toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { pendingKey } from "../../storage/newsroom/keys.ts";
import {
  type EmergencyOrder,
  type EmergencyVerb,
  type PendingEmergency,
  pendingEmergencies,
  pendingItem,
} from "../../storage/newsroom/pending-emergencies.ts";
import type { HeldLease } from "../../storage/newsroom/publish-lease.ts";
import type { EmergencyAtWork, EmergencyNewsroom, EmergencyOutcome } from "./emergency-newsroom.ts";

/** Does what an order says. Repeated after it was killed at any point, it comes to the same. */
export type Perform = (at: EmergencyAtWork, order: EmergencyOrder) => Promise<EmergencyOutcome>;

/**
 * Takes something back before anything else happens: notes the order, takes the lease from whoever publishes, does it,
 * and removes the note. Killed in between, the note stays, and the next command does it (`finishEmergencies`).
 *
 *     note ---- lease, within 5 s ---- perform ---- note goes, lease is given back
 *
 * @param by who orders it
 * @throws Refusal `publish-preempted` while another emergency is at work, `emergency-nothing` where there is nothing to do
 */
export async function performEmergency(
  newsroom: EmergencyNewsroom,
  order: EmergencyOrder,
  by: string,
  perform: Perform,
): Promise<EmergencyOutcome> {
  const pending = pendingEmergency(order, by, toInstant(newsroom.clock()));
  await note(newsroom, pending);
  return performNoted(newsroom, pending, perform);
}

/** An order as it is noted. */
export function pendingEmergency(order: EmergencyOrder, by: string, at: Instant): PendingEmergency {
  return { kind: "pending-emergency", id: randomUUID(), at, by, order };
}

/**
 * The first step of an emergency that has more of them: as `performEmergency`, but the note stays, and nobody else
 * publishes, until `endEmergencies`. May be repeated with the same order.
 *
 * @throws Refusal `publish-preempted` while another emergency is at work
 */
export async function beginEmergency(
  newsroom: EmergencyNewsroom,
  pending: PendingEmergency,
  perform: Perform,
): Promise<EmergencyOutcome> {
  await note(newsroom, pending);
  return withLease(newsroom, pending.order, (held) => perform({ ...newsroom, held }, pending.order));
}

/** The last step: all of it is done. */
export async function endEmergencies(
  { writer }: Pick<EmergencyNewsroom, "writer">,
  pending: readonly PendingEmergency[],
): Promise<void> {
  for (const { at, id } of pending) await writer.transact([{ remove: pendingKey(at, id) }]);
}

async function note({ writer }: EmergencyNewsroom, pending: PendingEmergency): Promise<void> {
  await writer.putAll([{ ...pendingItem(pending), writtenAt: pending.at }]);
}

/**
 * Does what commands that were killed have left undone.
 * @param canPerform which of them can be done without a person
 * @returns those that cannot
 */
export async function finishEmergencies(
  newsroom: EmergencyNewsroom,
  perform: Perform,
  canPerform: (verb: EmergencyVerb) => boolean,
): Promise<PendingEmergency[]> {
  const pending = await pendingEmergencies(newsroom.writer);
  for (const each of pending) if (canPerform(each.order.verb)) await performNoted(newsroom, each, perform);
  return pending.filter(({ order }) => !canPerform(order.verb));
}

async function performNoted(
  newsroom: EmergencyNewsroom,
  { at, id, order }: PendingEmergency,
  perform: Perform,
): Promise<EmergencyOutcome> {
  return withLease(newsroom, order, async (held) => {
    const ended = () => newsroom.writer.transact([held.guard(0), { remove: pendingKey(at, id) }]);
    try {
      const outcome = await perform({ ...newsroom, held }, order);
      await ended();
      return outcome;
    } catch (error) {
      if (error instanceof Refusal && error.code === "emergency-nothing") await ended();
      throw error;
    }
  });
}

async function withLease<Result>(
  { lease }: EmergencyNewsroom,
  { verb }: EmergencyOrder,
  task: (held: HeldLease) => Promise<Result>,
): Promise<Result> {
  const held = await lease.takeForEmergency(verb);
  try {
    return await task(held);
  } finally {
    await held.release().catch(() => {}); // it ends by itself, and what was thrown before matters more
  }
}
