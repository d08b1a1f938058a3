import type { Instant } from "../instant.ts";
import { type AddressLock, FREE_ADDRESS, heldSince, heldTogether, locksAfter } from "./address-lock.ts";
import { footprintOf } from "./footprint.ts";
import type { Registration } from "./registration.ts";
import { type HasSeats, hasRoomFor, type PlaceSeats } from "./seats.ts";

/** What is known before a submission is stored whose address nobody has proven. */
export interface Sharing {
  readonly seats: ReadonlyMap<string, PlaceSeats>;
  /** Locks by hash, as they are. */
  readonly locks: ReadonlyMap<string, AddressLock>;
  /** Hash of the address that it is submitted under. */
  readonly hash: string;
  /** The same submission as it is stored. */
  readonly mine: Registration | undefined;
  /** What ends with the same transaction. */
  readonly ending: readonly {
    readonly before: Registration | undefined;
    readonly after: Registration | undefined;
  }[];
}

/** Room for a submission, and since when what it shares has been held. */
export interface SharedRoom {
  readonly room: HasSeats;
  readonly sharedSince: (place: string) => Instant | undefined;
}

/**
 * Room for a submission beside the others of its address: what those hold at a place already is not needed twice. Seats
 * for which others wait are shared only for as long as the first of them could be held.
 */
export function sharedRoom({ seats, locks, hash, mine, ending }: Sharing): SharedRoom {
  const others = locksAfter(locks, [...ending, { before: mine, after: undefined }]) ?? new Map(locks);
  const beside = others.get(hash) ?? FREE_ADDRESS;
  const given = (place: string): number => {
    let sum = 0;
    for (const each of new Set([...locks.keys(), ...others.keys()]))
      sum +=
        heldTogether(locks.get(each) ?? FREE_ADDRESS, place) -
        heldTogether(others.get(each) ?? FREE_ADDRESS, place);
    for (const { before, after } of ending) sum += ownAt(before, place) - ownAt(after, place);
    return sum;
  };
  const needed = (place: string, n: number): number =>
    Math.max(0, n - heldTogether(beside, place)) - given(place);
  return {
    room: (place, n) => {
      const row = seats.get(place);
      const more = needed(place, n);
      return row !== undefined && (more <= 0 || hasRoomFor(row, more));
    },
    sharedSince: (place) => ((seats.get(place)?.waiting ?? 0) > 0 ? heldSince(beside, place) : undefined),
  };
}

/** Seats that a proven registration holds at a place: nobody shares those. */
function ownAt(registration: Registration | undefined, place: string): number {
  const { places, isUnproven } = footprintOf(registration);
  return isUnproven ? 0 : (places.get(place)?.taken ?? 0);
}
