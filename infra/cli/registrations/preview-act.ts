import { writeFileSync } from "node:fs";
import { registrationPath } from "../../../functions/domain/addresses.ts";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { Booking, BookingState } from "../../../functions/domain/registration/booking.ts";
import { eventWords, type RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { MailKind, OutboxMail } from "../../../functions/domain/registration/mail.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { timeAndVenue } from "../../../functions/domain/registration/time-and-venue.ts";
import { passPage } from "../../../functions/rendering/mail/pass-page.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { languageIn, mailKind } from "./desk-options.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** States of a booking of which a mail tells; confirmed where it is none of these. */
const STATES: Partial<Record<MailKind, BookingState>> = {
  verify: "unverified",
  pending: "pending",
  waiting: "waitlisted",
  approved: "waitlisted",
  offer: "offered",
  invitation: "offered",
  "invitation-reminder": "offered",
  declined: "declined",
  cancelled: "cancelled",
  "moved-from": "cancelled",
  expired: "expired",
  "event-cancelled": "cancelled",
  "event-again": "cancelled",
};

/** A mail of an event as somebody would get it who is not there: its words, and with `--out` how it looks. */
export async function preview(
  desk: Desk,
  values: Given,
  [name = "", kind = ""]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  const language = languageIn(values) ?? eventWords(event, event.source).language;
  const registration = nobody(event, mailKind(kind), placeMeant(event, values.place), desk.now());
  const [booking] = registration.bookings;
  const { address } = desk;
  const mail: OutboxMail = {
    registration: registration.id,
    event: event.id,
    version: 1,
    index: 0,
    kind: mailKind(kind),
    to: registration.contact.email,
    name: registration.contact.name,
    language,
    createdAt: desk.now(),
    ...(booking && { booking }),
    ...(values.note !== undefined && { note: values.note }),
  };
  const facts = {
    mail,
    event,
    site: { ...(await desk.site(language)), address },
    now: desk.now(),
    registration: { ...registration, language },
    link: `${address}${registrationPath(language, "A".repeat(75))}`,
    code: "123456",
  };
  if (values.out !== undefined) writeFileSync(values.out, await passPage(facts));
  const { subject, text } = await registrationMail(facts);
  return `${subject}\n\n${text}${values.out === undefined ? "" : `\nIts HTML is in ${values.out}.\n`}`;
}

function placeMeant(
  event: RegistrationEvent,
  place: string | undefined,
): RegistrationEvent["places"][number] {
  const found = place === undefined ? event.places[0] : event.places.find(({ id }) => id === place);
  if (found) return found;
  const ids = event.places.map(({ id }) => id);
  throw new Refusal(
    "place-unknown",
    404,
    `The event has no place ${place ?? "at all"}.`,
    `Its places are ${ids.join(", ")}.`,
  );
}

/** A registration of a person that there is not. */
function nobody(
  event: RegistrationEvent,
  kind: MailKind,
  place: RegistrationEvent["places"][number],
  now: string,
): Registration {
  const until = addSeconds(now, 2 * 86_400);
  const booking: Booking = {
    place: place.id,
    state: STATES[kind] ?? "confirmed",
    participants: [{ pass: "0000000000", name: "Name Surname" }],
    until,
    submittedAt: `${now.slice(0, -1)}.000Z`,
    priority: 5,
    told: timeAndVenue(event, place, event.source),
    ...(STATES[kind] === "offered" &&
      kind !== "offer" && { invitation: { list: "-", by: "…", source: "…" } }),
  };
  const token = { hash: "", sealed: "" };
  return {
    id: "00000000-0000-4000-8000-000000000000",
    event: event.id,
    language: event.source,
    version: 1,
    createdAt: now,
    updatedAt: now,
    contact: { name: "Name Surname", email: "name@example.org" },
    verifiedAt: now,
    token,
    wrongCodes: 0,
    addressChange: { email: "name@example.org", token, until },
    bookings: [booking],
    answers: {},
    agreedAt: now,
    askedAt: now,
    eraseAt: until,
  };
}
