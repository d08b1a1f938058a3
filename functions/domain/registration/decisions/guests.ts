import type { Instant } from "../../instant.ts";
import { Refusal } from "../../refusal.ts";
import { type Booking, isLiveAt } from "../booking.ts";
import {
  bookingOf,
  type Change,
  type DecisionContext,
  placeOfBooking,
  requireState,
  withBooking,
} from "../change.ts";
import { guestHash, guestSeat, guestSeen } from "../links/guest-link.ts";
import type { MailDraft } from "../mail.ts";
import type { Participant } from "../participant.ts";
import { amended, type Registration } from "../registration.ts";

/** The key with which the links of its people are made: there is one for good. @param sealed a new one */
export const guestKeyMade = (
  registration: Registration,
  sealed: string,
  { now }: Pick<DecisionContext, "now">,
): Change | undefined =>
  registration.guestKey === undefined
    ? { before: registration, after: amended(registration, now, { guestKey: sealed }), mails: [] }
    : undefined;

/**
 * A link for each person at a place who has none.
 * @returns undefined where everyone has one
 * @throws Refusal `booking-unknown`, `booking-ended`, `booking-state`
 */
export function guestLinksMade(
  registration: Registration,
  { place, key }: { readonly place: string; readonly key: string },
  circumstances: DecisionContext,
): Change | undefined {
  const booking = bookingOf(registration, place);
  requireState(booking, ["pending", "waitlisted", "offered", "confirmed"], circumstances.now);
  if (booking.participants.every(({ guest }) => guest?.hash !== undefined)) return undefined;
  const participants = booking.participants.map((each) =>
    each.guest?.hash === undefined ? linked(each, key) : each,
  );
  return seatsChanged(registration, { ...booking, participants }, circumstances.now);
}

/**
 * Another link for one person, with which the former one opens nothing; or none at all.
 * @param seen which of their links the page showed
 * @returns undefined where it was taken back before
 * @throws Refusal `details-changed` where somebody was faster; `booking-unknown`
 */
export function guestLinkReplaced(
  registration: Registration,
  { pass, seen, key }: { readonly pass: string; readonly seen: number; readonly key: string | undefined },
  { now }: DecisionContext,
): Change | undefined {
  const { booking, participant } = seatOf(registration, pass);
  const { guest } = participant;
  if (key === undefined && guest?.hash === undefined) return undefined;
  if (guest && guest.nth !== seen) throw changedMeanwhile();
  const { guest: _, ...rest } = participant;
  const next =
    key === undefined ? { ...rest, ...(guest && { guest: { nth: guest.nth } }) } : linked(participant, key);
  return seatsChanged(registration, withParticipant(booking, next), now);
}

export interface GuestAsks {
  /** Of the link that they have. */
  readonly secret: string;
  /** What the page showed of the seat. */
  readonly seen: string;
}

/**
 * Whoever has the link of a seat says what its badge shall show. Typing what it shows already is a change like any other:
 * else one could find out a name by trying.
 *
 * @throws Refusal `registration-unknown` where the link opens nothing any more; `details-changed`, `event-over`,
 * `booking-ended`
 */
export function guestNamed(
  registration: Registration,
  { badge, ...asks }: GuestAsks & { readonly badge: string },
  circumstances: DecisionContext,
): Change {
  const { booking, participant } = guestOf(registration, asks.secret, circumstances);
  requireGuestSeen(registration, participant, asks.seen);
  const { badge: _, guest = { nth: 0 }, ...rest } = participant;
  const next = withParticipant(booking, {
    ...rest,
    ...(badge !== participant.name && { badge }),
    guest: { ...guest, said: (guest.said ?? 0) + 1 },
  });
  const { now } = circumstances;
  const isTouched = placeOfBooking(circumstances, booking.place).approval;
  return seatsChanged(registration, isTouched ? { ...next, detailsChangedAt: now } : next, now);
}

/**
 * Whoever has the link of a seat says that they do not come, or that they do after all. Links are passed on: so it gives
 * no seat away, and the contact, who is told by mail, decides about it.
 *
 * @returns undefined where it was said before
 * @throws Refusal as `guestNamed` does
 */
export function guestComing(
  registration: Registration,
  { isComing, ...asks }: GuestAsks & { readonly isComing: boolean },
  circumstances: DecisionContext,
): Change | undefined {
  const { now } = circumstances;
  const { booking, participant } = guestOf(registration, asks.secret, circumstances);
  const { notComing, ...rest } = participant;
  if ((notComing === undefined) === isComing) return undefined;
  requireGuestSeen(registration, participant, asks.seen);
  const next = withParticipant(booking, isComing ? rest : { ...rest, notComing: now });
  return seatsChanged(registration, next, now, isComing ? [] : [{ kind: "not-coming", booking: next }]);
}

function linked(participant: Participant, key: string): Participant {
  const nth = (participant.guest?.nth ?? 0) + 1;
  return { ...participant, guest: { nth, hash: guestHash(key, participant.pass, nth) } };
}

const withParticipant = (booking: Booking, next: Participant): Booking => ({
  ...booking,
  participants: booking.participants.map((each) => (each.pass === next.pass ? next : each)),
});

const seatsChanged = (
  registration: Registration,
  booking: Booking,
  now: Instant,
  mails: readonly MailDraft[] = [],
): Change => ({ before: registration, after: withBooking(registration, booking, now), mails });

function seatOf(registration: Registration, pass: string) {
  for (const booking of registration.bookings) {
    const participant = booking.participants.find((each) => each.pass === pass);
    if (participant) return { booking, participant };
  }
  throw new Refusal(
    "booking-unknown",
    404,
    "This registration has no seat with this pass.",
    "Look at the registration again: it may have been changed meanwhile.",
    { field: "pass" },
  );
}

function guestOf(registration: Registration, secret: string, { event, now }: DecisionContext) {
  const seat = guestSeat(registration, secret);
  if (!seat)
    throw new Refusal(
      "registration-unknown",
      404,
      "This link opens nothing.",
      "Ask whoever registered you for another one.",
    );
  if (event.end <= now)
    throw new Refusal("event-over", 409, "The event is over.", "Nothing can be changed any more.");
  if (!isLiveAt(seat.booking, now))
    throw new Refusal(
      "booking-ended",
      409,
      "This seat is not booked any more.",
      "Ask whoever registered you.",
    );
  return seat;
}

function requireGuestSeen(registration: Registration, participant: Participant, seen: string): void {
  if (seen !== guestSeen(registration, participant)) throw changedMeanwhile();
}

function changedMeanwhile(): Refusal {
  return new Refusal(
    "details-changed",
    409,
    "Meanwhile this seat was changed elsewhere.",
    "Nothing was changed. Look at the page as it is now.",
  );
}
