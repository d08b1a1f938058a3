import { toInstant } from "../../domain/instant.ts";
import { expired } from "../../domain/registration/decisions/verify.ts";
import { offered } from "../../domain/registration/decisions/waiting-list.ts";
import { placeIn, type RegistrationEvent, type RegistrationPlace } from "../../domain/registration/event.ts";
import type { QueueEntry } from "../../domain/registration/footprint.ts";
import { lastInstant } from "../../domain/registration/holds.ts";
import { freeSeats, type PlaceSeats } from "../../domain/registration/seats.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { DECISIONS, stored } from "./carry-out.ts";
import type { RegistrationDependencies } from "./dependencies.ts";

/** How a place is swept. */
export interface Sweeping {
  /** Registrations to end, and offers to make, in one go. */
  readonly most?: number;
  /** Is told what goes wrong with one registration, so that it holds up no other; without it, that ends the sweep. */
  readonly failed?: (error: unknown) => void;
}

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
 */
export async function sweepPlace(
  dependencies: RegistrationDependencies,
  at: At,
  { most = Number.POSITIVE_INFINITY, failed = rethrow }: Sweeping = {},
): Promise<Swept> {
  const ended = await endHolds(dependencies, at, { most, failed });
  const offers = await offerFreed(dependencies, at, { most, failed });
  return { ended, offers };
}

interface At {
  readonly event: RegistrationEvent;
  readonly place: string;
}

function rethrow(error: unknown): never {
  throw error;
}

async function endHolds(
  { registrations, clock }: RegistrationDependencies,
  { event, place }: At,
  { most, failed }: Required<Sweeping>,
): Promise<number> {
  let ended = 0;
  const now = toInstant(new Date(clock()));
  for await (const id of registrations.ended(event.id, place, now)) {
    if (ended >= most) break;
    try {
      const registration = await registrations.registration(event.id, id);
      const change = registration && expired(registration, { now });
      if (!change) continue;
      await registrations.commit([stored(change)], new Map());
      ended++;
    } catch (error) {
      if (!(error instanceof Conflict)) failed(error); // else it was verified, or ended by someone else
    }
  }
  return ended;
}

/**
 * Offers freed seats strictly in order: where the seats do not suffice for the one whose turn it is, nobody overtakes.
 * Those who have not verified their address, or wait for approval, have no turn yet and keep their place; so do those
 * who are more than the place has seats, since its capacity was lowered. Who cannot be read is passed over.
 */
async function offerFreed(
  dependencies: RegistrationDependencies,
  { event, place }: At,
  { most, failed }: Required<Sweeping>,
): Promise<number> {
  const settings = placeIn(event, place);
  if (!settings || event.status === "cancelled") return 0;
  let offers = 0;
  const passedOver = new Set<string>();
  const unreadable = (id: string, error: unknown) => {
    failed(error);
    passedOver.add(id);
  };
  for (let misses = 0; misses < DECISIONS && offers < most; ) {
    const outcome = await offerNext(dependencies, event, settings, { passedOver, unreadable });
    if (outcome === "none") return offers;
    if (outcome === "offered") offers++;
    else misses++;
  }
  return offers;
}

interface PassedOver {
  readonly passedOver: ReadonlySet<string>;
  readonly unreadable: (id: string, error: unknown) => void;
}

async function offerNext(
  { registrations, clock }: RegistrationDependencies,
  event: RegistrationEvent,
  settings: RegistrationPlace,
  { passedOver, unreadable }: PassedOver,
): Promise<"none" | "offered" | "conflict"> {
  const place = settings.id;
  const now = toInstant(new Date(clock()));
  if (lastInstant(settings) <= now) return "none";
  const seats = await registrations.seats(event.id, [place]);
  const row = seats.get(place);
  if (!row || row.waiting === 0 || freeSeats(row) === 0) return "none";
  const next = await firstInTurn(registrations.queue(event.id, place), settings, row, passedOver);
  if (!next || next.seats > freeSeats(row)) return "none";
  const registration = await registrations
    .registration(event.id, next.registration)
    .catch((error: unknown) => unreadable(next.registration, error));
  const booking = registration?.bookings.find((each) => each.place === place);
  if (!registration || booking?.state !== "waitlisted") return "conflict";
  try {
    await registrations.commit([stored(offered(registration, place, { event, now }))], seats);
    return "offered";
  } catch (error) {
    if (error instanceof Conflict) return "conflict";
    throw error;
  }
}

async function firstInTurn(
  queue: AsyncIterable<QueueEntry>,
  { approval }: RegistrationPlace,
  { capacity }: PlaceSeats,
  passedOver: ReadonlySet<string>,
): Promise<QueueEntry | undefined> {
  for await (const entry of queue) {
    const { registration, verified, approved, seats } = entry;
    if (verified && (!approval || approved) && seats <= capacity && !passedOver.has(registration))
      return entry;
  }
  return undefined;
}

/** Holds that one person's request ends, and offers that it makes: more would make this one wait for all. */
const SWEPT_BY_PERSON = 25;

/**
 * Brings places up to date for a person who has met a full one or given seats back. They are not kept waiting by what
 * goes wrong for others: that is told, and housekeeping does it.
 */
export async function sweepForPerson(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  places: readonly string[],
): Promise<void> {
  for (const place of places) {
    try {
      await sweepPlace(dependencies, { event, place }, { most: SWEPT_BY_PERSON });
    } catch (error) {
      dependencies.report?.({ kind: "promotion-failed", event: event.id, place, error });
    }
  }
}
