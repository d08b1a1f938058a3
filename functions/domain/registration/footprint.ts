import { addressHash } from "./address.ts";
import { type Booking, holdsSeats, isLive, isWaiting, seatsOf } from "./booking.ts";
import { hasAddress, type Registration } from "./registration.ts";

/** What a registration makes of a place. */
export interface PlaceFootprint {
  readonly taken: number;
  readonly waiting: number;
}

/** Where a registration stands in a waiting list. */
export interface QueueEntry {
  readonly place: string;
  readonly registration: string;
  readonly priority: number;
  readonly submittedAt: string;
  readonly seats: number;
  readonly verified: boolean;
  readonly approved: boolean;
}

/** The end of a hold or of the time to verify. */
export interface HoldEntry {
  readonly place: string;
  readonly registration: string;
  readonly until: string;
}

/**
 * Everything that is stored of a registration beside itself, and that must be true at the same instant. It follows from
 * the registration alone; a change writes the difference between two of them in one transaction.
 */
export interface Footprint {
  readonly places: ReadonlyMap<string, PlaceFootprint>;
  readonly queue: readonly QueueEntry[];
  readonly holds: readonly HoldEntry[];
  /** Hash of its address, as long as anything of it is live; none where it has no address. */
  readonly lock: string | undefined;
  /** Whether nobody has proven the address: then its seats are held together with other submissions of that address. */
  readonly isUnproven: boolean;
}

export function footprintOf(registration: Registration | undefined): Footprint {
  if (!registration) return { places: new Map(), queue: [], holds: [], lock: undefined, isUnproven: false };
  const { bookings, contact, addressRule = 1, verifiedAt } = registration;
  const live = bookings.filter(isLive);
  return {
    places: new Map(live.map((booking) => [booking.place, placeFootprint(booking)])),
    queue: live.filter(isWaiting).map((booking) => queueEntry(registration.id, booking)),
    holds: live.flatMap(({ place, until }) =>
      until === undefined ? [] : [{ place, registration: registration.id, until }],
    ),
    lock: live.length > 0 && hasAddress(contact) ? addressHash(contact.email, addressRule) : undefined,
    isUnproven: live.length > 0 && verifiedAt === undefined,
  };
}

function placeFootprint(booking: Booking): PlaceFootprint {
  return { taken: holdsSeats(booking) ? seatsOf(booking) : 0, waiting: isWaiting(booking) ? 1 : 0 };
}

function queueEntry(registration: string, booking: Booking): QueueEntry {
  const { place, priority, submittedAt, state, approved } = booking;
  return {
    place,
    registration,
    priority,
    submittedAt,
    seats: seatsOf(booking),
    verified: state === "waitlisted",
    approved: approved === true,
  };
}
