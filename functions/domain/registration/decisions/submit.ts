import * as v from "valibot";
import type { Instant } from "../../instant.ts";
import { Language } from "../../language.ts";
import { type Booking, USUAL_PRIORITY } from "../booking.ts";
import { type Change, type DecisionContext, instantOfSubmission, placeOf } from "../change.ts";
import type { RegistrationPlace } from "../event.ts";
import { approvalUntil, verifyUntil, verifyWaitingUntil } from "../holds.ts";
import { type NamedParticipant, withPasses } from "../participant.ts";
import { peopleAt } from "../person-questions.ts";
import { RegistrationContact, type SentToken } from "../registration.ts";
import type { HasSeats } from "../seats.ts";
import { timeAndVenue } from "../time-and-venue.ts";
import { newRegistration } from "./new-registration.ts";

/** What a form says, found right. */
export const Submission = v.object({
  /** UUID of the form: submitting it twice is one registration. */
  id: v.string(),
  language: Language,
  contact: RegistrationContact,
  /** Ids of the places chosen. */
  places: v.array(v.string()),
  /** With their answers at all of the places; a booking keeps those that its place asks. */
  people: v.array(
    v.object({
      name: v.string(),
      badge: v.optional(v.string()),
      answers: v.optional(v.record(v.string(), v.string())),
    }),
  ),
  answers: v.record(v.string(), v.string()),
  needs: v.optional(v.string()),
});
export type Submission = v.InferOutput<typeof Submission>;

export interface SubmissionCircumstances extends DecisionContext {
  /** When it was first submitted, if it was kept aside since. */
  readonly since?: Instant | undefined;
  /** Mark of the network that it comes from. */
  readonly network?: string | undefined;
  /** Whether that network asks for very many seats and proves nothing: they are held for a shorter time. */
  readonly shortHold?: boolean | undefined;
  /** The moment of submission, in milliseconds since 1970. */
  readonly at: number;
  readonly token: SentToken;
  readonly room: HasSeats;
  /** Since when the address has held seats of a place for which others wait: those are not kept for ever. */
  readonly sharedSince?: ((place: string) => Instant | undefined) | undefined;
}

/**
 * A new registration: seats are held where there are any, and it waits where there are none, until the address is
 * verified. A delegation is never divided.
 */
export function submitted(submission: Submission, circumstances: SubmissionCircumstances): Change {
  const { now, token, network, since = now } = circumstances;
  const { id, language, contact, places, answers, needs } = submission;
  return {
    before: undefined,
    after: newRegistration(
      {
        id,
        language,
        contact,
        token,
        createdAt: since,
        bookings: places.map((place) =>
          newBooking(placeOf(circumstances, place), submission.people, circumstances, language),
        ),
        answers: { ...answers },
        ...(needs !== undefined && needs !== "" && { needs }),
        ...(network !== undefined && { network }),
      },
      circumstances,
    ),
    mails: [{ kind: "verify" }],
  };
}

/** Seats held until the address is verified or, where there are none, a turn in the waiting list. */
export function newBooking(
  place: RegistrationPlace,
  people: readonly NamedParticipant[],
  { event, at, now, since = now, room, sharedSince, shortHold = false }: SubmissionCircumstances,
  language: Language,
): Booking {
  const held = room(place.id, people.length);
  const holdSince = held ? sharedSince?.(place.id) : undefined;
  return {
    place: place.id,
    state: held ? "unverified" : "unverified-waiting",
    participants: withPasses(peopleAt(event, place.id, people)),
    until: held
      ? verifyUntil(place, now, holdSince ?? since, shortHold)
      : verifyWaitingUntil(place, now, since),
    ...(holdSince !== undefined && { holdSince }),
    submittedAt: new Date(at).toISOString(),
    priority: USUAL_PRIORITY,
    told: timeAndVenue(event, place, language),
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
  { at, room, told }: { at: number; room: boolean; told: string },
): Booking {
  const booking = {
    told,
    place: place.id,
    participants: withPasses(people, former?.participants),
    submittedAt: new Date(at).toISOString(),
    priority: USUAL_PRIORITY,
    ...(former?.calendar && { calendar: former.calendar }),
    ...(former?.invitation && { invitation: former.invitation }),
  };
  return room
    ? verifiedBooking(booking, place, instantOfSubmission(booking.submittedAt))
    : { ...booking, state: "waitlisted" };
}

/** What a booking with seats becomes once its contact is verified. */
export function verifiedBooking(
  booking: Omit<Booking, "state">,
  place: RegistrationPlace,
  now: Instant,
): Booking {
  const { until: _, ...rest } = booking;
  if (place.approval && rest.approved !== true)
    return { ...rest, state: "pending", until: approvalUntil(place) };
  const sequence = rest.calendar ? rest.calendar.sequence + 1 : 0;
  return { ...rest, state: "confirmed", calendar: { sequence, stamp: now } };
}
