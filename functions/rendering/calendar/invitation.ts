import { publicationPath } from "../../domain/addresses.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Language } from "../../domain/language.ts";
import type { Booking } from "../../domain/registration/booking.ts";
import { placeIn, type RegistrationEvent, wordsIn } from "../../domain/registration/event.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { calendarText, contentLine, textValue, timeValue } from "./content-line.ts";

/** What a calendar is asked to do (RFC 5546, section 3.2): to put an entry in or up to date, or to take it out. */
export type InvitationMethod = "REQUEST" | "CANCEL" | "PUBLISH";

export interface Invitation {
  readonly method: InvitationMethod;
  readonly site: Pick<SiteDocument, "address" | "organisation">;
  readonly event: RegistrationEvent;
  readonly registration: { readonly id: string; readonly name: string; readonly email: string };
  readonly language: Language;
  /** As of which the entry is; it has been in a calendar. */
  readonly booking: Booking;
  /** Where it is seen and changed. */
  readonly link?: string | undefined;
}

/** The id of a booking in calendars: the same in every language and for good. */
export const invitationUid = (registration: string, place: string, authority: string): string =>
  `${registration}.${place}@${authority}`;

/**
 * One booking as a calendar that a mail carries. Times are in UTC; DTSTAMP is that of the change, not of the sending, and
 * SEQUENCE rises with every change, so that a mail that comes late never undoes a later one (RFC 5546, section 2.1.5).
 * Nobody is asked to reply: whoever registered has said that they come.
 */
export function invitationCalendar(invitation: Invitation): string {
  return calendarText([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    contentLine("PRODID", `-//${textValue(invitation.event.authority)}//Dateline//EN`),
    "CALSCALE:GREGORIAN",
    `METHOD:${invitation.method}`,
    ...invitationEntry(invitation),
    "END:VCALENDAR",
  ]);
}

/** The entry alone, for a calendar with several. */
export function invitationEntry(invitation: Invitation): string[] {
  const { method, site, event, registration, language, booking, link } = invitation;
  const words = wordsIn(event, language);
  const place = placeIn(event, booking.place);
  const title = words.places[booking.place]?.title ?? booking.place;
  const cancelled = method === "CANCEL";
  const marked = cancelled ? `${messagesOf(language).event.statuses.cancelled ?? ""}: ` : "";
  const { sequence, stamp } = booking.calendar ?? { sequence: 0, stamp: event.publishAt };
  const status = { scheduled: "CONFIRMED", postponed: "TENTATIVE", cancelled: "CANCELLED" }[event.status];
  return [
    "BEGIN:VEVENT",
    contentLine("UID", textValue(invitationUid(registration.id, booking.place, event.authority))),
    contentLine("DTSTAMP", timeValue(stamp)),
    contentLine("SEQUENCE", String(sequence)),
    contentLine("DTSTART", timeValue(place?.begins ?? event.start)),
    contentLine("DTEND", timeValue(place?.ends ?? event.end)),
    contentLine("STATUS", cancelled ? "CANCELLED" : status),
    contentLine("SUMMARY", textValue(`${marked}${words.title} (${title})`), { LANGUAGE: words.language }),
    contentLine("DESCRIPTION", textValue(description(invitation)), { LANGUAGE: words.language }),
    contentLine("LOCATION", textValue(location(invitation)), { LANGUAGE: words.language }),
    contentLine("URL", link ?? `${site.address}${publicationPath(words.language, "event", event.slug)}`),
    contentLine("ORGANIZER", `mailto:${words.contact.email}`, { CN: site.organisation }),
    ...(method === "PUBLISH" // an entry that one adds by oneself has nobody invited (RFC 5546, section 3.2.1)
      ? []
      : [
          contentLine("ATTENDEE", `mailto:${registration.email}`, {
            CN: registration.name,
            PARTSTAT: cancelled ? "DECLINED" : "ACCEPTED",
            RSVP: "FALSE",
          }),
        ]),
    "END:VEVENT",
  ];
}

function description({ event, language, booking, link }: Invitation): string {
  const words = wordsIn(event, language);
  const people = booking.participants.map(({ name }) => name).join("\n");
  return [words.sample, words.places[booking.place]?.note, people, link]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}

/** Where one goes, or joins: that only as long as the booking is confirmed. */
function location({ event, language, booking }: Invitation): string {
  const words = wordsIn(event, language);
  if (placeIn(event, booking.place)?.mode === "online") {
    const online = messagesOf(language).event.modes.online;
    return booking.state === "confirmed" ? (event.joining[booking.place] ?? online) : online;
  }
  return [words.venue?.name, words.venue?.address, words.city]
    .filter((part) => part !== undefined)
    .join(", ");
}
