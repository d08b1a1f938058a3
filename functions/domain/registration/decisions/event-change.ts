import { addSeconds, earliest, type Instant } from "../../instant.ts";
import { type Booking, isLive } from "../booking.ts";
import { type Change, type Circumstances, inState, reentered } from "../change.ts";
import { placeIn, type RegistrationEvent, type RegistrationPlace } from "../event.ts";
import { approvalUntil, lastInstant } from "../holds.ts";
import type { MailDraft, MailKind } from "../mail.ts";
import { amended, eraseAt, type Registration } from "../registration.ts";
import { timeAndVenue } from "../time-and-venue.ts";

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/**
 * The event has moved, does not take place, or does after all. A cancelled event ends every booking; otherwise all that
 * are live stay as they are, and calendars are told. With its end the time moves after which everything is erased.
 *
 * @returns undefined for someone to whom nothing has changed since they were told
 */
export function eventChanged(registration: Registration, circumstances: Circumstances): Change | undefined {
  const { event, now } = circumstances;
  const mails: MailDraft[] = [];
  const bookings = registration.bookings.map((booking) => {
    const { next, told } = toldOf(registration, booking, circumstances);
    if (told && registration.verifiedAt) mails.push({ kind: told, booking: next });
    return next;
  });
  const ends = eraseAt(event.end, event.keepDays);
  if (ends === registration.eraseAt && bookings.every((each, i) => each === registration.bookings[i]))
    return undefined;
  return { before: registration, after: amended(registration, now, { bookings, eraseAt: ends }), mails };
}

interface Told {
  readonly next: Booking;
  readonly told?: MailKind;
}

function toldOf({ language }: Registration, booking: Booking, { event, now }: Circumstances): Told {
  const cancelled = event.status === "cancelled";
  const { endedWithEvent, ...rest } = booking;
  if (!isLive(booking))
    return endedWithEvent && !cancelled ? { next: rest, told: "event-again" } : { next: booking };
  if (cancelled)
    return {
      next: { ...reentered(inState(booking, "cancelled"), now), endedWithEvent: true },
      told: "event-cancelled",
    };
  const place = placeIn(event, booking.place);
  const told = place && timeAndVenue(event, place, language);
  if (!place || told === undefined || told === booking.told) return { next: booking };
  return { next: { ...reentered(keptUntil(booking, place), now), told }, told: "event-moved" };
}

/** Whoever waits for approval does so as long as seats are given, wherever that has moved; no hold reaches beyond. */
function keptUntil(booking: Booking, place: RegistrationPlace): Booking {
  const { state, until } = booking;
  if (state === "pending") return inState(booking, state, approvalUntil(place));
  return until === undefined ? booking : inState(booking, state, earliest([until, lastInstant(place)]));
}

/** From when on those who come are reminded: a day before, or whatever the organiser says. */
export const remindFrom = ({ start, reminderHours }: RegistrationEvent): Instant =>
  addSeconds(start, -reminderHours * HOUR_SECONDS);

/** Reminds those who come, once; once more when the event has moved by a day or more since. */
export function reminded(registration: Registration, { event, now }: Circumstances): Change | undefined {
  const { remindedAt } = registration;
  if (remindedAt && remindedAt > addSeconds(remindFrom(event), -DAY_SECONDS)) return undefined;
  const coming = registration.bookings.filter(({ state }) => state === "confirmed");
  if (coming.length === 0) return undefined;
  return {
    before: registration,
    after: amended(registration, now, { remindedAt: now }),
    mails: coming.map((booking) => ({ kind: "reminder", booking })),
  };
}

/** What someone needed in order to take part is no longer known once it is over. */
export function needsForgotten(registration: Registration, { now }: Circumstances): Change | undefined {
  if (registration.needs === undefined) return undefined;
  const { needs: _, ...rest } = registration;
  return { before: registration, after: amended(rest, now, {}), mails: [] };
}

/** Answers whose own time is over. */
export function answersForgotten(
  registration: Registration,
  questions: readonly string[],
  { now }: Circumstances,
): Change | undefined {
  const kept = Object.entries(registration.answers).filter(([id]) => !questions.includes(id));
  if (kept.length === Object.keys(registration.answers).length) return undefined;
  return {
    before: registration,
    after: amended(registration, now, { answers: Object.fromEntries(kept) }),
    mails: [],
  };
}

/** What the organiser says to everyone at a place. @returns undefined for someone who does not come there */
export function messaged(
  registration: Registration,
  { place, note }: { place: string; note: string },
  { now }: Circumstances,
): Change | undefined {
  const booking = registration.bookings.find((each) => each.place === place && each.state === "confirmed");
  if (!booking) return undefined;
  return {
    before: registration,
    after: amended(registration, now, {}),
    mails: [{ kind: "message", booking, note }],
  };
}
