import { MOST_UNPROVEN } from "../../../functions/domain/registration/address-lock.ts";
import { isEligible, isWaiting } from "../../../functions/domain/registration/booking.ts";
import { placeIn } from "../../../functions/domain/registration/event.ts";
import { footprintOf } from "../../../functions/domain/registration/footprint.ts";
import { lastInstant } from "../../../functions/domain/registration/holds.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { freeSeats } from "../../../functions/domain/registration/seats.ts";
import {
  type Attributes,
  queueEntryIn,
} from "../../../functions/storage/registrations/registration-items.ts";
import {
  ADDRESS_PREFIX,
  HOLDS_PREFIX,
  WAITING_PREFIX,
} from "../../../functions/storage/registrations/registrations-keys.ts";
import { everything, type RegisteringWorld } from "./registering.ts";

/** The most seats that may be taken at each place: its capacity, or what was taken when it was lowered below that. */
export type Ceilings = ReadonlyMap<string, number>;

/**
 * Everything that is wrong with what is stored, as sentences; none when all invariants hold. Every number is counted
 * anew from the registrations.
 */
export async function violations(world: RegisteringWorld, ceilings: Ceilings): Promise<string[]> {
  const { event } = world;
  const items = await everything(world.client, world.table);
  const all = await world.all();
  const wrong: string[] = [];
  for (const { id } of event.places) {
    const row = await world.seats(id);
    const taken = takenAt(all, id);
    const waiting = all.reduce((sum, each) => sum + (footprintOf(each).places.get(id)?.waiting ?? 0), 0);
    if (row.taken !== taken) wrong.push(`${id}: ${row.taken} taken, counted ${taken}`);
    if (row.waiting !== waiting) wrong.push(`${id}: ${row.waiting} waiting, counted ${waiting}`);
    const ceiling = ceilings.get(id) ?? row.capacity;
    if (row.taken > ceiling) wrong.push(`${id}: ${row.taken} taken of ${ceiling}`);
  }
  const keysOf = (prefix: string) =>
    items
      .filter(({ pk }) => pk?.S?.startsWith(`${prefix}${event.id}#`))
      .map(({ pk, sk }) => `${pk?.S} ${sk?.S}`);
  const expected = all.map((each) => ({ each, print: footprintOf(each) }));
  wrong.push(
    ...differing(
      "waiting lists",
      keysOf(WAITING_PREFIX),
      expected.flatMap(({ print }) =>
        print.queue.map(
          (entry) =>
            `${WAITING_PREFIX}${event.id}#${entry.place} ${entry.priority}#${entry.submittedAt}#${entry.registration}`,
        ),
      ),
    ),
    ...differing(
      "holds",
      keysOf(HOLDS_PREFIX),
      expected.flatMap(({ print }) =>
        print.holds.map(
          (entry) => `${HOLDS_PREFIX}${event.id}#${entry.place} ${entry.until}#${entry.registration}`,
        ),
      ),
    ),
    ...differing(
      "locks",
      items.filter(({ pk }) => pk?.S?.startsWith(`${ADDRESS_PREFIX}${event.id}#`)).map(lockText),
      [...locksFor(all)].map(([hash, lock]) => textOf(`${ADDRESS_PREFIX}${event.id}#${hash}`, lock)),
    ),
  );
  for (const item of items.filter(({ pk }) => pk?.S?.startsWith(`${WAITING_PREFIX}${event.id}#`))) {
    const stored = queueEntryIn(item);
    const due = expected
      .flatMap(({ print }) => print.queue)
      .find((entry) => entry.registration === stored.registration && entry.place === stored.place);
    if (JSON.stringify(due) !== JSON.stringify(stored))
      wrong.push(`entry ${JSON.stringify(stored)} is stale`);
  }
  return [...wrong, ...divided(all)];
}

/** What each address is kept by, counted anew. */
function locksFor(all: readonly Registration[]): Map<string, { proven: string[]; unproven: Registration[] }> {
  const locks = new Map<string, { proven: string[]; unproven: Registration[] }>();
  for (const each of all) {
    const { lock, isUnproven } = footprintOf(each);
    if (lock === undefined) continue;
    const known = locks.get(lock) ?? { proven: [], unproven: [] };
    if (isUnproven) known.unproven.push(each);
    else known.proven.push(each.id);
    locks.set(lock, known);
  }
  return locks;
}

/** Seats of proven registrations, and of each address the largest number that an unproven submission asks for. */
function takenAt(all: readonly Registration[], place: string): number {
  const at = (each: Registration) => footprintOf(each).places.get(place)?.taken ?? 0;
  const own = all.filter((each) => !footprintOf(each).isUnproven).reduce((sum, each) => sum + at(each), 0);
  const together = [...locksFor(all).values()].map(({ unproven }) => Math.max(0, ...unproven.map(at)));
  return own + together.reduce((sum, each) => sum + each, 0);
}

