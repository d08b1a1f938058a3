import { Refusal } from "../../refusal.ts";
import type { RegistrationEvent, RegistrationPlace } from "../event.ts";
import { LARGEST_BOOKING } from "../participant.ts";
import { freeSeats, hasRoomFor, type PlaceSeats, type SeatCeiling } from "../seats.ts";

/** Seats that an organiser gives. */
export interface SeatsGiven {
  readonly place: string;
  readonly n: number;
  /** Whether they are given although there are none, or others wait for them. */
  readonly beyond: boolean;
}

/**
 * How an organiser gives seats: as a newcomer gets them while there are any and nobody waits; otherwise only on purpose,
 * up to a number that is told.
 *
 * @returns undefined where the seats are there
 * @throws Refusal `place-full` where they are not, and are not given on purpose
 */
export function ceilingFor(
  seats: ReadonlyMap<string, PlaceSeats>,
  { place, n, beyond }: SeatsGiven,
): SeatCeiling | undefined {
  const row = seats.get(place) ?? { capacity: 0, taken: 0, waiting: 0 };
  if (hasRoomFor(row, n)) return undefined;
  const over = Math.max(0, row.taken + n - row.capacity);
  if (beyond) return { place, upTo: Math.max(row.capacity, row.taken + n), over };
  throw new Refusal(
    "place-full",
    409,
    `${place} has ${freeSeats(row)} free of ${row.capacity} seats, ${row.waiting} bookings wait, and this takes ${n}.`,
    over > 0
      ? `With a reason it is done all the same, ${over} beyond the capacity.`
      : "With a reason it is done all the same, before those who wait.",
    { field: "reason" },
  );
}

/** @throws Refusal `place-closed` once the place is over, or the event cancelled */
export function requireNotOver(
  { status }: Pick<RegistrationEvent, "status">,
  { id, ends }: RegistrationPlace,
  now: string,
): void {
  if (status !== "cancelled" && now < ends) return;
  throw new Refusal(
    "place-closed",
    409,
    status === "cancelled" ? "The event is cancelled." : `${id} is over.`,
    "Nobody is given a seat there any more.",
    { field: "place" },
  );
}

/** @throws Refusal `booking-size` */
export function requireDeskSize(n: number): void {
  if (n >= 1 && n <= LARGEST_BOOKING) return;
  throw new Refusal(
    "booking-size",
    400,
    `A booking is for one to ${LARGEST_BOOKING} people, this one would name ${n}.`,
    "Add the others as another registration.",
    { field: "people" },
  );
}
