import { Refusal } from "../../refusal.ts";
import { holdsSeats, isLive, isLiveAt, seatsOf } from "../booking.ts";
import {
  bookingChange,
  bookingOf,
  type Change,
  type Circumstances,
  entered,
  inState,
  placeOf,
  placeOfBooking,
  reentered,
  requireState,
  withBooking,
} from "../change.ts";
import { placeStanding } from "../event.ts";
import { LARGEST_BOOKING, type NamedParticipant, withPasses } from "../participant.ts";
import { amended, bookingAt, type Registration } from "../registration.ts";
import { bookedBy } from "./submit.ts";
import { toldBy } from "./verify.ts";

/** Whether a place has seats for `n` more at once. */
export type Room = (place: string, n: number) => boolean;

/**
 * Other people at a place, fewer or more. Who waits keeps the turn; seats held or confirmed grow only as long as there
 * are any, and an offer can only shrink.
 *
 * @throws Refusal `booking-size`, `place-full`, `place-closed`, `booking-ended`, `booking-state`
 */
export function withPeople(
  registration: Registration,
  { place, people }: { place: string; people: readonly NamedParticipant[] },
  { room, ...circumstances }: Circumstances & { room: Room },
): Change {
  const { event, now } = circumstances;
  requireSize(people);
  const booking = bookingOf(registration, place);
  const settings = placeOfBooking(circumstances, place);
  requireState(booking, ["pending", "waitlisted", "offered", "confirmed"], now);
  const more = people.length - seatsOf(booking);
  if (more > 0 && placeStanding(event, settings, now) !== "open") throw closed();
  if (more > 0 && holdsSeats(booking) && (booking.state === "offered" || !room(place, more)))
    throw new Refusal(
      "place-full",
      409,
      `There are no ${more} more seats at this place.`,
      "The seats that you have stay yours. Others can register on their own and wait for seats.",
      { field: "people" },
    );
  const changed = { ...booking, participants: withPasses(people, booking.participants) };
  const next = booking.state === "confirmed" ? entered(changed, now) : changed;
  return bookingChange(registration, next, now, "changed");
}

/**
 * One more place, or one again whose booking is over. Whoever comes anew to a full place waits.
 * @throws Refusal `booking-size`, `place-closed`, `place-booked`
 */
export function withPlace(
  registration: Registration,
  { place, people, at }: { place: string; people: readonly NamedParticipant[]; at: number },
  { room, ...circumstances }: Circumstances & { room: Room },
): Change {
  const { event, now } = circumstances;
  requireSize(people);
  const settings = placeOf(circumstances, place);
  if (placeStanding(event, settings, now) !== "open") throw closed();
  const former = bookingAt(registration, place);
  if (former && isLiveAt(former, now))
    throw new Refusal(
      "place-booked",
      409,
      "You have a booking at this place already.",
      "Change its people instead.",
      { field: "place" },
    );
  if (former?.state === "declined")
    throw new Refusal(
      "booking-state",
      409,
      "The press office declined this booking.",
      "Write to the press office if something has changed.",
    );
  const next = bookedBy(former, settings, people, { at, room: room(place, people.length) });
  return {
    before: registration,
    after: withBooking(registration, next, now, { verifiedAt: registration.verifiedAt ?? now }),
    mails: [{ kind: toldBy(next), booking: next }],
  };
}

/**
 * Gives seats, a place in the waiting list or an offer back. Cancelling twice changes nothing.
 * @param places those to cancel; all where none are named
 */
export function cancelled(
  registration: Registration,
  places: readonly string[],
  { now }: Circumstances,
): Change | undefined {
  const leaving = registration.bookings.filter(
    (booking) => isLive(booking) && (places.length === 0 || places.includes(booking.place)),
  );
  if (leaving.length === 0) return undefined;
  const bookings = registration.bookings.map((booking) =>
    leaving.includes(booking) ? reentered(inState(booking, "cancelled"), now) : booking,
  );
  const told = registration.verifiedAt
    ? bookings.filter((_, i) => bookings[i] !== registration.bookings[i])
    : [];
  return {
    before: registration,
    after: amended(registration, now, { bookings }),
    mails: told.map((booking) => ({ kind: "cancelled", booking })),
  };
}

function requireSize(people: readonly NamedParticipant[]): void {
  if (people.length >= 1 && people.length <= LARGEST_BOOKING) return;
  throw new Refusal(
    "booking-size",
    400,
    `A booking is for one to ${LARGEST_BOOKING} people, this one names ${people.length}.`,
    "Cancel a booking that nobody needs; larger delegations register in parts.",
    { field: "people" },
  );
}

function closed(): Refusal {
  return new Refusal(
    "place-closed",
    409,
    "One cannot register for this place now.",
    "The page of the event says from when and until when one can.",
    { field: "place" },
  );
}
