import { isDeepStrictEqual } from "node:util";
import { Refusal } from "../../refusal.ts";
import { type Booking, type BookingState, holdsSeats, isLive, isLiveAt, seatsOf } from "../booking.ts";
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
  withBooking,
} from "../change.ts";
import { placeStanding, type RegistrationPlace } from "../event.ts";
import { largestAt, type NamedParticipant, withAnswers, withPasses } from "../participant.ts";
import { peopleAt } from "../person-questions.ts";
import { amended, bookingAt, type Registration, type RegistrationContact } from "../registration.ts";
import type { HasSeats } from "../seats.ts";
import { timeAndVenue } from "../time-and-venue.ts";
import { peopleAnswered, touchesApproval } from "./people-answered.ts";
import { requirePeopleSeen } from "./people-seen.ts";
import { bookedBy } from "./submit.ts";
import { mailAbout } from "./verify.ts";

/**
 * Other people at a place, fewer or more. Who waits keeps the turn; seats held or confirmed grow only as long as there
 * are any, and an offer can only shrink.
 *
 * @param asked.seen what the page showed of them; nothing where that is not known
 * @returns undefined where it names the same people as before
 * @throws Refusal `details-changed`, `booking-size`, `people-approved`, `place-full`, `place-closed`, `booking-ended`, `booking-state`
 */
export function withPeople(
  registration: Registration,
  { place, people, seen }: { place: string; people: readonly NamedParticipant[]; seen?: string | undefined },
  { room, ...circumstances }: DecisionContext & { room: HasSeats },
): Change | undefined {
  const { event, now } = circumstances;
  const booking = bookingOf(registration, place);
  const settings = placeOfBooking(circumstances, place);
  requireState(booking, ["pending", "waitlisted", "offered", "confirmed"], now);
  if (saysTheSameOf(booking, people)) return undefined;
  requirePeopleSeen(booking, seen);
  if (people.length === 0 || people.length > seatsOf(booking)) requireSize(people, settings);
  if (settings.approval && booking.approved) requireKnown(people, booking);
  const more = people.length - seatsOf(booking);
  if (more > 0 && placeStanding(event, settings, now) !== "open") throw closed();
  if (more > 0 && holdsSeats(booking) && (booking.state === "offered" || !room(place, more)))
    throw new Refusal(
      "place-full",
      409,
      `There are no ${more} more seats at this place.`,
      "The seats that you have stay yours. Others can register on their own and wait for seats.",
      { field: "people" },
    );
  const participants = withPasses(people, booking.participants);
  const changed = {
    ...booking,
    participants,
    ...(settings.approval &&
      touchesApproval(booking.participants, participants) && { detailsChangedAt: now }),
  };
  if (namesTheSame(booking, people)) return peopleAnswered(registration, changed, now);
  const next = booking.state === "confirmed" ? entered(changed, now) : changed;
  return bookingChange(registration, next, now, "changed");
}

/** A place that is added, with what the form would have asked for it. */
export interface PlaceAsked {
  readonly place: string;
  readonly people: readonly NamedParticipant[];
  readonly contact?: Pick<RegistrationContact, "outlet" | "pressCard">;
  readonly answers?: Readonly<Record<string, string>>;
}

/**
 * One more place, or one again whose booking is over. Whoever comes anew to a full place waits.
 *
 * @returns undefined where the same people have it already
 * @throws Refusal `booking-size`, `place-closed`, `place-booked`, `booking-state`
 */
export function withPlace(
  registration: Registration,
  { place, people, at, contact, answers }: PlaceAsked & { at: number },
  { room, ...circumstances }: DecisionContext & { room: HasSeats },
): Change | undefined {
  const { event, now } = circumstances;
  const settings = placeOf(circumstances, place);
  requireSize(people, settings);
  if (placeStanding(event, settings, now) !== "open") throw closed();
  const former = bookingAt(registration, place);
  const isBooked = former !== undefined && isLiveAt(former, now);
  if (isBooked && saysTheSameOf(former, people)) return undefined;
  if (isBooked)
    throw new Refusal(
      "place-booked",
      409,
      "You have a booking at this place already.",
      "Change its people instead.",
      { field: "place" },
    );
  if (former?.state === "declined")
    throw new Refusal(
      "booking-state",
      409,
      "The press office declined this booking.",
      "Write to the press office if something has changed.",
    );
  const told = timeAndVenue(event, settings, registration.language);
  const next = bookedBy(former, settings, peopleAt(event, place, people), {
    at,
    room: room(place, people.length),
    told,
  });
  return {
    before: registration,
    after: withBooking(registration, next, now, {
      verifiedAt: registration.verifiedAt ?? now,
      contact: { ...registration.contact, ...contact },
      answers: { ...registration.answers, ...answers },
    }),
    mails: [{ kind: mailAbout(next), booking: next }],
  };
}

/**
 * Gives seats, a place in the waiting list or an offer back. Cancelling twice changes nothing.
 * @param places those to cancel; all where none are named
 * @param seen the state in which they were shown to whoever cancels
 * @throws Refusal `booking-changed`
 */
export function cancelled(
  registration: Registration,
  places: readonly string[],
  { now }: DecisionContext,
  seen?: BookingState,
): Change | undefined {
  const leaving = registration.bookings.filter(
    (booking) => isLive(booking) && (places.length === 0 || places.includes(booking.place)),
  );
  if (leaving.length === 0) return undefined;
  for (const booking of leaving) requireSeen(booking, seen);
  const bookings = registration.bookings.map((booking) =>
    leaving.includes(booking) ? reentered(inState(booking, "cancelled"), now) : booking,
  );
  const told = registration.verifiedAt
    ? bookings.filter((_, i) => bookings[i] !== registration.bookings[i])
    : [];
  return {
    before: registration,
    after: amended(registration, now, { bookings }),
    mails: told.map((booking) => ({ kind: "cancelled", booking })),
  };
}

const saysTheSameOf = ({ participants }: Booking, people: readonly NamedParticipant[]): boolean =>
  isDeepStrictEqual(withPasses(people, participants), participants);

/** Whether the same people are named as before, whatever they answered. */
const namesTheSame = ({ participants }: Booking, people: readonly NamedParticipant[]): boolean =>
  isDeepStrictEqual(
    withPasses(people, participants).map((each) => withAnswers(each, {})),
    participants.map((each) => withAnswers(each, {})),
  );

function requireSize(people: readonly NamedParticipant[], place: RegistrationPlace): void {
  const most = largestAt(place);
  if (people.length >= 1 && people.length <= most) return;
  throw new Refusal(
    "booking-size",
    400,
    `A booking at this place is for one to ${most} people, this one names ${people.length}.`,
    "Cancel a booking that nobody needs; larger delegations register in parts.",
    { field: "people" },
  );
}

/** Whoever was approved is, by name: nobody else comes on it. */
function requireKnown(people: readonly NamedParticipant[], { participants }: Booking): void {
  const left = participants.map(({ name }) => name);
  for (const { name } of people) {
    const at = left.indexOf(name);
    if (at < 0)
      throw new Refusal(
        "people-approved",
        409,
        "At this place each person has been approved.",
        "Remove people if you like; to add or replace someone, write to the press office.",
        { field: "people" },
      );
    left.splice(at, 1);
  }
}

function closed(): Refusal {
  return new Refusal(
    "place-closed",
    409,
    "One cannot register for this place now.",
    "The page of the event says from when and until when one can.",
    { field: "place" },
  );
}
