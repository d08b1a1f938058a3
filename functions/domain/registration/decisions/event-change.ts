import { createHash } from "node:crypto";
import { addSeconds, type Instant } from "../../instant.ts";
import { type Booking, isLive } from "../booking.ts";
import { type Change, type Circumstances, inState, reentered } from "../change.ts";
import { placeIn, type RegistrationEvent } from "../event.ts";
import { approvalUntil } from "../holds.ts";
import type { MailDraft } from "../mail.ts";
import { amended, type Registration } from "../registration.ts";

const HOUR_SECONDS = 3600;

/** What everyone who comes must be told of when it changes: when, where, and whether at all. 16 hexadecimal digits. */
export function timeAndVenue({ start, end, status, places, joining, words }: RegistrationEvent): string {
  const where = words.map(({ language, city, venue }) => [language, city, venue?.name, venue?.address]);
  const times = places.map(({ id, begins, ends }) => [id, begins, ends]);
  const said = JSON.stringify([start, end, status, where, times, joining]);
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
}

/**
 * The event has moved, or does not take place. A cancelled event ends every booking; otherwise all stay as they are,
 * and calendars are told.
 *
 * @returns undefined for someone who was told, or has nothing that it would matter to
 */
export function eventChanged(registration: Registration, { event, now }: Circumstances): Change | undefined {
  const told = timeAndVenue(event);
  if (registration.told === told) return undefined;
  const cancelled = event.status === "cancelled";
  const mails: MailDraft[] = [];
  const bookings = registration.bookings.map((booking) => {
    if (!isLive(booking)) return booking;
    const next = reentered(cancelled ? inState(booking, "cancelled") : keptUntil(booking, event), now);
    if (registration.verifiedAt)
      mails.push({ kind: cancelled ? "event-cancelled" : "event-moved", booking: next });
    return next;
  });
  return { before: registration, after: amended(registration, now, { bookings, told }), mails };
}

/** Whoever waits for approval does so until the beginning, wherever that has moved. */
function keptUntil(booking: Booking, event: RegistrationEvent): Booking {
  const place = placeIn(event, booking.place);
  return booking.state === "pending" && place ? inState(booking, "pending", approvalUntil(place)) : booking;
}

/** From when on those who come are reminded: a day before, or whatever the organiser says. */
export const remindFrom = ({ start, reminderHours }: RegistrationEvent): Instant =>
  addSeconds(start, -reminderHours * HOUR_SECONDS);

/** Reminds those who come, once; once more when the event has moved to a later day since. */
export function reminded(registration: Registration, { event, now }: Circumstances): Change | undefined {
  if (registration.remindedAt && registration.remindedAt >= remindFrom(event)) return undefined;
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
