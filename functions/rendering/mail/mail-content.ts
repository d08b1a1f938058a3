import type { Booking } from "../../domain/registration/booking.ts";
import { placeIn, wordsIn } from "../../domain/registration/event.ts";
import type { MailKind } from "../../domain/registration/mail.ts";
import { moment } from "../dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { registrationMailMessagesOf } from "../messages/registration-mail/registration-mail-messages-of.ts";
import { placeTimes } from "../place-times.ts";
import type { MailFacts } from "./mail-facts.ts";

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
  readonly facts: readonly { readonly term: string; readonly value: string; readonly href?: string }[];
  readonly people: readonly string[];
  readonly passes: readonly { readonly name: string; readonly pass: string }[];
  readonly small: readonly string[];
}

/** Mails that tell of a booking that stands: when, where, who. */
const TELLS_ALL: ReadonlySet<MailKind> = new Set([
  "confirmed",
  "changed",
  "reminder",
  "event-moved",
  "message",
  "pending",
  "offer",
]);
const CARRIES_PASSES: ReadonlySet<MailKind> = new Set(["confirmed", "changed", "reminder", "event-moved"]);

export function mailContent(facts: MailFacts): MailContent {
  const { mail, event, link, code, registration } = facts;
  const said = registrationMailMessagesOf(mail.language);
  const words = wordsIn(event, mail.language);
  const { kind, booking, note } = mail;
  const place = booking && (words.places[booking.place]?.title ?? booking.place);
  const until = untilOf(facts);
  const taken = {
    event: words.title,
    place: place ?? words.title,
    until: until === undefined ? "" : moment(until, event.zone, mail.language),
  };
  const spoken = said.kinds[kind];
  const isConfirmed = booking?.state === "confirmed";
  // As it is now, where it still stands: passes that were made since are on it, too.
  const current = registration?.bookings.find(
    (each) => each.place === booking?.place && each.state === "confirmed",
  );
  const { contact } = words;
  return {
    subject: spoken.subject(taken),
    greeting: said.greeting(mail.name),
    paragraphs: [...(words.sample === undefined ? [] : [words.sample]), ...spoken.text(taken)],
    ...(note !== undefined && { note }),
    ...(link !== undefined &&
      spoken.button !== undefined && { button: { label: spoken.button, href: link } }),
    ...(kind === "verify" && code !== undefined && { code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    facts: booking && TELLS_ALL.has(kind) ? bookingFacts(facts, booking) : [],
    people: booking && TELLS_ALL.has(kind) ? booking.participants.map(({ name }) => name) : [],
    passes:
      isConfirmed && current && CARRIES_PASSES.has(kind)
        ? current.participants.map(({ name, badge, pass }) => ({ name: badge ?? name, pass }))
        : [],
    small: [
      ...(kind === "verify" || kind === "verify-address" ? [said.notYou] : []),
      ...(link === undefined ? [] : [said.manage]),
      `${said.reply(contact.name)} ${contact.email}, ${contact.phone}`,
    ],
  };
}

function untilOf({ mail, registration }: MailFacts) {
  if (mail.kind === "verify-address") return registration?.addressChange?.until;
  if (mail.kind === "verify") return registration?.bookings.map(({ until }) => until).sort()[0];
  return mail.booking?.until;
}

function bookingFacts({ mail, event }: MailFacts, booking: Booking): MailContent["facts"] {
  const { language } = mail;
  const said = registrationMailMessagesOf(language);
  const words = wordsIn(event, language);
  const place = placeIn(event, booking.place);
  const { modes } = messagesOf(language).event;
  const { begins, ends } = place ?? { begins: event.start, ends: event.end };
  const when = placeTimes({ begins, ends }, event.zone, language);
  const venue = [words.venue?.name, words.venue?.address, words.city].filter((part) => part !== undefined);
  const online = place?.mode === "online";
  const joining = booking.state === "confirmed" ? event.joining[booking.place] : undefined;
  const note = words.places[booking.place]?.note;
  return [
    { term: said.place, value: words.places[booking.place]?.title ?? booking.place },
    { term: said.when, value: when },
    { term: said.where, value: online ? modes.online : venue.join(", ") },
    ...(joining === undefined ? [] : [{ term: said.join, value: joining, href: joining }]),
    ...(note === undefined ? [] : [{ term: said.bring, value: note }]),
  ];
}
