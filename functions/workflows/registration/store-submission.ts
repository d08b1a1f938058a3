import type { Instant } from "../../domain/instant.ts";
import { addressHash } from "../../domain/registration/address.ts";
import type { Unproven } from "../../domain/registration/address-lock.ts";
import type { StoredBefore } from "../../domain/registration/decisions/next-step.ts";
import { resubmitted } from "../../domain/registration/decisions/resubmit.ts";
import { type Submission, submitted } from "../../domain/registration/decisions/submit.ts";
import { expired } from "../../domain/registration/decisions/verify.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { isUnclaimed, type SentToken } from "../../domain/registration/registration.ts";
import type { PlaceSeats } from "../../domain/registration/seats.ts";
import { sharedRoom } from "../../domain/registration/shared-room.ts";
import { TRANSACTION_OPERATIONS } from "../../storage/dynamodb/transaction.ts";
import type { StoredChange } from "../../storage/registrations/registration-step.ts";
import { holderIn, locksOf, type StoredLocks } from "./address-locks.ts";
import { stored } from "./carry-out.ts";
import type { SubmittingDependencies } from "./dependencies.ts";

/** What is stored under a form and its address, with what changing it rests on. */
export interface Found extends StoredBefore {
  /** Of the address, and of the one that the form was sent under before. */
  readonly locks: StoredLocks;
}

export async function lookUp(
  dependencies: SubmittingDependencies,
  event: RegistrationEvent,
  { id, contact }: Submission,
  now: Instant,
): Promise<Found> {
  const [same, under] = await Promise.all([
    dependencies.registrations.registration(event.id, id),
    locksOf(dependencies, event, contact.email),
  ]);
  const mine = same && isUnclaimed(same, now) ? same : undefined;
  const holder = await holderIn(dependencies, event, under);
  const former = mine && mine.contact.email !== contact.email ? mine.contact.email : undefined;
  const locks = former === undefined ? under : await locksOf(dependencies, event, former, under);
  const beside = unprovenIn(under).filter((each) => each.id !== mine?.id && each.until > now).length;
  return { locks, mine, isSpent: same !== undefined && !mine, holder, beside };
}

const unprovenIn = (locks: StoredLocks): Unproven[] =>
  [...locks.values()].flatMap(({ lock }) => lock.unproven);

interface Storing extends Found {
  readonly event: RegistrationEvent;
  readonly form: Submission;
  readonly since: Instant | undefined;
  /** Mark of the network that it comes from. */
  readonly network: string | undefined;
  /** Whether that network asks for very many seats and proves nothing. */
  readonly shortHold: boolean;
  readonly at: number;
  readonly now: Instant;
  readonly seats: Map<string, PlaceSeats>;
  readonly token: SentToken;
}

/** @returns whether it was stored; otherwise what stood in the way has ended, and it is to be decided anew */
export async function storeSubmission(
  dependencies: SubmittingDependencies,
  { event, form, since, network, shortHold, at, now, seats, token, locks, mine, holder }: Storing,
): Promise<boolean> {
  const { registrations } = dependencies;
  const ending = await overAt(dependencies, event, { locks, holder, mine }, now);
  const { room, sharedSince } = sharedRoom({
    seats,
    locks: new Map([...locks].map(([hash, { lock }]) => [hash, lock])),
    hash: addressHash(form.contact.email),
    mine,
    ending,
  });
  const circumstances = { event, now, since, network, shortHold, at, token, room, sharedSince };
  const change = stored(mine ? resubmitted(mine, form, circumstances) : submitted(form, circumstances));
  const changes = [...ending, change];
  if (ending.length > 0 && registrations.operations(changes) > TRANSACTION_OPERATIONS) {
    for (const each of ending) await registrations.commit([each], new Map());
    return false;
  }
  await registrations.commit(changes, seats, locks);
  return true;
}

/** What stands under the address although its time is over: it ends in the same transaction. */
async function overAt(
  { registrations }: SubmittingDependencies,
  event: RegistrationEvent,
  { locks, holder, mine }: Pick<Found, "locks" | "holder" | "mine">,
  now: Instant,
): Promise<StoredChange[]> {
  const over = unprovenIn(locks).filter(({ id, until }) => until <= now && id !== mine?.id);
  const read = over.map(({ id }) => registrations.registration(event.id, id));
  return [holder, ...(await Promise.all(read))].flatMap((each) => {
    const change = each && expired(each, { now });
    return change ? [stored(change)] : [];
  });
}
