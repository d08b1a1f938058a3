import type { Booking } from "../../domain/registration/booking.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../domain/registration/event.ts";
import type { TimeAndVenue } from "../../domain/registration/time-and-venue.ts";
import { venueInWords } from "../format/venue-in-words.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { placeTimesInWords } from "../messages/place-times.ts";
import { registrationMailMessagesOf } from "../messages/registration-mail-messages-of.ts";
import { addressFor, comes, type MailFact, type MailFacts } from "./mail-facts.ts";

type Where = Pick<TimeAndVenue, "begins" | "ends" | "mode" | "city" | "venue" | "address">;

/** When and where, for a booking that stands; where it has moved, what was and what is, one beside the other. */
export function bookingFacts(facts: MailFacts, booking: Booking): MailFact[] {
  const { mail, event } = facts;
  const said = registrationMailMessagesOf(mail.language);
  const words = eventWords(event, mail.language);
  const { title = booking.place, note } = words.places[booking.place] ?? {};
  const joining = comes(facts) ? event.joining[booking.place] : undefined;
  const { address, directions } = addressFor(facts) ?? {};
  const now = { ...whereOf(event, booking.place, words), address };
  return [
    { term: said.place, value: title },
    ...beside(facts, now, "when", (where) => timesOf(facts, where)),
    ...beside(facts, now, "where", (where) =>
      where.mode === "online" ? messagesOf(mail.language).event.modes.online : venueInWords(where),
    ),
    // The former address is for those alone who may know the present one.
    ...(address === undefined ? [] : beside(facts, now, "address", (where) => where.address)),
    ...(directions === undefined ? [] : [{ term: said.directions, value: directions }]),
    ...(joining === undefined ? [] : [{ term: said.join, value: joining, href: joining }]),
    ...(note === undefined ? [] : [{ term: said.bring, value: note }]),
  ];
}

function whereOf(
  event: RegistrationEvent,
  id: string,
  { city, venue }: ReturnType<typeof eventWords>,
): Omit<Where, "address"> {
  const { begins, ends, mode } = placeIn(event, id) ?? {
    begins: event.start,
    ends: event.end,
    mode: "in-person" as const,
  };
  return { begins, ends, mode, city, venue };
}

const timesOf = ({ event, mail }: MailFacts, where: Where): string =>
  placeTimesInWords(where, { zone: event.zone, city: where.city }, mail.language);

/** What it is, and before that what it was, if it was told and has changed. */
function beside(
  { mail: { was, language } }: MailFacts,
  now: Where,
  what: "when" | "where" | "address",
  inWords: (where: Where) => string | undefined,
): MailFact[] {
  const said = registrationMailMessagesOf(language);
  const value = inWords(now);
  if (value === undefined) return [];
  const former = was && inWords(was);
  if (former === undefined || former === value) return [{ term: said[what], value }];
  return [
    { term: said.moved[what].former, value: former },
    { term: said.moved[what].now, value },
  ];
}
