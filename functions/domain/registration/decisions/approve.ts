import {
  bookingChange,
  bookingOf,
  type Change,
  type Circumstances,
  entered,
  inState,
  reentered,
  requireState,
} from "../change.ts";
import type { Registration } from "../registration.ts";

export interface Decision {
  readonly place: string;
  /** What the press office says to the person, in the language of correspondence. */
  readonly note?: string | undefined;
}

/**
 * Approves a booking: held seats are confirmed; who waits may be offered seats from now on.
 *
 * @returns undefined when it was approved before
 * @throws Refusal `booking-ended`, `booking-state`
 */
export function approved(
  registration: Registration,
  { place, note }: Decision,
  { now }: Circumstances,
): Change | undefined {
  const booking = bookingOf(registration, place);
  if (booking.approved === true) return undefined;
  requireState(booking, ["pending", "waitlisted"], now);
  const waits = booking.state === "waitlisted";
  const next = waits
    ? { ...booking, approved: true }
    : entered({ ...inState(booking, "confirmed"), approved: true }, now);
  return bookingChange(registration, next, now, waits ? "approved" : "confirmed", note);
}

/**
 * Declines a booking, also one that was confirmed: an accreditation can be taken back.
 *
 * @returns undefined when it was declined before
 * @throws Refusal `booking-state` when it is over otherwise
 */
export function declined(
  registration: Registration,
  { place, note }: Decision,
  { now }: Circumstances,
): Change | undefined {
  const booking = bookingOf(registration, place);
  if (booking.state === "declined") return undefined;
  requireState(booking, ["pending", "waitlisted", "offered", "confirmed"], now);
  const next = reentered({ ...inState(booking, "declined"), approved: false }, now);
  return bookingChange(registration, next, now, "declined", note);
}
