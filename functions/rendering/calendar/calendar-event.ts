import type { EventEntry } from "../../domain/documents/listing.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { contentLine, textValue, timeValue } from "./content-line.ts";

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
>;

const STATUSES = { scheduled: "CONFIRMED", postponed: "TENTATIVE", cancelled: "CANCELLED" } as const;

/**
 * A VEVENT as iTIP publishes one (RFC 5546, section 3.2.1). DTSTAMP is the instant of its latest announced change,
 * never the time of the request, so that the same event has the same bytes and SEQUENCE decides what is newer.
 */
export function calendarEvent(site: SiteDocument, event: CalendarEvent): string[] {
  const { language } = event;
  const url = site.address + event.path;
  const place = location(event);
  return [
    "BEGIN:VEVENT",
    contentLine("UID", textValue(event.calendar.uid)),
    contentLine("DTSTAMP", timeValue(event.updated)),
    contentLine("SEQUENCE", String(event.calendar.sequence)),
    contentLine("CREATED", timeValue(event.publishAt)),
    contentLine("LAST-MODIFIED", timeValue(event.updated)),
    contentLine("DTSTART", timeValue(event.start)),
    contentLine("DTEND", timeValue(event.end)),
    contentLine("STATUS", STATUSES[event.status]),
    contentLine("SUMMARY", textValue(summary(event)), { LANGUAGE: language }),
    contentLine("DESCRIPTION", textValue(description(event, url)), { LANGUAGE: language }),
    contentLine("LOCATION", textValue(place), { LANGUAGE: language }),
    ...(event.series
      ? [contentLine("CATEGORIES", textValue(event.series.title), { LANGUAGE: language })]
      : []),
    contentLine("URL", url),
    contentLine("ORGANIZER", `mailto:${site.contact.email}`, { CN: site.organisation }),
    "END:VEVENT",
  ];
}

/** Many calendars do not show a status: the title says it. */
function summary({ language, status, title }: CalendarEvent): string {
  const said = messagesOf(language).event.statuses[status];
  return said ? `${said}: ${title}` : title;
}

function description({ sample, summary }: CalendarEvent, url: string): string {
  return [sample, summary, url].filter((part) => part !== undefined).join("\n\n");
}

function location({ city, language, modes, venue }: CalendarEvent): string {
  const online = messagesOf(language).event.modes.online;
  if (!venue && modes.length > 0 && !modes.includes("in-person")) return online;
  const told = venue?.address?.includes(city) ? undefined : city;
  return [venue?.name, venue?.address, told].filter((part) => part !== undefined).join(", ");
}
