import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Instant } from "../../domain/instant.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import { calendarText, contentLine, textValue } from "./content-line.ts";
import { invitationEntry } from "./invitation.ts";

/** Everything confirmed of a registration, to put into a calendar by hand. */
export function registrationCalendar(facts: {
  registration: Registration;
  event: RegistrationEvent;
  site: SiteDocument;
  /** As in the entries that mails carry: a calendar refuses later ones of the same id from another organiser. */
  replies: string | undefined;
  now: Instant;
}): string {
  const { registration, event, site, replies, now } = facts;
  const { id, language, contact, bookings } = registration;
  const confirmed = bookings.filter(({ state }) => state === "confirmed");
  return calendarText([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    contentLine("PRODID", `-//${textValue(event.authority)}//Dateline//EN`),
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...confirmed.flatMap((booking) =>
      invitationEntry({
        method: "PUBLISH",
        site,
        event,
        registration: { id, name: contact.name, email: contact.email },
        language,
        booking,
        joins: true,
        replies,
        now,
      }),
    ),
    "END:VCALENDAR",
  ]);
}
