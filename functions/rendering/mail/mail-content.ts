import { isLiveAt, seatsOf } from "../../domain/registration/booking.ts";
import { eventWords, placeIn } from "../../domain/registration/event.ts";
import { type ChangedDetail, isForOrganisers, type MailKind } from "../../domain/registration/mail.ts";
import { type CalendarLink, otherCalendarsOf } from "../calendar/other-calendars.ts";
import { moment } from "../format/dates.ts";
import { registrationMailMessagesOf } from "../messages/registration-mail-messages-of.ts";
import { registrationMessagesOf } from "../messages/registration-messages-of.ts";
import { registrationPeopleMessagesOf } from "../messages/registration-people-messages-of.ts";
import { bookingFacts } from "./booking-facts.ts";
import { comes, type MailFact, type MailFacts, recipientName } from "./mail-facts.ts";

/** What a mail says, in the order in which it says it, before it is HTML or text. */
export interface MailContent {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What the organiser wrote, line by line. */
  readonly note?: string;
  readonly button?: { readonly label: string; readonly href: string };
  /** The six digits, in two groups. */
  readonly code?: string;
  readonly facts: readonly MailFact[];
  /** Where the entry of its calendar can be made by hand. */
  readonly calendars: readonly CalendarLink[];
  readonly people: readonly string[];
  readonly passes: readonly { readonly name: string; readonly pass: string }[];
  readonly small: readonly string[];
}

/** Mails that tell of a booking that stands: when, where, who. */
const TELLS_ALL: ReadonlySet<MailKind> = new Set([
  "confirmed",
  "changed",
  "moved",
  "reminder",
  "event-moved",
  "directions",
  "message",
  "pending",
  "offer",
  "invitation",
  "invitation-reminder",
]);
/** Mails about the whole registration: each place, and what became of it. */
const STANDS: ReadonlySet<MailKind> = new Set(["verify", "duplicate", "reply"]);
const CARRIES_PASSES: ReadonlySet<MailKind> = new Set([
  "confirmed",
  "changed",
  "moved",
  "reminder",
  "event-moved",
  "directions",
]);

/** Mails that put an entry into a calendar, or repeat it. */
const IN_CALENDARS: ReadonlySet<MailKind> = new Set([
  "confirmed",
  "changed",
  "moved",
  "event-moved",
  "directions",
]);

export function mailContent(facts: MailFacts): MailContent {
  const { mail, event, link, code, registration } = facts;
  const said = registrationMailMessagesOf(mail.language);
  const words = eventWords(event, mail.language);
  const { kind, booking, note } = mail;
  const place = booking && (words.places[booking.place]?.title ?? booking.place);
  const until = untilOf(facts);
  const taken = {
    event: words.title,
    place: place ?? words.title,
    count: mail.news?.count ?? 0,
    by: booking?.invitation?.by ?? facts.site.organisation,
    source: booking?.invitation?.source ?? "",
    handedFrom: booking?.invitation?.handedFrom,
    until: until === undefined ? "" : moment(until, event.zone, mail.language),
  };
  const spoken = said.kinds[kind];
  const own = words.mail?.[kind];
  // As it is now: passes that were made since are on it, too.
  const current = registration?.bookings.find((each) => each.place === booking?.place);
  const { contact } = words;
  const leads = isForOrganisers(mail) ? `${facts.site.address}${words.path}` : link;
  const button =
    leads !== undefined && spoken.button !== undefined ? { label: spoken.button, href: leads } : undefined;
  return {
    subject: own?.subject ?? spoken.subject(taken),
    greeting: said.greeting(recipientName(mail)),
    paragraphs: [
      ...(words.sample === undefined ? [] : [words.sample]),
      ...(own?.opening?.split(/\n\s*\n/) ?? []),
      ...spoken.text(taken),
    ],
    ...(note !== undefined && { note }),
    ...(button && { button }),
    ...(kind === "verify" && code !== undefined && { code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    facts: [...changedFacts(facts), ...factsOf(facts)],
    calendars:
      booking && comes(facts) && IN_CALENDARS.has(kind) && event.status === "scheduled"
        ? otherCalendarsOf({ event, place: booking.place, language: mail.language, site: facts.site })
        : [],
    people: booking && TELLS_ALL.has(kind) ? booking.participants.map(({ name }) => name) : [],
    passes:
      comes(facts) && current && CARRIES_PASSES.has(kind) && hasDoor(facts)
        ? current.participants.map(({ name, badge, pass }) => ({ name: badge ?? name, pass }))
        : [],
    small: [
      ...(kind === "verify" || kind === "verify-address" ? [said.notYou] : []),
      ...(button && link !== undefined ? [said.manage] : []),
      `${said.reply(contact.name)} ${contact.email}, ${contact.phone}`,
    ],
  };
}

/** Whoever joins online passes no door. */
const hasDoor = ({ event, mail: { booking } }: MailFacts): boolean =>
  booking !== undefined && placeIn(event, booking.place)?.mode !== "online";

function untilOf({ mail, registration }: MailFacts) {
  if (mail.kind === "verify-address") return registration?.addressChange?.until;
  if (mail.kind === "verify") return registration?.bookings.map(({ until }) => until).sort()[0];
  return mail.booking?.until;
}

/** What the contact has changed, by the names of the fields: a mail repeats nothing that was typed. */
function changedFacts({ mail: { details = [], language } }: MailFacts): MailContent["facts"] {
  if (details.length === 0) return [];
  const { form } = registrationMessagesOf(language);
  const labels: Record<ChangedDetail, string> = {
    name: form.name,
    phone: form.phone,
    organisation: form.organisation,
    outlet: form.outlet,
    pressCard: form.pressCard,
    language: form.language,
    answers: form.questions,
    badges: form.badge,
    people: registrationPeopleMessagesOf(language).ofPeople,
  };
  const value = details.map((detail) => labels[detail]).join("; ");
  return [{ term: registrationMailMessagesOf(language).changedDetails, value }];
}

function factsOf(facts: MailFacts): MailContent["facts"] {
  const { kind, booking } = facts.mail;
  if (STANDS.has(kind)) return standing(facts);
  if (isForOrganisers(facts.mail)) return newsFacts(facts);
  return booking && TELLS_ALL.has(kind) ? bookingFacts(facts, booking) : [];
}

/**
 * What somebody has who registers again, is to confirm, or has answered: each place, what became of it, and how many
 * seats. Who comes is not told to an address that may be a stranger's.
 */
function standing({ mail, event, registration, now }: MailFacts): MailContent["facts"] {
  const { self } = registrationMessagesOf(mail.language);
  const words = eventWords(event, mail.language);
  return (registration?.bookings ?? [])
    .filter((booking) => isLiveAt(booking, now))
    .map((booking) => ({
      term: words.places[booking.place]?.title ?? booking.place,
      value: `${self.states[booking.state]}, ${self.seats(seatsOf(booking))}`,
    }));
}

/** Places in numbers, which is all that organisers are told by mail. */
function newsFacts({ mail, event }: MailFacts): MailContent["facts"] {
  const { organisers } = registrationMailMessagesOf(mail.language);
  const words = eventWords(event, mail.language);
  return (mail.news?.places ?? []).map(({ place, seats, states = [] }) => ({
    term: words.places[place]?.title ?? place,
    value: [
      organisers.seats(seats),
      ...states.map(({ state, bookings }) => `${organisers.states[state]}: ${bookings}`),
    ].join("; "),
  }));
}
