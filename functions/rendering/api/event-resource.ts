import { eventCalendarPath, seriesPath } from "../../domain/addresses.ts";
import type { EventResource, EventSummary } from "../../domain/api/publication-resources.ts";
import { documentAt } from "../../domain/documents/at.ts";
import type { EventDocument } from "../../domain/documents/event.ts";
import type { EventEntry } from "../../domain/documents/listing.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Levels } from "../../domain/registration/seats.ts";
import { eventStatus } from "../messages/withdrawal.ts";
import { EVENT_STATUS_TERMS } from "../structured-data/event-status.ts";
import { type ApiSite, association } from "./api-links.ts";
import { fullFields, summaryFields } from "./publication-fields.ts";

/** An event in a list. */
export function eventSummary(site: ApiSite, entry: EventEntry): EventSummary {
  return { ...eventFields(site, entry), representationType: "partial" };
}

/** An event in full, as JSON. */
export function eventResource(
  site: ApiSite,
  stored: EventDocument,
  now: Instant,
  levels: Levels = new Map(),
): string {
  const document = documentAt(stored, now);
  const { kit, recording } = document;
  const places = document.withdrawn ? [] : document.places;
  const full = fullFields(site, document);
  const resource: EventResource = {
    ...eventFields(site, document),
    ...full,
    sessions: document.sessions.map(({ id, title, description, start, end, languages, speakers }) => ({
      id,
      title,
      ...(description !== undefined && { description }),
      startDate: start,
      endDate: end,
      languages,
      speakers,
    })),
    registration: { places: places.map((place) => ({ ...place, availability: levels.get(place.id) })) },
    ...(recording && {
      recording: { title: recording.title, href: recording.url, languages: recording.languages },
    }),
    associations: [...full.associations, ...(kit ? [association(site, "kit", kit)] : [])],
  };
  return JSON.stringify(resource);
}

function eventFields(site: ApiSite, event: EventDocument | EventEntry) {
  const { language, path, city, start, end, venue, series, sample } = event;
  const status = eventStatus(event);
  const fields = summaryFields(site, event);
  const lines = venue?.address === undefined ? undefined : [venue.address];
  return {
    ...fields,
    type: "event" as const,
    located: city,
    status,
    eventDetails: {
      eventStatus: EVENT_STATUS_TERMS[status],
      dates: { startDate: start, endDate: end },
      organiser: { name: site.organisation },
    },
    places: venue
      ? [
          {
            name: venue.name,
            rel: "venue" as const,
            contactInfo: [
              { type: "physical" as const, address: { ...(lines && { lines }), locality: city } },
            ],
          },
        ]
      : [],
    ...(series && { series: { ...series, page: site.address + seriesPath(language, series.id) } }),
    ...(sample !== undefined && { sample }),
    links: { ...fields.links, calendar: site.address + eventCalendarPath(path) },
  };
}
