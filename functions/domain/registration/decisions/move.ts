import { Refusal } from "../../refusal.ts";
import { type Booking, type BookingState, isLiveAt } from "../booking.ts";
import {
  bookingOf,
  type Change,
  type DecisionContext,
  entered,
  inState,
  placeOf,
  reentered,
  requireSeen,
  requireState,
} from "../change.ts";
import { lastInstant } from "../holds.ts";
import type { MailDraft } from "../mail.ts";
import { type Participant, withPasses } from "../participant.ts";
import { amended, bookingAt, type Registration } from "../registration.ts";
import type { PlaceSeats } from "../seats.ts";
import { timeAndVenue } from "../time-and-venue.ts";
import { ceilingFor, requireDeskSize, requireNotOver } from "./desk-seats.ts";
import { verifiedBooking } from "./submit.ts";

export interface MoveAsked {
  readonly from: string;
  readonly to: string;
  /** Names of those who move; all where none are named. */
  readonly names: readonly string[];
  /** The state of the booking that the move was decided for. */
  readonly seen?: BookingState | undefined;
  /** Whether they get seats although there are none, or others wait for them. */
  readonly beyond: boolean;
  /** What the organiser says to the person, in the language of correspondence. */
  readonly note?: string | undefined;
}

/**
 * Moves people of a booking to another place, all or some: seats are taken there and freed here at once. They keep the
 * codes of their passes; whoever was checked in is so no more. What was confirmed stays confirmed, also where approval is
 * asked; what was pending is confirmed where none is; who waited gets seats.
 *
 * @returns undefined where they were moved before
 * @throws Refusal `booking-unknown`, `booking-changed`, `booking-ended`, `booking-state`, `place-unknown`, `place-closed`,
 * `place-full`, `place-booked`, `person-unknown`, `booking-size`
 */
export function moved(
  registration: Registration,
  asked: MoveAsked,
  circumstances: DecisionContext & { seats: ReadonlyMap<string, PlaceSeats> },
): Change | undefined {
  const { event, now, seats } = circumstances;
  const { from, to, note } = asked;
  const booking = bookingOf(registration, from);
  const settings = placeOf(circumstances, to);
  const there = liveAt(registration, to, circumstances);
  if (there && !isLiveAt(booking, now) && namesIn(booking, asked).every((name) => isIn(there, name)))
    return undefined;
  requireSeen(booking, asked.seen);
  requireState(booking, ["pending", "waitlisted", "offered", "confirmed"], now);
  requireNotOver(event, settings, now);
  const [going, staying] = divided(booking, asked.names);
  requireApart(going, from, to, there);
  requireDeskSize(going.length + (there?.participants.length ?? 0));
  const beyond = ceilingFor(seats, { place: to, n: going.length, beyond: asked.beyond });
  const movers = going.map(({ checkedInAt: _, checkedInBy: __, ...each }) => each);
  const target = there
    ? withMore(there, movers, now)
    : verifiedBooking(
        {
          place: to,
          participants: movers,
          submittedAt: booking.submittedAt,
          priority: booking.priority,
          told: timeAndVenue(event, settings, registration.language),
          ...((booking.state === "confirmed" || booking.approved) && { approved: true }),
          ...calendarAt(registration, to),
        },
        settings,
        now,
      );
  if (target.state === "pending" && lastInstant(settings) <= now)
    requireNotOver(event, { ...settings, ends: now }, now); // nobody could approve it any more
  const rest = remaining(booking, staying, now);
  const others = registration.bookings.filter(({ place }) => place !== from && place !== to);
  return {
    before: registration,
    after: amended(registration, now, { bookings: [...others, rest, target] }),
    mails: [
      { kind: target.state === "confirmed" ? "moved" : "pending", booking: target, ...(note && { note }) },
      ...aboutRest(booking, rest),
    ],
    beyond,
  };
}

const isIn = ({ participants }: Booking, name: string): boolean =>
  participants.some((each) => each.name === name);

const namesIn = ({ participants }: Booking, { names }: MoveAsked): readonly string[] =>
  names.length > 0 ? names : participants.map(({ name }) => name);

function liveAt(registration: Registration, place: string, { now }: DecisionContext): Booking | undefined {
  const booking = bookingAt(registration, place);
  return booking && isLiveAt(booking, now) ? booking : undefined;
}

/** Whoever is named goes, each name as often as it is named; all go where nobody is. */
function divided({ place, participants }: Booking, names: readonly string[]): [Participant[], Participant[]] {
  if (names.length === 0) return [[...participants], []];
  const staying = [...participants];
  const going = names.map((name) => {
    const at = staying.findIndex((each) => each.name === name || each.pass === name);
    const [found] = at < 0 ? [] : staying.splice(at, 1);
    if (found) return found;
    throw new Refusal(
      "person-unknown",
      404,
      `Nobody called ${name} has a seat at ${place} in this registration.`,
      "Write the name as the list shows it, or give the code of the pass.",
      { field: "person" },
    );
  });
  return [going, staying];
}

function requireApart(
  going: readonly Participant[],
  from: string,
  to: string,
  there: Booking | undefined,
): void {
  const booked = (message: string) =>
    new Refusal("place-booked", 409, message, "Name the place and the people that you mean.", {
      field: "place",
    });
  if (from === to) throw booked(`They have their seats at ${to} already.`);
  if (!there) return;
  if (there.state !== "confirmed" && there.state !== "pending")
    throw booked(`This registration has a booking at ${to} already, which is ${there.state}.`);
  const twice = going.find(({ name }) => isIn(there, name));
  if (twice) throw booked(`${twice.name} has a seat at ${to} already.`);
}

function withMore(booking: Booking, more: readonly Participant[], now: string): Booking {
  const next = { ...booking, participants: [...booking.participants, ...more] };
  return booking.state === "confirmed" ? entered(next, now) : next;
}

/** Its entry in calendars goes on where it was there before. */
function calendarAt(registration: Registration, place: string): Pick<Booking, "calendar"> {
  const calendar = bookingAt(registration, place)?.calendar;
  return calendar ? { calendar } : {};
}

/** What is left where they were; a code of a pass stands in one booking alone. */
function remaining(booking: Booking, staying: readonly Participant[], now: string): Booking {
  if (staying.length === 0)
    return reentered(
      { ...inState(booking, "cancelled"), participants: withPasses(booking.participants) },
      now,
    );
  const next = { ...booking, participants: [...staying] };
  return booking.state === "confirmed" ? entered(next, now) : next;
}

function aboutRest(former: Booking, rest: Booking): MailDraft[] {
  if (rest.state !== "cancelled") return [{ kind: "changed", booking: rest }];
  return former.calendar ? [{ kind: "moved-from", booking: rest }] : [];
}
