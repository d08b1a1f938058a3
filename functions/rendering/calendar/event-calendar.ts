import { eventCalendarPath } from "../../domain/addresses.ts";
import type { EventDocument } from "../../domain/documents/event.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { calendar } from "./calendar.ts";

/** One event, to put into a calendar. */
export function eventCalendar({ site, event }: { site: SiteDocument; event: EventDocument }): string {
  const modes = [...new Set(event.places.map((place) => place.mode))];
  return calendar({
    site,
    name: event.title,
    path: eventCalendarPath(event.path),
    events: [{ ...event, modes }],
  });
}
