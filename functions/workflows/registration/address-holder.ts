import type { Instant } from "../../domain/instant.ts";
import { addressHash } from "../../domain/registration/address.ts";
import type { Submission } from "../../domain/registration/decisions/submit.ts";
import { expired, resent } from "../../domain/registration/decisions/verify.ts";
import { placeIn, type RegistrationEvent } from "../../domain/registration/event.ts";
import { footprintOf } from "../../domain/registration/footprint.ts";
import {
  isLiveRegistration,
  isUnclaimed,
  mayAsk,
  type Registration,
} from "../../domain/registration/registration.ts";
import type { PlaceSeats } from "../../domain/registration/seats.ts";
import type { StoredChange } from "../../storage/registration-step.ts";
import { stored } from "./carry-out.ts";
import type { RegistrationDependencies, SubmittingDependencies } from "./dependencies.ts";

/** The registration that keeps an address to itself, even if its time is over. */
export async function holderOf(
  { registrations }: Pick<RegistrationDependencies, "registrations">,
  event: RegistrationEvent,
  address: string,
): Promise<Registration | undefined> {
  const id = await registrations.holderOf(event.id, addressHash(address));
  return id === undefined ? undefined : registrations.registration(event.id, id);
}

/** Whether someone has shown that the address is theirs: nobody else's submission can change anything of it. */
export function isClaimed(holder: Registration, now: Instant): boolean {
  return isLiveRegistration(holder, now) && !isUnclaimed(holder, now);
}

/** What lets an address go: a registration that is over, or one that nobody has verified. */
export function letGo(holder: Registration, now: Instant): StoredChange[] {
  if (isLiveRegistration(holder, now)) return [{ before: holder, after: undefined, mails: [] }];
  const change = expired(holder, { now });
  return change ? [stored(change)] : [];
}

/** Seats as they are once what lets an address go has been carried out, which happens in the same transaction. */
export function seatsOnce(
  gone: readonly StoredChange[],
  seats: ReadonlyMap<string, PlaceSeats>,
): ReadonlyMap<string, PlaceSeats> {
  const rows = new Map(seats);
  for (const { before, after } of gone) {
    const left = footprintOf(after).places;
    for (const [place, { taken }] of footprintOf(before).places) {
      const row = rows.get(place);
      if (row) rows.set(place, { ...row, taken: row.taken - taken + (left.get(place)?.taken ?? 0) });
    }
  }
  return rows;
}

export interface Aside {
  readonly event: RegistrationEvent;
  /** Whose address it is. */
  readonly holder: Registration;
  /** What the same form had registered before under another address: it goes. */
  readonly mine: Registration | undefined;
  readonly submission: Submission;
  readonly now: Instant;
  /** When it was first submitted. */
  readonly since: Instant;
}

/**
 * Keeps a submission under an address that is someone's, for as long as its sender can correct the address, and without
 * seats. The owner is told by mail, and nobody else.
 */
export async function setAside(
  { registrations, shadows }: SubmittingDependencies,
  { event, holder, mine, submission, now, since }: Aside,
): Promise<void> {
  await shadows.keep(event.id, submission, { now, since });
  const invitedTo = submission.places.filter((id) => placeIn(event, id)?.audience === "invitation");
  const changes = [...(mine ? letGo(mine, now) : []), ...mailAgain(holder, now, invitedTo)];
  if (changes.length > 0) await registrations.commit(changes, new Map());
}

/**
 * The mail to verify, or about a duplicate, once more: at most every two minutes, so that nobody is flooded.
 * @param invitedTo places that are open to its owner from now on
 */
export function mailAgain(
  holder: Registration,
  now: Instant,
  invitedTo: readonly string[] = [],
): StoredChange[] {
  return mayAsk(holder, now) ? [stored(resent(holder, { now, invitedTo }))] : [];
}
