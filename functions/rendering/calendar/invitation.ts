import { publicationPath } from "../../domain/addresses.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import type { Booking } from "../../domain/registration/booking.ts";
import { disclosedAddress } from "../../domain/registration/disclosed-address.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../domain/registration/event.ts";
import { venueInWords } from "../format/venue-in-words.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { registrationMailMessagesOf } from "../messages/registration-mail-messages-of.ts";
import { calendarText, contentLine, textValue, timeValue } from "./content-line.ts";
import { mailtoAddress } from "./mailto-address.ts";

/** What a calendar is asked to do (RFC 5546, section 3.2): to put an entry in or up to date, or to take it out. */
export type InvitationMethod = "REQUEST" | "CANCEL" | "PUBLISH";

export interface InvitationFacts {
  readonly method: InvitationMethod;
  readonly site: Pick<SiteDocument, "address" | "organisation">;
  readonly event: RegistrationEvent;
  readonly registration: { readonly id: string; readonly name: string; readonly email: string };
  readonly language: Language;
  /** As of which the entry is; it has been in a calendar. */
  readonly booking: Booking;
  /** Whether it is for people who come: nobody else reads where one joins online, or an address that not everybody may know. */
  readonly joins: boolean;
  /** What may be told by now. */
  readonly now: Instant;
  /** Takes what calendars answer; without such an address answers go to the contact. */
  readonly replies?: string | undefined;
}

/** The id of a booking in calendars: the same in every language and for good. */
export const invitationUid = (registration: string, place: string, authority: string): string =>
  `${registration}.${place}@${authority}`;

/** The registration that such an id names; undefined for the id of another entry. */
export const registrationInUid = (uid: string): string | undefined =>
  /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.[^.@]+@/i.exec(uid)?.[1]?.toLowerCase();

/**
 * One booking as a calendar that a mail carries. Times are in UTC; DTSTAMP is that of the change, not of the sending, and
 * SEQUENCE rises with every change, so that a mail that comes late never undoes a later one (RFC 5546, section 2.1.5).
 * Nobody is asked to reply: whoever registered has said that they come. It leads to the public page of the event and not
 * to the registration: calendars are shared with colleagues, and that link opens everything.
 */
export function invitationCalendar(invitation: InvitationFacts): string {
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
export function invitationEntry(invitation: InvitationFacts): string[] {
  const { method, site, event, registration, language, booking, replies } = invitation;
  const words = eventWords(event, language);
  const place = placeIn(event, booking.place);
  const title = words.places[booking.place]?.title ?? booking.place;
  const cancelled = method === "CANCEL";
  // An own cancellation is no news of the event, which takes place as ever.
  const said =
    cancelled && event.status !== "cancelled"
      ? registrationMailMessagesOf(words.language).ended
      : messagesOf(words.language).event.statuses[event.status];
  const marked = said ? `${said}: ` : ""; // many calendars do not show a status
  const { sequence, stamp } = booking.calendar ?? { sequence: 0, stamp: event.publishAt };
  const status = { scheduled: "CONFIRMED", postponed: "TENTATIVE", cancelled: "CANCELLED" }[event.status];
  return [
    "BEGIN:VEVENT",
    contentLine("UID", textValue(invitationUid(registration.id, booking.place, event.authority))),
    contentLine("DTSTAMP", timeValue(stamp)),
    contentLine("LAST-MODIFIED", timeValue(stamp)),
    contentLine("SEQUENCE", String(sequence)),
    contentLine("DTSTART", timeValue(place?.begins ?? event.start)),
    contentLine("DTEND", timeValue(place?.ends ?? event.end)),
    contentLine("STATUS", cancelled ? "CANCELLED" : status),
    contentLine("SUMMARY", textValue(`${marked}${words.title} (${title})`), { LANGUAGE: words.language }),
    contentLine("DESCRIPTION", textValue(description(invitation)), { LANGUAGE: words.language }),
    contentLine("LOCATION", textValue(location(invitation)), { LANGUAGE: words.language }),
    contentLine("URL", `${site.address}${publicationPath(words.language, "event", event.slug)}`),
    contentLine("ORGANIZER", mailtoAddress(replies ?? words.contact.email), { CN: site.organisation }),
    ...(method === "PUBLISH" // an entry that one adds by oneself has nobody invited (RFC 5546, section 3.2.1)
      ? []
      : [
          contentLine("ATTENDEE", mailtoAddress(registration.email), {
            CN: registration.name,
            PARTSTAT: cancelled ? "DECLINED" : "ACCEPTED",
            RSVP: "FALSE",
          }),
        ]),
    "END:VEVENT",
  ];
}

function description({ method, event, language, booking }: InvitationFacts): string {
  const words = eventWords(event, language);
  const said = registrationMailMessagesOf(words.language);
  const people = booking.participants.map(({ name }) => name).join(", ");
  return [
    words.sample,
    words.places[booking.place]?.note,
    `${said.people}: ${people}`,
    method === "CANCEL" ? undefined : said.calendar,
  ]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

/** Where one goes, or joins. */
function location({ event, language, booking, joins, now }: InvitationFacts): string {
  const words = eventWords(event, language);
  if (placeIn(event, booking.place)?.mode !== "online") {
    const told = joins ? disclosedAddress(event, booking, language, now) : undefined;
    return told?.address ?? venueInWords(words); // an address alone, which a map finds
  }
  const online = messagesOf(words.language).event.modes.online;
  return joins ? (event.joining[booking.place] ?? online) : online;
}
