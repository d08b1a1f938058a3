import type { EventDocument } from "../../domain/documents/event.ts";
import type { EventEntry } from "../../domain/documents/listing.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { venueInWords } from "../format/venue-in-words.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { changedOpenly, eventStatus, markedTitle } from "../messages/withdrawal.ts";
import { contentLine, textValue, timeValue } from "./content-line.ts";
import { mailtoAddress } from "./mailto-address.ts";

/** What a calendar tells of an event; an event's document has it too, its ways to take part drawn from its places. */
export type CalendarEvent = Pick<
  EventEntry,
  | "calendar"
  | "city"
  | "end"
  | "language"
  | "modes"
  | "path"
  | "publishAt"
  | "sample"
  | "series"
  | "start"
  | "status"
  | "summary"
  | "title"
  | "updated"
  | "venue"
> &
  Pick<EventDocument, "withdrawn">;

const STATUSES = { scheduled: "CONFIRMED", postponed: "TENTATIVE", cancelled: "CANCELLED" } as const;

/**
 * A VEVENT as iTIP publishes one (RFC 5546, section 3.2.1). DTSTAMP is the instant of its latest announced change,
 * never the time of the request, so that the same event has the same bytes and SEQUENCE decides what is newer. A withdrawn event is cancelled.
 */
export function calendarEvent(site: SiteDocument, event: CalendarEvent): string[] {
  const { language } = event;
  const url = site.address + event.path;
  const place = location(event);
  const changed = changedOpenly(event);
  const sequence = event.calendar.sequence + (event.withdrawn ? 1 : 0); // a return comes with a correction
  return [
    "BEGIN:VEVENT",
    contentLine("UID", textValue(event.calendar.uid)),
    contentLine("DTSTAMP", timeValue(changed)),
    contentLine("SEQUENCE", String(sequence)),
    contentLine("CREATED", timeValue(event.publishAt)),
    contentLine("LAST-MODIFIED", timeValue(changed)),
    contentLine("DTSTART", timeValue(event.start)),
    contentLine("DTEND", timeValue(event.end)),
    contentLine("STATUS", STATUSES[eventStatus(event)]),
    contentLine("SUMMARY", textValue(summary(event)), { LANGUAGE: language }),
    contentLine("DESCRIPTION", textValue(description(event, url)), { LANGUAGE: language }),
    contentLine("LOCATION", textValue(place), { LANGUAGE: language }),
    ...(event.series
      ? [contentLine("CATEGORIES", textValue(event.series.title), { LANGUAGE: language })]
      : []),
    contentLine("URL", url),
    contentLine("ORGANIZER", mailtoAddress(site.contact.email), { CN: site.organisation }),
    "END:VEVENT",
  ];
}

/** Many calendars do not show a status: the title says it. */
function summary(event: CalendarEvent): string {
  const { language, status, title, withdrawn } = event;
  if (withdrawn) return markedTitle(event);
  const said = messagesOf(language).event.statuses[status];
  return said ? `${said}: ${title}` : title;
}

function description({ sample, summary, withdrawn }: CalendarEvent, url: string): string {
  return [withdrawn?.note, sample, summary, url].filter((part) => part !== undefined).join("\n\n");
}

function location({ city, language, modes, venue }: CalendarEvent): string {
  const online = messagesOf(language).event.modes.online;
  if (!venue && modes.length > 0 && !modes.includes("in-person")) return online;
  return venueInWords({ venue, city });
}
