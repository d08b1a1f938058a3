import { Refusal } from "../../refusal.ts";
import { isEligible } from "../booking.ts";
import {
  bookingChange,
  bookingOf,
  type Change,
  type DecisionContext,
  entered,
  inState,
  placeOf,
  requireSeen,
  requireState,
} from "../change.ts";
import { offerUntil } from "../holds.ts";
import type { Registration } from "../registration.ts";

/**
 * Offers freed seats to the one whose turn it is. The time to accept counts from now, whatever ran late before.
 *
 * @throws Refusal `booking-state` when it waits no longer, or waits for approval
 */
export function offered(registration: Registration, place: string, circumstances: DecisionContext): Change {
  const { now } = circumstances;
  const booking = bookingOf(registration, place);
  const settings = placeOf(circumstances, place);
  requireState(booking, ["waitlisted"], now);
  if (!isEligible(booking, settings.approval))
    throw new Refusal(
      "booking-state",
      409,
      "The booking has not been approved yet.",
      "Approve it first: seats are offered only then.",
    );
  const next = inState(booking, "offered", offerUntil(settings, now));
  return bookingChange(registration, next, now, "offer");
}

/**
 * Takes an offer, which is spent with it. Taking it twice changes nothing.
 * @throws Refusal `booking-changed` where it was passed up meanwhile; `booking-ended`, `booking-state`
 */
export function accepted(
  registration: Registration,
  place: string,
  { now }: DecisionContext,
): Change | undefined {
  const booking = bookingOf(registration, place);
  if (booking.state === "confirmed") return undefined;
  if (booking.state === "cancelled") requireSeen(booking, "offered");
  requireState(booking, ["offered"], now);
  const next = entered(inState(booking, "confirmed"), now);
  return bookingChange(registration, next, now, "confirmed");
}

/** Whom an operator puts before others, or after them. 0 comes first. */
export function prioritised(
  registration: Registration,
  { place, priority }: { place: string; priority: number },
  { now }: DecisionContext,
): Change | undefined {
  const booking = bookingOf(registration, place);
  if (booking.priority === priority) return undefined;
  requireState(booking, ["unverified-waiting", "waitlisted"], now);
  return bookingChange(registration, { ...booking, priority }, now);
}
