import { frontPath } from "../../domain/addresses.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { latest } from "../../domain/instant.ts";
import { changedOpenly } from "../messages/withdrawal.ts";
import { type CalendarEvent, calendarEvent } from "./calendar-event.ts";
import { calendarText, contentLine, textValue, timeValue } from "./content-line.ts";

/** How often a calendar that subscribes may ask again. */
const REFRESH = "PT1H";

export interface Calendar {
  readonly site: SiteDocument;
  readonly name: string;
  /** Path of the calendar itself. */
  readonly path: string;
  readonly events: readonly CalendarEvent[];
}

/**
 * A calendar that is published (RFC 5545, with the names of RFC 7986 beside the older ones that many programs
 * still look for). All times are in UTC.
 */
export function calendar({ site, name, path, events }: Calendar): string {
  const updated = latest(events.map(changedOpenly));
  return calendarText([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    contentLine("PRODID", `-//${textValue(site.authority)}//Dateline//${site.language.toUpperCase()}`),
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    contentLine("NAME", textValue(name), { LANGUAGE: site.language }),
    contentLine("X-WR-CALNAME", textValue(name)),
    contentLine("URL", site.address + frontPath(site.language)),
    contentLine("SOURCE", site.address + path, { VALUE: "URI" }),
    contentLine("REFRESH-INTERVAL", REFRESH, { VALUE: "DURATION" }),
    contentLine("X-PUBLISHED-TTL", REFRESH),
    ...(updated ? [contentLine("LAST-MODIFIED", timeValue(updated))] : []),
    ...events.flatMap((event) => calendarEvent(site, event)),
    "END:VCALENDAR",
  ]);
}
