import { type Instant, toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Booking, holdsSeats, isWaiting, seatsOf } from "../../domain/registration/booking.ts";
import type { Change, DecisionContext } from "../../domain/registration/change.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { outboxOf } from "../../domain/registration/mail.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import type { PlaceSeats, SeatCeiling } from "../../domain/registration/seats.ts";
import { TRANSACTION_OPERATIONS } from "../../storage/dynamodb/transaction.ts";
import type { StoredChange } from "../../storage/registrations/registration-step.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { othersEnding, takesAddress } from "./address-locks.ts";
import type { RegistrationDependencies } from "./dependencies.ts";

/** How often a decision is made anew because others were faster. */
export const DECISIONS = 12;

export function stored({ before, after, mails, beyond }: Change): StoredChange {
  return { before, after, mails: outboxOf(after, mails), ...(beyond && { beyond }) };
}

/** Which registration, and its event as it is now. */
export interface WhichRegistration {
  readonly event: RegistrationEvent;
  readonly id: string;
}

/** What a decision about a stored registration knows. */
export interface Decided extends DecisionContext {
  /** Rows of the event's places. */
  readonly seats: ReadonlyMap<string, PlaceSeats>;
}

export interface Carried {
  readonly registration: Registration;
  /** Places at which seats became free, or someone left the waiting list. */
  readonly freed: readonly string[];
  /** Whether anything was changed. */
  readonly changed: boolean;
  /** What was given beyond what the place has, if anything was. */
  readonly beyond?: SeatCeiling | undefined;
}

/**
 * Reads a registration, decides, stores; and decides anew where something changed in between. Where the registration
 * becomes that of its address, the other submissions of that address end with it. A decision that is
 * repeated after its answer was lost finds it carried out: each says by `undefined` that there is nothing to do.
 *
 * @throws Refusal `registration-unknown`, `registration-busy`, `address-taken`, and what `decide` throws
 */
export const carryOut = (
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  decide: (registration: Registration, decided: Decided) => Change | undefined,
): Promise<Carried> =>
  carryOutAnew(dependencies, of, (registration, decided) => {
    if (!registration) throw unknown();
    return decide(registration, decided);
  });

/** The same for a registration that there need not be yet. */
export async function carryOutAnew(
  dependencies: RegistrationDependencies,
  { event, id }: WhichRegistration,
  decide: (registration: Registration | undefined, decided: Decided) => Change | undefined,
): Promise<Carried> {
  const { registrations, clock } = dependencies;
  for (let n = 1; n <= DECISIONS; n++) {
    const registration = await registrations.registration(event.id, id);
    const seats = await registrations.seats(event.id, placesOf(event, registration));
    const now = toInstant(new Date(clock()));
    const change = decide(registration, { event, seats, now });
    if (!change) {
      if (registration) return { registration, freed: [], changed: false };
      throw unknown();
    }
    const takes = takesAddress(change);
    try {
      const { locks, ending } = takes
        ? await othersEnding(dependencies, event, change.after, now)
        : { locks: new Map(), ending: [] };
      const changes = [...ending, stored(change)];
      if (ending.length > 0 && registrations.operations(changes) > TRANSACTION_OPERATIONS) {
        for (const each of ending) await registrations.commit([each], new Map());
        continue; // of an event with many places they end before it, one by one
      }
      await registrations.commit(changes, seats, locks);
      if (takes) await creditNetwork(dependencies, registration, change.after, now);
      const freed = [...new Set(changes.flatMap(freedBy))];
      return { registration: change.after, freed, changed: true, beyond: change.beyond };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  throw busy();
}

/** Lets the network know of which a submission was verified. What was verified stays so whatever becomes of that. */
async function creditNetwork(
  { limits, report }: RegistrationDependencies,
  before: Registration | undefined,
  after: Registration,
  now: Instant,
): Promise<void> {
  const { event, network, verifiedAt } = before ?? after;
  if (network === undefined || verifiedAt !== undefined || after.verifiedAt === undefined) return;
  await limits
    ?.verified(network, seatsIn(before ?? after), now)
    .catch((error: unknown) => report?.({ kind: "room-not-given-back", event, error }));
}

/** Seats of every booking, whether it holds them or waits. */
const seatsIn = ({ bookings }: Registration): number =>
  bookings.reduce((sum, each) => sum + seatsOf(each), 0);

function placesOf(event: RegistrationEvent, registration: Registration | undefined): string[] {
  const bookings = registration?.bookings ?? [];
  return [...new Set([...event.places.map(({ id }) => id), ...bookings.map(({ place }) => place)])];
}

/** Places at which someone may have a turn now: seats were given back, someone left the waiting list, or waits in earnest. */
export function freedBy({ before, after }: Pick<StoredChange, "before" | "after">): string[] {
  const held = (each: Booking | undefined) => (each && holdsSeats(each) ? seatsOf(each) : 0);
  const turn = (each: Booking | undefined) =>
    each && isWaiting(each) ? [each.state, each.approved, each.priority, seatsOf(each)].join() : "";
  const of = (registration: Registration | undefined, place: string) =>
    registration?.bookings.find((each) => each.place === place);
  const places = [...(before?.bookings ?? []), ...(after?.bookings ?? [])].map(({ place }) => place);
  return [...new Set(places)].filter((place) => {
    const [was, is] = [of(before, place), of(after, place)];
    return held(is) < held(was) || turn(is) !== turn(was);
  });
}

export function unknown(): Refusal {
  return new Refusal(
    "registration-unknown",
    404,
    "There is no such registration.",
    "It may have been deleted; register again on the page of the event.",
  );
}

export function busy(): Refusal {
  return new Refusal(
    "registration-busy",
    503,
    "So many people register at this moment that this could not be stored.",
    "Try again in a minute: what you typed is kept.",
  );
}
