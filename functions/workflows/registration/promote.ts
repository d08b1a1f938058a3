import { toInstant } from "../../domain/instant.ts";
import { expired } from "../../domain/registration/decisions/verify.ts";
import { offered } from "../../domain/registration/decisions/waiting-list.ts";
import { placeIn, type RegistrationEvent, type RegistrationPlace } from "../../domain/registration/event.ts";
import type { QueueEntry } from "../../domain/registration/footprint.ts";
import { freeSeats } from "../../domain/registration/seats.ts";
import { Outrun } from "../../storage/registrations.ts";
import { DECISIONS, stored } from "./carry-out.ts";
import type { RegistrationDependencies } from "./dependencies.ts";

/** What sweeping a place came to. */
export interface Swept {
  /** Registrations of which something had run out. */
  ended: number;
  /** Bookings that were offered seats. */
  offers: number;
}

/**
 * Brings a place up to date: ends what has run out, one conditional transaction each, then offers the seats that are
 * free to those whose turn it is. Harmless when run twice, at the same time as others, or late.
 *
 * @param most registrations to end in one go; whoever meets a full place ends a few, housekeeping all
 */
export async function sweepPlace(
  dependencies: RegistrationDependencies,
  { event, place }: { event: RegistrationEvent; place: string },
  most = Number.POSITIVE_INFINITY,
): Promise<Swept> {
  const ended = await endHolds(dependencies, { event, place }, most);
  const offers = await offerFreed(dependencies, { event, place });
  return { ended, offers };
}

async function endHolds(
  { registrations, clock }: RegistrationDependencies,
  { event, place }: { event: RegistrationEvent; place: string },
  most: number,
): Promise<number> {
  let ended = 0;
  const now = toInstant(new Date(clock()));
  for await (const id of registrations.ended(event.id, place, now)) {
    if (ended >= most) break;
    const registration = await registrations.registration(event.id, id);
    const change = registration && expired(registration, { now });
    if (!change) continue;
    try {
      await registrations.commit([stored(change)], new Map());
      ended++;
    } catch (error) {
      if (!(error instanceof Outrun)) throw error; // it was verified, or ended by someone else
    }
  }
  return ended;
}

/**
 * Offers freed seats strictly in order: where the seats do not suffice for the one whose turn it is, nobody overtakes.
 * Those who have not verified their address, or wait for approval, have no turn yet and keep their place.
 */
export async function offerFreed(
  dependencies: RegistrationDependencies,
  { event, place }: { event: RegistrationEvent; place: string },
): Promise<number> {
  const settings = placeIn(event, place);
  if (!settings || event.status === "cancelled") return 0;
  let offers = 0;
  for (let misses = 0; misses < DECISIONS; ) {
    const outcome = await offerNext(dependencies, event, settings);
    if (outcome === "none") return offers;
    if (outcome === "offered") offers++;
    else misses++;
  }
  return offers;
}

async function offerNext(
  { registrations, clock }: RegistrationDependencies,
  event: RegistrationEvent,
  settings: RegistrationPlace,
): Promise<"none" | "offered" | "outrun"> {
  const place = settings.id;
  const now = toInstant(new Date(clock()));
  if (settings.begins <= now) return "none";
  const seats = await registrations.seats(event.id, [place]);
  const row = seats.get(place);
  if (!row || row.waiting === 0 || freeSeats(row) === 0) return "none";
  const next = await firstInTurn(registrations.queue(event.id, place), settings);
  if (!next || next.seats > freeSeats(row)) return "none";
  const registration = await registrations.registration(event.id, next.registration);
  const booking = registration?.bookings.find((each) => each.place === place);
  if (!registration || booking?.state !== "waitlisted") return "outrun";
  try {
    await registrations.commit([stored(offered(registration, place, { event, now }))], seats);
    return "offered";
  } catch (error) {
    if (error instanceof Outrun) return "outrun";
    throw error;
  }
}

async function firstInTurn(
  queue: AsyncIterable<QueueEntry>,
  { approval }: RegistrationPlace,
): Promise<QueueEntry | undefined> {
  for await (const entry of queue) if (entry.verified && (!approval || entry.approved)) return entry;
  return undefined;
}

/** After someone gave seats back. The one who did is not kept waiting by what goes wrong for others. */
export async function promote(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  places: readonly string[],
): Promise<void> {
  for (const place of places) {
    try {
      await offerFreed(dependencies, { event, place });
    } catch (error) {
      dependencies.report?.({ kind: "promotion-failed", event: event.id, place, error }); // housekeeping does it
    }
  }
}
