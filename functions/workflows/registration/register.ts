import { type Instant, secondsBetween, toInstant } from "../../domain/instant.ts";
import { addressHash, normalisedAddress } from "../../domain/registration/address.ts";
import type { Change } from "../../domain/registration/change.ts";
import { addressCorrected } from "../../domain/registration/decisions/address-change.ts";
import { type Submission, submitted } from "../../domain/registration/decisions/submit.ts";
import { expired, isUnverified, resent } from "../../domain/registration/decisions/verify.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { isLiveRegistration, type Registration } from "../../domain/registration/registration.ts";
import { hasRoomFor, type PlaceSeats } from "../../domain/registration/seats.ts";
import { Outrun } from "../../storage/registrations.ts";
import { busy, DECISIONS, stored } from "./carry-out.ts";
import { newToken, type RegistrationDependencies } from "./dependencies.ts";
import { sweepPlace } from "./promote.ts";

/** Holds that whoever meets a full place ends before the own attempt: more would make this one wait for all. */
const SWEPT_BY_NEWCOMER = 25;

/** Mails that strangers can cause to one address, and how far they lie apart. */
const MOST_ASKED = 6;
const ASKED_EVERY_SECONDS = 120;

/**
 * Registers, or amends what the same form registered before. Whatever it comes to (seats, the waiting list, an address
 * that is registered already), the answer is the same, and only mail tells.
 *
 *     form again? --yes--> its address corrected, or nothing to do
 *        | no
 *     address registered? --live--> one more mail to it
 *        |                --over--> taken over in the same transaction
 *     seats? --no--> end holds, offer to those who wait, look again --no--> waiting list
 *        | yes
 *     held
 *
 * @returns which of these it was, for logs without names and for tests: no reader may learn it
 * @throws Refusal `registration-busy`
 */
export async function register(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  submission: Submission,
): Promise<"registered" | "amended" | "repeated" | "duplicate"> {
  const at = dependencies.clock();
  const { registrations } = dependencies;
  const swept = new Set<string>();
  for (let n = 1; n <= DECISIONS; n++) {
    const same = await registrations.registration(event.id, submission.id);
    if (same) return repeated(dependencies, event, same, submission.contact.email);
    const now = toInstant(new Date(dependencies.clock()));
    const holder = await holderOf(dependencies, event, submission.contact.email);
    if (holder && isLiveRegistration(holder, now)) return duplicate(dependencies, event, holder, now);
    const seats = await seatsAfterSweep(dependencies, event, submission, swept);
    const token = await newToken(dependencies.seal, submission.id);
    const hasRoom = roomIn(seats, submission.people.length);
    const change = submitted(submission, { event, now, at, token, hasRoom });
    const takenOver = holder && expired(holder, { now });
    try {
      await registrations.commit([...(takenOver ? [stored(takenOver)] : []), stored(change)], seats);
      return "registered";
    } catch (error) {
      if (!(error instanceof Outrun)) throw error; // others were faster: look again
    }
  }
  throw busy();
}

function roomIn(seats: ReadonlyMap<string, PlaceSeats>, n: number): (place: string) => boolean {
  return (place) => {
    const row = seats.get(place);
    return row !== undefined && hasRoomFor(row, n);
  };
}

async function holderOf(
  { registrations }: RegistrationDependencies,
  event: RegistrationEvent,
  address: string,
): Promise<Registration | undefined> {
  const id = await registrations.holderOf(event.id, addressHash(address));
  return id === undefined ? undefined : registrations.registration(event.id, id);
}

/** Rows of the places chosen. A full one is swept first, once for each submission. */
async function seatsAfterSweep(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  { places, people }: Submission,
  swept: Set<string>,
): Promise<Map<string, PlaceSeats>> {
  const { registrations } = dependencies;
  const seats = await registrations.seats(event.id, places);
  const hasRoom = roomIn(seats, people.length);
  const full = places.filter((place) => !hasRoom(place) && !swept.has(place));
  if (full.length === 0) return seats;
  for (const place of full) {
    swept.add(place);
    await sweepPlace(dependencies, { event, place }, SWEPT_BY_NEWCOMER);
  }
  return registrations.seats(event.id, places);
}

/** The same form once more: a double click, a retry, the back button; or the same with its address corrected. */
async function repeated(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  same: Registration,
  address: string,
): Promise<"amended" | "repeated"> {
  if (normalisedAddress(same.contact.email) === normalisedAddress(address)) return "repeated";
  return (await correctAddress(dependencies, event, same.id, address)) ? "amended" : "repeated";
}

/**
 * Sends the mail to verify to another address, the first one having been mistyped.
 *
 * @returns whether it was changed: not what is verified already, nor to an address that is registered itself, which
 * then gets a mail that says so
 */
export async function correctAddress(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  id: string,
  email: string,
): Promise<boolean> {
  const { registrations, clock, seal } = dependencies;
  for (let n = 1; n <= DECISIONS; n++) {
    const now = toInstant(new Date(clock()));
    const registration = await registrations.registration(event.id, id);
    if (!registration || !isUnverified(registration) || !isLiveRegistration(registration, now)) return false;
    if (!mayAsk(registration, now)) return false;
    const holder = await holderOf(dependencies, event, email);
    if (holder && holder.id !== id && isLiveRegistration(holder, now)) {
      await duplicate(dependencies, event, holder, now);
      return false;
    }
    const token = await newToken(seal, id);
    const takenOver = holder && holder.id !== id ? expired(holder, { now }) : undefined;
    const change = addressCorrected(registration, { email, token }, { now });
    const changes: Change[] = takenOver ? [takenOver, change] : [change];
    try {
      await registrations.commit(changes.map(stored), new Map());
      return true;
    } catch (error) {
      if (!(error instanceof Outrun)) throw error;
    }
  }
  throw busy();
}

/** Someone registered under an address that is registered: its owner is told, and nobody else. */
async function duplicate(
  { registrations }: RegistrationDependencies,
  _event: RegistrationEvent,
  holder: Registration,
  now: Instant,
): Promise<"duplicate"> {
  if (!mayAsk(holder, now)) return "duplicate";
  try {
    await registrations.commit([stored(resent(holder, { now }))], new Map());
  } catch (error) {
    if (!(error instanceof Outrun)) throw error; // it changes at this very moment: its mail says more than this one
  }
  return "duplicate";
}

/** Whether one more mail that nobody verified to have asked for may go to the registration's address. */
export function mayAsk({ asked }: Pick<Registration, "asked">, now: Instant): boolean {
  return asked.count < MOST_ASKED && secondsBetween(asked.lastAt, now) >= ASKED_EVERY_SECONDS;
}

/** Sends the mail to verify once more, within bounds. Says nothing of whether there was one to send. */
export async function resend(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  address: string,
): Promise<void> {
  const now = toInstant(new Date(dependencies.clock()));
  const holder = await holderOf(dependencies, event, address);
  if (holder && isLiveRegistration(holder, now)) await duplicate(dependencies, event, holder, now);
}
