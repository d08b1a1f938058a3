import { type Instant, toInstant } from "../instant.ts";
import { Refusal } from "../refusal.ts";
import { type Booking, type BookingState, hasEnded } from "./booking.ts";
import { placeIn, type RegistrationEvent, type RegistrationPlace } from "./event.ts";
import type { MailDraft, MailKind } from "./mail.ts";
import { amended, bookingAt, type Registration } from "./registration.ts";
import type { SeatCeiling } from "./seats.ts";

/**
 * What a decision comes to: the registration as it was and as it shall be, and the mails that say so. Everything that
 * is stored beside it (seats taken, waiting lists, ends of holds, the lock on the address) follows from these two.
 */
export interface Change {
  /** Undefined for a new one. */
  readonly before: Registration | undefined;
  readonly after: Registration;
  readonly mails: readonly MailDraft[];
  /** Set where an organiser gives seats out of turn or beyond the capacity, on purpose. */
  readonly beyond?: SeatCeiling | undefined;
}

/** What a decision knows besides the registration: all of it is passed in. */
export interface DecisionContext {
  readonly event: RegistrationEvent;
  readonly now: Instant;
}

export function placeOf({ event }: Pick<DecisionContext, "event">, id: string): RegistrationPlace {
  const place = placeIn(event, id);
  if (place) return place;
  throw new Refusal(
    "place-unknown",
    404,
    `The event has no place ${id}.`,
    `Its places are ${event.places.map((each) => each.id).join(", ")}.`,
    { field: "place", allowed: event.places.map((each) => each.id) },
  );
}

/**
 * The place of a booking: as it is published or, where it has vanished from the event since, closed to newcomers, and
 * asking approval as it may have done: nobody is confirmed there by themselves.
 */
export function placeOfBooking({ event }: Pick<DecisionContext, "event">, id: string): RegistrationPlace {
  const { publishAt, start, end } = event;
  const vanished = { opens: publishAt, closes: publishAt, begins: start, ends: end, capacity: 0 };
  return (
    placeIn(event, id) ?? {
      id,
      sessions: [],
      mode: "in-person",
      audience: "public",
      approval: true,
      ...vanished,
    }
  );
}

/** @throws Refusal `booking-unknown` */
export function bookingOf(registration: Registration, place: string): Booking {
  const booking = bookingAt(registration, place);
  if (booking) return booking;
  throw new Refusal(
    "booking-unknown",
    404,
    `This registration has no booking at ${place}.`,
    "Look at the registration again: it may have been changed meanwhile.",
    { field: "place", allowed: registration.bookings.map((each) => each.place) },
  );
}

/** @throws Refusal `booking-ended` when its hold is over, `booking-state` when it is in none of the states */
export function requireState(booking: Booking, states: readonly BookingState[], now: Instant): void {
  if (hasEnded(booking, now) || (booking.state === "expired" && !states.includes("expired")))
    throw new Refusal(
      "booking-ended",
      409,
      "The time for this is over, and the seats were given free.",
      "Book the place again: whoever registered once need not type anything anew.",
    );
  if (!states.includes(booking.state))
    throw new Refusal(
      "booking-state",
      409,
      `A booking that is ${booking.state} cannot be changed like this.`,
      `This is possible for bookings that are ${states.join(" or ")}.`,
      { field: "state", allowed: states },
    );
}

/**
 * A command names the state that it was made for: whoever was faster is not undone by a button that was shown before.
 *
 * @param seen the state in which the booking was shown; nothing where that is not known
 * @throws Refusal `booking-changed`
 */
export function requireSeen(booking: Booking, seen: BookingState | undefined): void {
  if (seen === undefined || booking.state === seen) return;
  throw new Refusal(
    "booking-changed",
    409,
    `Meanwhile this booking has become ${booking.state}; it was ${seen}.`,
    "Nothing was changed. Look at it as it is now, and decide again.",
    { field: "state", allowed: [booking.state] },
  );
}

/** The registration with one booking replaced, in a new version. */
export function withBooking(
  registration: Registration,
  booking: Booking,
  now: Instant,
  changes: Parameters<typeof amended>[2] = {},
): Registration {
  const others = registration.bookings.filter((each) => each.place !== booking.place);
  const at = registration.bookings.findIndex((each) => each.place === booking.place);
  const bookings = at < 0 ? [...others, booking] : others.toSpliced(at, 0, booking);
  return amended(registration, now, { ...changes, bookings });
}

/** A change of one booking, told by one mail, or by none. @param note what the organiser says with it */
export function bookingChange(
  registration: Registration,
  booking: Booking,
  now: Instant,
  told?: MailKind,
  note?: string,
): Change {
  const mail = told && { kind: told, booking, ...(note !== undefined && { note }) };
  return {
    before: registration,
    after: withBooking(registration, booking, now),
    mails: mail ? [mail] : [],
  };
}

/** A booking in another state, with the end of it or without any. */
export function inState(booking: Booking, state: BookingState, until?: Instant): Booking {
  const { until: _, ...rest } = booking;
  return { ...rest, state, ...(until !== undefined && { until }) };
}

/** Its calendar entry anew: SEQUENCE rises with every change, also across a cancellation. */
export function entered(booking: Booking, now: Instant): Booking {
  const sequence = booking.calendar ? booking.calendar.sequence + 1 : 0;
  return { ...booking, calendar: { sequence, stamp: now } };
}

/** The same for what was in a calendar, and as it is for what never was. */
export const reentered = (booking: Booking, now: Instant): Booking =>
  booking.calendar ? entered(booking, now) : booking;

/** The instant that holds a moment of submission. */
export const instantOfSubmission = (submittedAt: string): Instant => toInstant(new Date(submittedAt));
