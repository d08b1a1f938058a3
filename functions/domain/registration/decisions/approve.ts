import { Refusal } from "../../refusal.ts";
import { type Booking, type BookingState, isLiveAt, seatsOf } from "../booking.ts";
import {
  bookingChange,
  bookingOf,
  type Change,
  type DecisionContext,
  entered,
  inState,
  placeOf,
  placeOfBooking,
  reentered,
  requireSeen,
  requireState,
} from "../change.ts";
import { lastInstant } from "../holds.ts";
import type { Registration } from "../registration.ts";
import { type PlaceSeats, roomIn } from "../seats.ts";
import { timeAndVenue } from "../time-and-venue.ts";
import { verifiedBooking } from "./submit.ts";

export interface Decision {
  readonly place: string;
  /** What the press office says to the person, in the language of correspondence. */
  readonly note?: string | undefined;
  /** The state of the booking that the decision was made for. */
  readonly seen?: BookingState | undefined;
}

/**
 * Approves a booking: held seats are confirmed; who waits may be offered seats from now on.
 *
 * @returns undefined when it was approved before
 * @throws Refusal `booking-changed`, `booking-ended`, `booking-state`
 */
export function approved(
  registration: Registration,
  { place, note, seen }: Decision,
  circumstances: DecisionContext,
): Change | undefined {
  const { now } = circumstances;
  const booking = bookingOf(registration, place);
  if (booking.approved === true && isLiveAt(booking, now)) return undefined;
  requireApproval(booking, circumstances);
  requireSeen(booking, seen);
  requireState(booking, ["pending", "waitlisted"], now);
  const waits = booking.state === "waitlisted";
  const next = waits
    ? { ...booking, approved: true }
    : entered({ ...inState(booking, "confirmed"), approved: true }, now);
  return bookingChange(registration, next, now, waits ? "approved" : "confirmed", note);
}

/** What is pending needs a decision even where the place asks for none any more. */
function requireApproval(booking: Booking, circumstances: DecisionContext): void {
  const { state, place } = booking;
  if (state === "pending" || placeOfBooking(circumstances, place).approval) return;
  throw new Refusal(
    "booking-state",
    409,
    `The place ${place} asks no approval; this booking is ${state}.`,
    "There is nothing to approve: seats are confirmed, or offered in turn, by themselves.",
    { field: "place" },
  );
}

/**
 * Declines a booking, also one that was confirmed: an accreditation can be taken back.
 *
 * @returns undefined when it was declined before
 * @throws Refusal `booking-changed`; `booking-state` when it is over otherwise
 */
export function declined(
  registration: Registration,
  { place, note, seen }: Decision,
  { now }: DecisionContext,
): Change | undefined {
  const booking = bookingOf(registration, place);
  if (booking.state === "declined") return undefined;
  requireSeen(booking, seen);
  requireState(booking, ["pending", "waitlisted", "offered", "confirmed"], now);
  const next = reentered({ ...inState(booking, "declined"), approved: false }, now);
  return bookingChange(registration, next, now, "declined", note);
}

/**
 * Takes back that a booking was declined. Its seats have been free since: it gets seats as a newcomer does, or waits for
 * them, approved. Who waits keeps the turn by the time of submission, for the mistake was not theirs.
 *
 * @returns undefined when it was approved before
 * @throws Refusal `booking-changed`; `booking-state` when it was not declined; `place-unknown`; `place-closed` when no seats are given any more
 */
export function declineTakenBack(
  registration: Registration,
  { place, note, seen }: Decision,
  { event, seats, now }: DecisionContext & { seats: ReadonlyMap<string, PlaceSeats> },
): Change | undefined {
  const former = bookingOf(registration, place);
  if (former.approved === true && isLiveAt(former, now)) return undefined;
  requireSeen(former, seen);
  requireState(former, ["declined"], now);
  const settings = placeOf({ event }, place);
  if (event.status === "cancelled" || lastInstant(settings) <= now)
    throw new Refusal(
      "place-closed",
      409,
      "Seats at this place are given no longer.",
      "The booking stays declined: write to the person yourself.",
      { field: "place" },
    );
  const told = timeAndVenue(event, settings, registration.language);
  const booking = { ...former, told, approved: true };
  const next = roomIn(seats)(place, seatsOf(booking))
    ? verifiedBooking(booking, settings, now)
    : inState(booking, "waitlisted");
  return bookingChange(registration, next, now, next.state === "waitlisted" ? "approved" : "confirmed", note);
}
