import type { Language } from "../../language.ts";
import { Refusal } from "../../refusal.ts";
import { type Booking, USUAL_PRIORITY } from "../booking.ts";
import {
  bookingChange,
  bookingOf,
  type Change,
  type DecisionContext,
  inState,
  placeOf,
  requireSeen,
  requireState,
} from "../change.ts";
import type { Invitation } from "../invitation.ts";
import { invitationAnswer } from "../invitation-answer.ts";
import { withPasses } from "../participant.ts";
import {
  amended,
  bookingAt,
  type Registration,
  type RegistrationContact,
  type SentToken,
} from "../registration.ts";
import { hasRoomFor, type PlaceSeats } from "../seats.ts";
import { timeAndVenue } from "../time-and-venue.ts";
import { requireNotOver } from "./desk-seats.ts";
import { newRegistration } from "./new-registration.ts";

/** Somebody who is asked to come. */
export interface InvitationAsked {
  /** `invitedId` of the mailbox. */
  readonly id: string;
  readonly place: string;
  readonly language: Language;
  readonly contact: RegistrationContact;
  readonly badge?: string | undefined;
  /** The first instant at which the seat is held no more. */
  readonly holdUntil: string;
  readonly invitation: Invitation;
}

export interface InvitationCircumstances extends DecisionContext {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly token: SentToken;
}

/**
 * Asks one person: a seat is held, offered to them, until it is taken or its time is over. Approval, where it is asked,
 * is given with it. The link goes to their mailbox and to nobody else, so whoever presses its button has proven it.
 */
export function invited(asked: InvitationAsked, circumstances: InvitationCircumstances): Change {
  const { event, now, at, token } = circumstances;
  const { id, language, contact, badge, holdUntil, invitation } = asked;
  const place = placeOf(circumstances, asked.place);
  requireNotOver(event, place, now);
  const booking: Booking = {
    place: place.id,
    state: "offered",
    participants: withPasses([{ name: contact.name, ...(badge !== undefined && { badge }) }]),
    until: holdUntil,
    submittedAt: new Date(at).toISOString(),
    priority: USUAL_PRIORITY,
    told: timeAndVenue(event, place, language),
    ...(place.approval && { approved: true }),
    invitation,
  };
  return {
    before: undefined,
    after: newRegistration(
      { id, language, contact, token, bookings: [booking], verifiedAt: now },
      circumstances,
    ),
    mails: [{ kind: "invitation", booking }],
  };
}

/** Seats are held only where there are any and nobody waits for them. @throws Refusal `place-full` */
export function requireSeat(seats: ReadonlyMap<string, PlaceSeats>, place: string): void {
  const row = seats.get(place);
  if (row && hasRoomFor(row, 1)) return;
  throw new Refusal(
    "place-full",
    409,
    `${place} has no free seat, or others wait for it.`,
    "Invite fewer people, or give the place more seats and publish the event.",
    { field: "place" },
  );
}

/**
 * The invited person does not come; the seat is free. Nobody is written to: the page says so.
 *
 * @returns undefined where that was said before
 * @throws Refusal `booking-changed` where it was accepted or withdrawn meanwhile; `booking-ended`
 */
export function invitationRefused(
  registration: Registration,
  place: string,
  { now }: DecisionContext,
): Change | undefined {
  const booking = requireInvited(registration, place);
  if (booking.state === "cancelled" && !booking.invitation?.handedOn) return undefined;
  requireSeen(booking, booking.state === "expired" ? undefined : "offered");
  requireState(booking, ["offered"], now);
  return bookingChange(registration, inState(booking, "cancelled"), now);
}

/**
 * The seat goes to somebody else. Once only: whoever was named in another's place names nobody in turn.
 *
 * @param to id of the invitation that has the seat from now on; none where that person was asked already
 * @throws Refusal `invitation-handed-on`, `booking-changed`, `booking-ended`
 */
export function handedOn(
  registration: Registration,
  { place, to }: { place: string; to: string | undefined },
  { now }: DecisionContext,
): Change {
  const booking = requireInvited(registration, place);
  const { invitation } = booking;
  if (!invitation || invitation.handedFrom !== undefined || invitation.handedOn)
    throw new Refusal(
      "invitation-handed-on",
      409,
      "This seat was given on already.",
      "It can be given on once; write to whoever invites.",
    );
  requireSeen(booking, booking.state === "expired" ? undefined : "offered");
  requireState(booking, ["offered"], now);
  const given = { at: now, ...(to !== undefined && { registration: to }) };
  const next = { ...inState(booking, "cancelled"), invitation: { ...invitation, handedOn: given } };
  return bookingChange(registration, next, now);
}

/** Reminds somebody of a list who has not answered, once. @returns undefined for everybody else */
export function invitationReminded(
  registration: Registration,
  list: string,
  { now }: DecisionContext,
): Change | undefined {
  const booking = registration.bookings.find(({ invitation }) => invitation?.list === list);
  const { invitation } = booking ?? {};
  if (!booking || !invitation || invitation.remindedAt || invitation.notAgain) return undefined;
  if (invitationAnswer(booking, now) !== "asked") return undefined;
  const next = { ...booking, invitation: { ...invitation, remindedAt: now } };
  return bookingChange(registration, next, now, "invitation-reminder");
}

/**
 * Marks what somebody was invited to: whoever asked not to be invited again is not reminded of it either. The seat and
 * the three answers stay.
 *
 * @returns undefined where nothing is other than it was
 */
export function invitationsMarked(
  registration: Registration,
  isWanted: boolean,
  { now }: DecisionContext,
): Change | undefined {
  let isChanged = false;
  const bookings = registration.bookings.map((booking) => {
    const { invitation } = booking;
    if (!invitation || (invitation.notAgain === undefined) === isWanted) return booking;
    isChanged = true;
    const { notAgain: _, ...rest } = invitation;
    return { ...booking, invitation: isWanted ? rest : { ...rest, notAgain: now } };
  });
  if (!isChanged) return undefined;
  return { before: registration, after: amended(registration, now, { bookings }), mails: [] };
}

/**
 * Takes back an invitation that nobody has answered; the seat is free, and nobody is written to.
 * @returns undefined where there is nothing to take back
 */
export function invitationWithdrawn(
  registration: Registration,
  list: string,
  { now }: DecisionContext,
): Change | undefined {
  const booking = registration.bookings.find(({ invitation }) => invitation?.list === list);
  const answer = booking && invitationAnswer(booking, now);
  if (!booking || (answer !== "asked" && answer !== "late")) return undefined;
  return bookingChange(registration, inState(booking, "declined"), now);
}

function requireInvited(registration: Registration, place: string): Booking {
  const booking = bookingAt(registration, place);
  return booking?.invitation ? booking : bookingOf({ ...registration, bookings: [] }, place);
}
