import * as v from "valibot";
import type { Instant } from "../../instant.ts";
import { Language } from "../../language.ts";
import { type Booking, USUAL_PRIORITY } from "../booking.ts";
import { type Change, type Circumstances, instantOfSubmission, placeOf } from "../change.ts";
import type { RegistrationPlace } from "../event.ts";
import { approvalUntil, verifyUntil, verifyWaitingUntil } from "../holds.ts";
import { type NamedParticipant, withPasses } from "../participant.ts";
import { eraseAt, RegistrationContact, type SentToken } from "../registration.ts";
import { timeAndVenue } from "./event-change.ts";

/** What a form says, found right. */
export const Submission = v.object({
  /** UUID of the form: submitting it twice is one registration. */
  id: v.string(),
  language: Language,
  contact: RegistrationContact,
  /** Ids of the places chosen. */
  places: v.array(v.string()),
  people: v.array(v.object({ name: v.string(), badge: v.optional(v.string()) })),
  answers: v.record(v.string(), v.string()),
  needs: v.optional(v.string()),
});
export type Submission = v.InferOutput<typeof Submission>;

export interface SubmissionCircumstances extends Circumstances {
  /** The moment of submission, in milliseconds since 1970. */
  readonly at: number;
  readonly token: SentToken;
  /** Whether the place has seats for all of them at once. */
  readonly hasRoom: (place: string) => boolean;
}

/**
 * A new registration: seats are held where there are any, and it waits where there are none, until the address is
 * verified. A delegation is never divided.
 */
export function submitted(submission: Submission, circumstances: SubmissionCircumstances): Change {
  const { event, now, token } = circumstances;
  const { id, language, contact, places, answers, needs } = submission;
  return {
    before: undefined,
    after: {
      id,
      event: event.id,
      language,
      version: 1,
      createdAt: now,
      updatedAt: now,
      contact,
      token,
      wrongCodes: 0,
      bookings: places.map((place) =>
        newBooking(placeOf(circumstances, place), submission.people, circumstances),
      ),
      answers: { ...answers },
      ...(needs !== undefined && needs !== "" && { needs }),
      agreedAt: now,
      asked: { count: 1, lastAt: now },
      told: timeAndVenue(event),
      eraseAt: eraseAt(event.end, event.keepDays),
    },
    mails: [{ kind: "verify" }],
  };
}

function newBooking(
  place: RegistrationPlace,
  people: readonly NamedParticipant[],
  { at, now, hasRoom }: SubmissionCircumstances,
): Booking {
  const room = hasRoom(place.id);
  return {
    place: place.id,
    state: room ? "unverified" : "unverified-waiting",
    participants: withPasses(people),
    until: room ? verifyUntil(place, now) : verifyWaitingUntil(place, now),
    submittedAt: new Date(at).toISOString(),
    priority: USUAL_PRIORITY,
  };
}

/**
 * A further place for a contact that is verified already, or one again whose former booking is over.
 * @param room whether there are seats for all of them at once
 */
export function bookedBy(
  former: Booking | undefined,
  place: RegistrationPlace,
  people: readonly NamedParticipant[],
  { at, room }: { at: number; room: boolean },
): Booking {
  const booking = {
    place: place.id,
    participants: withPasses(people, former?.participants),
    submittedAt: new Date(at).toISOString(),
    priority: USUAL_PRIORITY,
    ...(former?.calendar && { calendar: former.calendar }),
  };
  return room
    ? settled(booking, place, instantOfSubmission(booking.submittedAt))
    : { ...booking, state: "waitlisted" };
}

/** What a booking with seats becomes once its contact is verified. */
export function settled(booking: Omit<Booking, "state">, place: RegistrationPlace, now: Instant): Booking {
  const { until: _, ...rest } = booking;
  if (place.approval && rest.approved !== true)
    return { ...rest, state: "pending", until: approvalUntil(place) };
  const sequence = rest.calendar ? rest.calendar.sequence + 1 : 0;
  return { ...rest, state: "confirmed", calendar: { sequence, stamp: now } };
}