function textOf(pk: string, { proven, unproven }: { proven: string[]; unproven: Registration[] }): string {
  const listed = unproven.map(({ id, bookings }) => {
    const held = bookings.filter(({ state }) => state === "unverified");
    return [id, held.map(({ place, participants }) => `${place} ${participants.length}`).sort()];
  });
  return JSON.stringify([pk, proven, listed.sort()]);
}

function lockText({ pk, registration, unproven }: Attributes): string {
  const stored: { id: string; seats: Record<string, { n: number }> }[] = JSON.parse(unproven?.S ?? "[]");
  const listed = stored.map(({ id, seats }) => [
    id,
    Object.entries(seats)
      .map(([place, { n }]) => `${place} ${n}`)
      .sort(),
  ]);
  return JSON.stringify([pk?.S, registration?.S === undefined ? [] : [registration.S], listed.sort()]);
}

/** An address has one proven registration or up to five unproven submissions; no booking is without people. */
function divided(all: readonly Registration[]): string[] {
  const locks = [...locksFor(all).values()];
  const wrong = locks.flatMap(({ proven, unproven }) => [
    ...(proven.length > 1 ? ["two live registrations have one address"] : []),
    ...(proven.length > 0 && unproven.length > 0 ? ["an address is proven, and others are submitted"] : []),
    ...(unproven.length > MOST_UNPROVEN ? ["more than five submissions of one address"] : []),
  ]);
  const empty = all
    .flatMap(({ bookings }) => bookings)
    .filter(({ participants }) => participants.length === 0);
  return empty.length === 0 ? wrong : [...wrong, "a booking without people"];
}

function differing(what: string, stored: readonly string[], expected: readonly string[]): string[] {
  const [one, other] = [[...stored].sort(), [...expected].sort()];
  return JSON.stringify(one) === JSON.stringify(other)
    ? []
    : [`${what}: stored ${JSON.stringify(one)}, expected ${JSON.stringify(other)}`];
}

const turnOf = (registration: Registration, place: string): string | undefined => {
  const booking = registration.bookings.find((each) => each.place === place);
  return booking && `${booking.priority}#${booking.submittedAt}#${registration.id}`;
};

/** Offers made between two states that passed over someone whose turn was earlier, and whom the place can seat at all. */
export async function overtaken(
  world: RegisteringWorld,
  before: readonly Registration[],
  after: readonly Registration[],
): Promise<string[]> {
  const rows = await world.dependencies.registrations.seats(
    world.event.id,
    world.event.places.map(({ id }) => id),
  );
  const stateIn = (all: readonly Registration[], id: string, place: string) =>
    all.find((each) => each.id === id)?.bookings.find((each) => each.place === place)?.state;
  return world.event.places.flatMap(({ id: place, approval }) => {
    const most = rows.get(place)?.capacity ?? 0;
    const waiting = after.filter((each) =>
      each.bookings.some(
        (booking) =>
          booking.place === place && isEligible(booking, approval) && booking.participants.length <= most,
      ),
    );
    const first = waiting.map((each) => turnOf(each, place) ?? "").sort()[0];
    const offers = after.filter(
      ({ id }) => stateIn(after, id, place) === "offered" && stateIn(before, id, place) !== "offered",
    );
    return offers
      .filter((each) => first !== undefined && (turnOf(each, place) ?? "") > first)
      .map(({ id }) => `${id} was offered seats at ${place} before ${first}`);
  });
}

/** Seats that lie idle although the one whose turn it is could have them. */
export async function idle(world: RegisteringWorld): Promise<string[]> {
  const all = await world.all();
  const wrong: string[] = [];
  for (const { id } of world.event.places) {
    const settings = placeIn(world.event, id);
    if (!settings || lastInstant(settings) <= world.instant()) continue;
    const row = await world.seats(id);
    const free = freeSeats(row);
    const queue = all
      .flatMap((each) =>
        each.bookings
          .filter((booking) => booking.place === id && isWaiting(booking))
          .map((booking) => ({ booking, turn: turnOf(each, id) ?? "" })),
      )
      .filter(({ booking }) => isEligible(booking, settings.approval))
      .filter(({ booking }) => booking.participants.length <= row.capacity)
      .sort((a, b) => (a.turn < b.turn ? -1 : 1));
    const first = queue[0]?.booking;
    if (first && first.participants.length <= free)
      wrong.push(`${free} seats at ${id} are free, and ${first.participants.length} are waited for`);
  }
  return wrong;
}
