import type { Instant } from "../../instant.ts";
import { Refusal } from "../../refusal.ts";
import { type Booking, type BookingState, hasEnded, isLive, seatsOf } from "../booking.ts";
import { type Change, type DecisionContext, inState, placeOfBooking, requireState } from "../change.ts";
import type { MailDraft, MailKind } from "../mail.ts";
import { type NamedParticipant, withPasses } from "../participant.ts";
import { peopleAt } from "../person-questions.ts";
import { amended, isUnverified, type Registration } from "../registration.ts";
import { verifiedBooking } from "./submit.ts";

const UNVERIFIED: readonly BookingState[] = ["unverified", "unverified-waiting"];

/**
 * The contact's address is theirs: held seats become confirmed or wait for approval, who waits does so from now on in
 * earnest. Verifying twice changes nothing.
 *
 * @param people as they were corrected on the page that shows them, at most as many as before; as submitted without it
 * @returns undefined when everything was verified before
 * @throws Refusal `booking-ended` when the time to verify is over; `booking-size` for more people, or none
 */
export function verified(
  registration: Registration,
  circumstances: DecisionContext,
  people?: readonly NamedParticipant[],
): Change | undefined {
  const { now } = circumstances;
  const open = registration.bookings.filter(({ state }) => UNVERIFIED.includes(state));
  const [first] = open;
  if (!first) {
    for (const booking of registration.bookings)
      if (booking.state === "expired" && !registration.verifiedAt) requireState(booking, UNVERIFIED, now);
    return undefined;
  }
  if (open.every((booking) => hasEnded(booking, now))) requireState(first, UNVERIFIED, now);
  const mails: MailDraft[] = [];
  const bookings = registration.bookings.map((booking): Booking => {
    if (!open.includes(booking)) return booking;
    if (hasEnded(booking, now)) return inState(booking, "expired");
    const named = people ? withNames(booking, peopleAt(circumstances.event, booking.place, people)) : booking;
    const next =
      booking.state === "unverified"
        ? verifiedBooking(named, placeOfBooking(circumstances, booking.place), now)
        : inState(named, "waitlisted");
    mails.push({ kind: mailAbout(next), booking: next });
    return next;
  });
  return {
    before: registration,
    after: amended(registration, now, { bookings, verifiedAt: now, wrongCodes: 0 }),
    mails,
  };
}

/** Names that are corrected take no more seats than were submitted. */
function withNames(booking: Booking, people: readonly NamedParticipant[]): Booking {
  if (people.length >= 1 && people.length <= seatsOf(booking))
    return { ...booking, participants: withPasses(people, booking.participants) };
  throw new Refusal(
    "booking-size",
    400,
    `What was submitted names ${seatsOf(booking)} people, this one ${people.length}.`,
    "Confirm it first; people can be added to a registration that is confirmed.",
    { field: "people" },
  );
}

/** The mail that tells of a booking what it has become. */
export function mailAbout({ state }: Booking): MailKind {
  switch (state) {
    case "confirmed":
      return "confirmed";
    case "pending":
      return "pending";
    default:
      return "waiting";
  }
}

/**
 * Ends what has run out: its seats, its place in the waiting list and, if nothing else is left, its address are free.
 * Whoever never verified is not written to: the address may be anyone's; nor is who was invited and has not answered.
 *
 * @returns undefined when nothing has run out
 */
export function expired(
  registration: Registration,
  { now }: Pick<DecisionContext, "now">,
): Change | undefined {
  const mails: MailDraft[] = [];
  const bookings = registration.bookings.map((booking) => {
    if (!isLive(booking) || !hasEnded(booking, now)) return booking;
    const next = inState(booking, "expired");
    const isAsked = booking.invitation !== undefined && booking.state === "offered";
    if (registration.verifiedAt && !UNVERIFIED.includes(booking.state) && !isAsked)
      mails.push({ kind: "expired", booking: next });
    return next;
  });
  if (bookings.every((booking, i) => booking === registration.bookings[i])) return undefined;
  return { before: registration, after: amended(registration, now, { bookings }), mails };
}

/**
 * Another submission of its address was proven first, so this one ends. Nobody is written to: the one that was proven
 * has its own mail.
 *
 * @returns undefined where it is over already
 */
export function endedByOther(
  registration: Registration,
  { now }: Pick<DecisionContext, "now">,
): Change | undefined {
  if (!registration.bookings.some(isLive)) return undefined;
  const bookings = registration.bookings.map((each) => (isLive(each) ? inState(each, "expired") : each));
  return { before: registration, after: amended(registration, now, { bookings }), mails: [] };
}

/**
 * The mail to verify once more, for someone who did not get it; or about a duplicate.
 * @param invitedTo places for invited people that are open to its owner from now on
 */
export function resent(
  registration: Registration,
  { now, invitedTo }: { now: Instant; invitedTo: readonly string[] },
): Change {
  const invited = [...new Set([...(registration.invitedTo ?? []), ...invitedTo])];
  return {
    before: registration,
    after: amended(registration, now, {
      askedAt: now,
      ...(invited.length > 0 && { invitedTo: invited }),
    }),
    mails: [{ kind: isUnverified(registration) ? "verify" : "duplicate" }],
  };
}
