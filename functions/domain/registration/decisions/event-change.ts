import { createHash } from "node:crypto";
import { addSeconds, earliest, type Instant } from "../../instant.ts";
import { type Booking, isLive } from "../booking.ts";
import { bookingChange, type Change, type DecisionContext, entered, inState, reentered } from "../change.ts";
import { disclosedAddress } from "../disclosed-address.ts";
import { placeIn, type RegistrationEvent, type RegistrationPlace } from "../event.ts";
import { approvalUntil, lastInstant } from "../holds.ts";
import type { MailDraft, MailKind } from "../mail.ts";
import { withAnswers } from "../participant.ts";
import { amended, eraseAt, type Registration } from "../registration.ts";
import { type KnownTimesAndVenues, openPart, timeAndVenue } from "../time-and-venue.ts";

const HOUR_SECONDS = 3600;
/** Reminders run some time late: half a day tells a move to another day from a delay. */
const MOVED_SECONDS = 43_200;

/**
 * The event has moved, does not take place, or does after all. A cancelled event ends every booking; otherwise all that
 * are live stay as they are, and calendars are told. With its end the time moves after which everything is erased.
 *
 * @param known times and venues of which people were told before, which a mail shows beside the new ones
 * @returns undefined for someone to whom nothing has changed since they were told
 */
export function eventChanged(
  registration: Registration,
  circumstances: DecisionContext,
  known: KnownTimesAndVenues = {},
): Change | undefined {
  const { event, now } = circumstances;
  const mails: MailDraft[] = [];
  const bookings = registration.bookings.map((booking) => {
    const { next, told } = toldOf(registration, booking, circumstances);
    const was = told === "event-moved" && !event.redacted ? known[booking.told] : undefined;
    if (told && registration.verifiedAt) mails.push({ kind: told, booking: next, ...(was && { was }) });
    return next;
  });
  const ends = eraseAt(event.end, event.keepDays);
  if (ends === registration.eraseAt && bookings.every((each, i) => each === registration.bookings[i]))
    return undefined;
  return { before: registration, after: amended(registration, now, { bookings, eraseAt: ends }), mails };
}

/** Once it is over nobody is told of anything any more, but how long everything is kept can still be changed. */
export function keptAnew(registration: Registration, { event, now }: DecisionContext): Change | undefined {
  const ends = eraseAt(event.end, event.keepDays);
  if (ends === registration.eraseAt) return undefined;
  return { before: registration, after: amended(registration, now, { eraseAt: ends }), mails: [] };
}

interface Told {
  readonly next: Booking;
  readonly told?: MailKind;
}

function toldOf({ language }: Registration, booking: Booking, { event, now }: DecisionContext): Told {
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
  if (!place) return { next: booking };
  const kept = keptUntil(booking, place);
  const told = timeAndVenue(event, place, language);
  if (told === booking.told) return { next: kept };
  // They were told in the language of the source, which still says the same: only the translation is new.
  const inSource = timeAndVenue(event, place, event.source);
  if (booking.told === inSource) return { next: { ...kept, told } };
  // An address that they may not know yet is no news: they are told of it as it will be then.
  const isOpenNews = ![told, inSource].some((each) => openPart(each) === openPart(booking.told));
  if (!isOpenNews && !disclosedAddress(event, kept, language, now)) return { next: { ...kept, told } };
  return { next: { ...reentered(kept, now), told }, told: "event-moved" };
}

/** Whoever waits for approval does so as long as seats are given, wherever that has moved; no hold reaches beyond. */
function keptUntil(booking: Booking, place: RegistrationPlace): Booking {
  const { state, until } = booking;
  if (until === undefined) return booking;
  const next = state === "pending" ? approvalUntil(place) : earliest([until, lastInstant(place)]);
  return next === until ? booking : inState(booking, state, next);
}

/** From when on those who come are reminded: a day before, or whatever the organiser says. */
export const remindFrom = ({ start, reminderHours }: RegistrationEvent): Instant =>
  addSeconds(start, -reminderHours * HOUR_SECONDS);

/** Reminds those who come, once; once more when the event has moved to another day since. */
export function reminded(registration: Registration, { event, now }: DecisionContext): Change | undefined {
  const { remindedAt } = registration;
  if (remindedAt && remindedAt > addSeconds(remindFrom(event), -MOVED_SECONDS)) return undefined;
  const coming = registration.bookings.filter(({ state }) => state === "confirmed");
  if (coming.length === 0) return undefined;
  return {
    before: registration,
    after: amended(registration, now, { remindedAt: now }),
    mails: coming.map((booking) => ({ kind: "reminder", booking })),
  };
}

/**
 * Tells those who come where the place is, once its time to tell has come. Whoever had an entry for the calendar since then
 * read it there already, so nobody is told twice, however often this is asked.
 */
export function directed(
  registration: Registration,
  place: string,
  { event, now }: DecisionContext,
): Change | undefined {
  const booking = registration.bookings.find((each) => each.place === place);
  const tell = placeIn(event, place)?.tell;
  if (!booking || tell?.when !== "at" || !disclosedAddress(event, booking, registration.language, now))
    return undefined;
  if (booking.calendar && booking.calendar.stamp >= tell.at) return undefined;
  return bookingChange(registration, entered(booking, now), now, "directions");
}

/** What someone needed in order to take part is no longer known once it is over. */
export function needsForgotten(registration: Registration, { now }: DecisionContext): Change | undefined {
  if (registration.needs === undefined) return undefined;
  const { needs: _, ...rest } = registration;
  return { before: registration, after: amended(rest, now, {}), mails: [] };
}

/** Answers whose own time is over. */
export function answersForgotten(
  registration: Registration,
  questions: readonly string[],
  { now }: DecisionContext,
): Change | undefined {
  const isKept = (id: string) => !questions.includes(id);
  const people = registration.bookings.flatMap(({ participants }) => participants);
  const all = [registration.answers, ...people.map(({ answers = {} }) => answers)];
  if (all.every((answers) => Object.keys(answers).every(isKept))) return undefined;
  const bookings = registration.bookings.map((booking) => ({
    ...booking,
    participants: booking.participants.map((each) => withAnswers(each, keptOf(each.answers, isKept))),
  }));
  return {
    before: registration,
    after: amended(registration, now, { answers: keptOf(registration.answers, isKept), bookings }),
    mails: [],
  };
}

const keptOf = (answers: Readonly<Record<string, string>> = {}, isKept: (id: string) => boolean) =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => isKept(id)));

/**
 * What the organiser says to everyone at a place. Saying the same once more tells only those who have not been told, so
 * that whoever was interrupted half-way can begin anew.
 *
 * @returns undefined for someone who does not come there, or was told
 */
export function messaged(
  registration: Registration,
  { place, note }: { place: string; note: string },
  { now }: DecisionContext,
): Change | undefined {
  const booking = registration.bookings.find((each) => each.place === place && each.state === "confirmed");
  const { messages = [] } = registration;
  const said = createHash("sha256").update(`${place} ${note}`).digest("hex").slice(0, 16);
  if (!booking || messages.includes(said)) return undefined;
  return {
    before: registration,
    after: amended(registration, now, { messages: [...messages, said] }),
    mails: [{ kind: "message", booking, note }],
  };
}
