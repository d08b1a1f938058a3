import * as v from "valibot";
import { earliest, Instant, latest } from "../instant.ts";
import { holdsSeats, isLive, seatsOf } from "./booking.ts";
import { instantOfSubmission } from "./change.ts";
import { footprintOf } from "./footprint.ts";
import type { Registration } from "./registration.ts";

/** Submissions of one address for one event that nobody has proven and that live side by side. */
export const MOST_UNPROVEN = 5;

/** A submission whose address nobody has proven, as the lock of that address lists it. */
export const Unproven = v.object({
  id: v.string(),
  /** The first instant at which none of it can be verified any longer. */
  until: Instant,
  /** Seats that it asks to be held, by place, and since when. */
  seats: v.record(v.string(), v.object({ n: v.number(), since: Instant })),
});
export type Unproven = v.InferOutput<typeof Unproven>;

/**
 * What keeps an address: one registration whose contact has proven it, or submissions that anyone may have typed. Per
 * place the largest number that any of these asks for is held, once.
 */
export interface AddressLock {
  /** Id of the proven registration. */
  readonly holder?: string | undefined;
  readonly unproven: readonly Unproven[];
}

export const FREE_ADDRESS: AddressLock = { unproven: [] };

/** A registration before and after a change; without `after` it is erased. */
interface Changed {
  readonly before: Registration | undefined;
  readonly after: Registration | undefined;
}

/** Seats that the unproven submissions of an address hold at a place, together. */
export function heldTogether({ unproven }: AddressLock, place: string): number {
  return Math.max(0, ...unproven.map(({ seats }) => seats[place]?.n ?? 0));
}

/** Since when seats at a place have been held for unproven submissions of an address. */
export const heldSince = ({ unproven }: AddressLock, place: string): Instant | undefined =>
  earliest(unproven.map(({ seats }) => seats[place]?.since));

/** Hashes of the addresses whose locks the changes may alter. */
export function locksChangedBy(changes: readonly Changed[]): string[] {
  const hashes = changes.flatMap(({ before, after }) => {
    const [former, next] = [footprintOf(before), footprintOf(after)];
    const isSame =
      former.lock === next.lock &&
      !former.isUnproven &&
      !next.isUnproven &&
      (next.lock === undefined || before?.eraseAt === after?.eraseAt);
    return isSame ? [] : [former.lock, next.lock];
  });
  return [...new Set(hashes.filter((hash) => hash !== undefined))];
}

/**
 * The locks once the changes are carried out.
 * @param locks as they are, by hash of the address; one that is not named is free
 * @returns undefined where an address is kept by another
 */
export function locksAfter(
  locks: ReadonlyMap<string, AddressLock>,
  changes: readonly Changed[],
): Map<string, AddressLock> | undefined {
  const after = new Map(locks);
  const concerned = new Set(locksChangedBy(changes));
  for (const { before } of changes) {
    const { lock } = footprintOf(before);
    if (before && lock !== undefined && concerned.has(lock))
      after.set(lock, withoutOne(after.get(lock) ?? FREE_ADDRESS, before.id));
  }
  for (const { after: registration } of changes) {
    const { lock, isUnproven } = footprintOf(registration);
    if (!registration || lock === undefined || !concerned.has(lock)) continue;
    const { holder, unproven } = after.get(lock) ?? FREE_ADDRESS;
    if (holder !== undefined || (!isUnproven && unproven.length > 0)) return undefined;
    const next = isUnproven
      ? { unproven: [...unproven, unprovenOf(registration)] }
      : { holder: registration.id };
    after.set(lock, { unproven: [], ...next });
  }
  return after;
}

function withoutOne({ holder, unproven }: AddressLock, id: string): AddressLock {
  return { ...(holder !== id && { holder }), unproven: unproven.filter((each) => each.id !== id) };
}

/** What the lock of its address says of a submission that nobody has proven. */
export function unprovenOf({ id, bookings, eraseAt }: Registration): Unproven {
  const live = bookings.filter(isLive);
  const seats = live
    .filter(holdsSeats)
    .map((booking) => [
      booking.place,
      { n: seatsOf(booking), since: booking.holdSince ?? instantOfSubmission(booking.submittedAt) },
    ]);
  const untils = live.map(({ until }) => until).filter((until) => until !== undefined);
  return { id, until: latest(untils) ?? eraseAt, seats: Object.fromEntries(seats) };
}
