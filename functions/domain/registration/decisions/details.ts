import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Language } from "../../language.ts";
import { Refusal } from "../../refusal.ts";
import { type Booking, isLiveAt } from "../booking.ts";
import { type Change, type DecisionContext, entered, placeOfBooking } from "../change.ts";
import { CHANGED_DETAILS, type ChangedDetail } from "../mail.ts";
import type { Participant } from "../participant.ts";
import type { ContactDetails } from "../registration.ts";
import { amended, type Registration } from "../registration.ts";
import { timeAndVenue } from "../time-and-venue.ts";

/** What the contact wants to stand in a registration, besides places, people and address. */
export interface Details {
  readonly contact: ContactDetails & { readonly name: string };
  /** Language of correspondence. */
  readonly language: Language;
  readonly answers: Readonly<Record<string, string>>;
  /** What badges shall show, by the code of the pass; empty for the name. Those that are not named stay. */
  readonly badges: Readonly<Record<string, string>>;
}

/** What approval is given on: changing it keeps the approval, and the desk is shown that it was changed. */
const APPROVED_ON: ReadonlySet<ChangedDetail> = new Set(["name", "organisation", "outlet", "pressCard"]);

/**
 * What the form said, other than it was. A contact who takes part under the name that is corrected is called by the new
 * one, except where each person was approved by name. Calendar entries rise where they show something else than before.
 *
 * @param seen what the page showed; nothing where that is not known
 * @returns undefined where everything stands so already
 * @throws Refusal `details-changed` where something was changed since the page was shown
 */
export function detailsChanged(
  registration: Registration,
  { details, seen }: { readonly details: Details; readonly seen?: string | undefined },
  circumstances: DecisionContext,
): Change | undefined {
  const { now } = circumstances;
  const { contact, language, answers } = details;
  const plain = {
    ...registration,
    contact: { ...contact, email: registration.contact.email },
    language,
    answers: { ...answers },
    bookings: registration.bookings.map((each) => renamed(registration, each, details, circumstances)),
  };
  const changed = CHANGED_DETAILS.filter((detail) => differs(detail, registration, plain));
  if (changed.length === 0) return undefined;
  requireDetailsSeen(registration, seen, now);
  const bookings = plain.bookings.map((next, i) => {
    const former = registration.bookings[i] ?? next;
    const marked = isApprovalTouched(changed, former, next, circumstances)
      ? { ...next, detailsChangedAt: now }
      : next;
    const told = toldAnew(marked, registration.language, language, circumstances);
    return shows(registration, former) === shows(plain, next) ? told : entered(told, now);
  });
  const concerned = bookings.filter((next, i) => {
    const former = registration.bookings[i];
    return next.calendar !== former?.calendar || !isDeepStrictEqual(next.participants, former?.participants);
  });
  const told = concerned.length > 0 ? concerned.map((booking) => ({ booking })) : [{}];
  return {
    before: registration,
    after: amended(plain, now, { bookings }),
    mails: registration.verifiedAt
      ? told.map((each) => ({ kind: "changed", ...each, details: changed }))
      : [],
  };
}

/** What a page showed of the details. Its form carries that back. */
export function detailsSeen(registration: Registration, now: DecisionContext["now"]): string {
  const { contact, language, answers, bookings } = registration;
  const { email: _, ...details } = contact;
  const people = bookings.filter((each) => isLiveAt(each, now)).map(({ participants }) => participants);
  const shown = [
    Object.entries(details).sort(),
    language,
    Object.entries(answers).sort(),
    people.map((each) => each.map(({ pass, name, badge }) => [pass, name, badge])),
  ];
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 16);
}

function requireDetailsSeen(registration: Registration, seen: string | undefined, now: string): void {
  if (seen === undefined || seen === detailsSeen(registration, now)) return;
  throw new Refusal(
    "details-changed",
    409,
    "Meanwhile these details were changed elsewhere.",
    "Nothing was changed. Compare them with what stands there now, and save them again.",
  );
}

function renamed(
  registration: Registration,
  booking: Booking,
  { contact: { name }, badges }: Details,
  circumstances: DecisionContext,
): Booking {
  if (!isLiveAt(booking, circumstances.now)) return booking;
  const isByName = placeOfBooking(circumstances, booking.place).approval && booking.approved === true;
  const self = isByName
    ? -1
    : booking.participants.findIndex((each) => each.name === registration.contact.name);
  const participants = booking.participants.map((each, i) =>
    badged(i === self ? { ...each, name } : each, badges[each.pass]),
  );
  return { ...booking, participants };
}

function badged({ badge: former, ...participant }: Participant, asked = former): Participant {
  return asked === undefined || asked === "" || asked === participant.name
    ? participant
    : { ...participant, badge: asked };
}

function differs(detail: ChangedDetail, was: Registration, is: Registration): boolean {
  switch (detail) {
    case "language":
      return was.language !== is.language;
    case "answers":
      return !isDeepStrictEqual(was.answers, is.answers);
    case "badges":
      return was.bookings.some((booking, i) => !hasSameBadges(booking, is.bookings[i]));
    case "people":
      return false; // they are changed with the people of a place
    default:
      return was.contact[detail] !== is.contact[detail];
  }
}

const hasSameBadges = (one: Booking, other: Booking | undefined): boolean =>
  one.participants.every(({ badge }, i) => badge === other?.participants[i]?.badge);

function isApprovalTouched(
  changed: readonly ChangedDetail[],
  former: Booking,
  next: Booking,
  circumstances: DecisionContext,
): boolean {
  if (!isLiveAt(next, circumstances.now) || !placeOfBooking(circumstances, next.place).approval) return false;
  return changed.some((detail) => APPROVED_ON.has(detail)) || !hasSameBadges(former, next);
}

/** Whoever was told of time and venue in the former language has been told of them: another language is no move. */
function toldAnew(booking: Booking, was: Language, is: Language, { event }: DecisionContext): Booking {
  const place = event.places.find(({ id }) => id === booking.place);
  if (!place || booking.told !== timeAndVenue(event, place, was)) return booking;
  return { ...booking, told: timeAndVenue(event, place, is) };
}

/** What a calendar shows of a booking and can be changed here; nothing for one that stands in none. */
function shows({ contact, language }: Registration, { state, calendar, participants }: Booking): string {
  if (state !== "confirmed" || !calendar) return "";
  return JSON.stringify([contact.name, language, participants.map(({ name }) => name)]);
}
