import { listPath, registerPlacePath, seriesPath } from "../../domain/addresses.ts";
import type { EventDocument, PublicPlace, Recording, Session } from "../../domain/documents/event.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Availability, Levels } from "../../domain/registration/seats.ts";
import { localIso } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { eventStatus, markedTitle } from "../messages/withdrawal.ts";
import { EVENT_STATUS_TERMS } from "./event-status.ts";
import { breadcrumbs, graph, images, type JsonLdNode, organisation, several } from "./json-ld.ts";

/**
 * An event with its sessions, the places of which one knows whether seats are left, and its recording once it is out at
 * `now` (schema.org/Event).
 */
export function eventJsonLd(
  site: SiteDocument,
  document: EventDocument,
  now: Instant,
  levels: Levels = new Map(),
): JsonLdNode {
  const { language, path, recording, series, title } = document;
  const organizer = organisation(site);
  const event: JsonLdNode = {
    ...occurrence(site, document, document, modesOf(document)),
    name: markedTitle(document),
    "@id": `${site.address}${path}#event`,
    url: site.address + path,
    description: document.summary,
    image: images(site, document.image),
    organizer,
    isAccessibleForFree: true,
    offers: offers(site, document, levels),
    superEvent: series && {
      "@type": "EventSeries",
      name: series.title,
      url: site.address + seriesPath(language, series.id),
    },
    subEvent: several(
      document.sessions.map((session) => ({
        ...occurrence(site, document, session, modesOf(document, session.id)),
        organizer: { "@id": organizer["@id"] },
        description: session.description,
        inLanguage: several(session.languages),
        performer: several(
          session.speakers.map(({ name, role }) => ({ "@type": "Person", name, jobTitle: role })),
        ),
      })),
    ),
    recordedIn: recording && recording.publishAt <= now ? video(site, document, recording) : undefined,
  };
  const { events } = messagesOf(language).frame;
  return graph(
    event,
    breadcrumbs(site, { name: events, path: listPath(language, "event") }, { name: title, path }),
  );
}

/** A waiting list is what remains of a place that is sold out. */
const AVAILABILITY_TERMS: Record<Availability, string> = {
  many: "https://schema.org/InStock",
  few: "https://schema.org/LimitedAvailability",
  "waiting-list": "https://schema.org/SoldOut",
};

function offers(site: SiteDocument, event: EventDocument, levels: Levels): readonly JsonLdNode[] | undefined {
  const { language, places, slug, zone } = event;
  const known = places.flatMap(({ id, title, opens, closes }) => {
    const level = levels.get(id);
    if (level === undefined) return [];
    return {
      "@type": "Offer",
      name: title,
      url: site.address + registerPlacePath(language, slug, id),
      price: 0, // Google Search Central, "Event structured data": of an event without payment
      priceCurrency: "USD", // a price is one of a currency; none is none in each
      availability: AVAILABILITY_TERMS[level],
      validFrom: localIso(opens, zone),
      validThrough: localIso(closes, zone),
    };
  });
  return several(known);
}

function video(
  site: SiteDocument,
  { image, summary, zone }: EventDocument,
  recording: Recording,
): JsonLdNode {
  const shown = image ?? site.image;
  return {
    "@type": "VideoObject",
    "@id": recording.url,
    name: recording.title,
    description: summary,
    url: recording.url,
    uploadDate: localIso(recording.publishAt, zone),
    thumbnailUrl: shown && site.address + shown.path,
    inLanguage: several(recording.languages),
  };
}

/** What an event and each of its sessions tell alike. */
function occurrence(
  site: SiteDocument,
  event: EventDocument,
  part: Pick<Session, "title" | "start" | "end">,
  modes: ReadonlySet<PublicPlace["mode"]>,
): JsonLdNode {
  return {
    "@type": "Event",
    name: part.title,
    startDate: localIso(part.start, event.zone),
    endDate: localIso(part.end, event.zone),
    eventStatus: EVENT_STATUS_TERMS[eventStatus(event)],
    eventAttendanceMode: `https://schema.org/${attendance(modes)}`,
    location: locations(site, event, modes),
  };
}

/** How one takes part: as the places that admit say; where none is listed, it is held where the event says it is. */
function modesOf({ places, venue }: EventDocument, session?: string): Set<PublicPlace["mode"]> {
  const admitting = places.filter((place) => session === undefined || place.sessions.includes(session));
  if (admitting.length > 0) return new Set(admitting.map((place) => place.mode));
  return new Set(!venue && places.length > 0 ? ["online"] : ["in-person"]);
}

function attendance(modes: ReadonlySet<PublicPlace["mode"]>): string {
  if (modes.size === 2) return "MixedEventAttendanceMode";
  return modes.has("online") ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode";
}

function locations(site: SiteDocument, { city, path, venue }: EventDocument, modes: ReadonlySet<string>) {
  const inPerson: JsonLdNode = {
    "@type": "Place",
    name: venue?.name ?? city,
    address: { "@type": "PostalAddress", streetAddress: venue?.address, addressLocality: city },
  };
  const online: JsonLdNode = { "@type": "VirtualLocation", url: site.address + path };
  return [...(modes.has("in-person") ? [inPerson] : []), ...(modes.has("online") ? [online] : [])];
}
