import { addSeconds } from "../../../functions/domain/instant.ts";
import type { Language } from "../../../functions/domain/language.ts";
import type { Booking } from "../../../functions/domain/registration/booking.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { MailKind } from "../../../functions/domain/registration/mail.ts";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { uuid } from "../documents/parts.ts";
import { BEGINS, eventOf, OPENED, placeOf } from "./registration-events.ts";

export const JOINING = "https://example.org/join/secret-room";
export const LINK = `https://newsroom.example.org/en/registration/${"a".repeat(75)}`;

export const event: RegistrationEvent = eventOf([placeOf("hall"), placeOf("online", { mode: "online" })], {
  id: uuid(70),
  joining: { online: JOINING },
});

/** A booking of two, confirmed, that has been in a calendar once. */
export function bookingOf(changes: Partial<Booking> = {}): Booking {
  return {
    place: "hall",
    state: "confirmed",
    participants: [
      { pass: "0123456789", name: "Айгүл Серік" },
      { pass: "ABCDEFGHJK", name: "Dana Akhmetova", badge: "Dana" },
    ],
    submittedAt: "2027-06-01T05:00:00.000Z",
    priority: 5,
    told: "told",
    calendar: { sequence: 0, stamp: OPENED },
    ...changes,
  };
}

/** Everything that a mail of this kind is written from. */
export function mailFacts(
  kind: MailKind,
  language: Language,
  booking: Booking = bookingOf(),
  note?: string,
): MailFacts {
  const mail = {
    registration: uuid(71),
    event: event.id,
    version: 3,
    index: 0,
    kind,
    to: "aigul@example.org",
    name: "Айгүл Серік",
    language,
    createdAt: OPENED,
    booking,
    ...(note !== undefined && { note }),
  };
  return {
    mail,
    event,
    site: { address: "https://newsroom.example.org", name: "Newsroom", organisation: "IOM" },
    now: OPENED,
    registration: {
      id: uuid(71),
      event: event.id,
      language,
      version: 3,
      createdAt: OPENED,
      updatedAt: OPENED,
      contact: { name: mail.name, email: mail.to },
      token: { hash: "", sealed: "" },
      wrongCodes: 0,
      addressChange: { email: mail.to, token: { hash: "", sealed: "" }, until: addSeconds(OPENED, 3600) },
      bookings: [{ ...booking, until: booking.until ?? BEGINS }],
      answers: {},
      agreedAt: OPENED,
      askedAt: OPENED,
      eraseAt: BEGINS,
    },
    link: LINK,
    code: "012345",
  };
}
