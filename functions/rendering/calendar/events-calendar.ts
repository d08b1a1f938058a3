import { calendarPath } from "../../domain/addresses.ts";
import type { EventEntry } from "../../domain/documents/listing.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { calendar } from "./calendar.ts";

/** The calendar to subscribe to: the events that the caller has read, in their order. */
export function eventsCalendar({
  site,
  entries,
}: {
  site: SiteDocument;
  entries: readonly EventEntry[];
}): string {
  return calendar({
    site,
    name: `${messagesOf(site.language).frame.calendar} – ${site.name}`,
    path: calendarPath(site.language),
    events: entries,
  });
}
