import { apiPath, eventCalendarPath } from "../../../domain/addresses.ts";
import type { EventSource, EventText } from "../../../domain/content/event-source.ts";
import type { EventDocument, PublicPlace, Recording, Session } from "../../../domain/documents/event.ts";
import type { EventEntry } from "../../../domain/documents/listing.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { instantIn } from "../read/local-time.ts";
import { type Compiled, changeOf, documentOf, entryOf, referenceTo } from "./compilation.ts";
import { type EventPublication, type PlaceSource, registrationPlace } from "./compile-place.ts";
import {
  entryPartsOf,
  pointerOf,
  publicationPartsOf,
  publicationSitemap,
  shownIn,
  textIn,
  untranslatedOf,
  zoneOf,
} from "./compile-publication.ts";
import { registrationEventItem } from "./compile-registration-event.ts";

export function compileEvent(publication: EventPublication): Compiled {
  const { facts, texts } = publication;
  const documents = new Map<Language, EventDocument>();
  for (const language of texts.keys()) documents.set(language, eventDocument(publication, language));
  const registration = registrationEventItem(publication);
  return {
    documents: [
      ...LANGUAGES.map((language) => eventIn(publication, documents, language)),
      pointerOf(publication, registration ? [registration] : []),
    ],
    media: publication.media.all,
    places: (facts.places ?? []).map(({ id, capacity }) => ({ event: facts.id, place: id, capacity })),
    sitemap: [publicationSitemap(publication, shownIn(documents, facts.source, facts.source))],
  };
}

function eventDocument(publication: EventPublication, language: Language): EventDocument {
  const { facts, context } = publication;
  const { words } = textIn(publication, language);
  const zone = zoneOf(publication);
  const { series, kit, authority } = context;
  const recording = recordingIn(publication, words);
  return {
    kind: "event",
    ...publicationPartsOf(publication, language),
    city: words.city,
    status: facts.status,
    ...(series && { series: { id: series.id, title: series.title[language] } }),
    start: instantIn(facts.start, zone),
    end: instantIn(facts.end, zone),
    ...(words.venue && { venue: words.venue }),
    sessions: facts.sessions.map((session) => sessionIn(session, words, zone)),
    places: (facts.places ?? [])
      .filter((place) => place.audience !== "invitation")
      .map((place) => placeIn(publication, place, words)),
    ...(recording && { recording }),
    ...(kit && { kit: referenceTo(kit, language) }),
    calendar: { uid: `${facts.id}@${authority}`, sequence: facts.corrections?.length ?? 0 },
    ...(words.sample !== undefined && { sample: words.sample }),
  };
}

function sessionIn(
  { id, start, end, languages = [] }: EventSource["sessions"][number],
  words: EventText,
  zone: string,
): Session {
  const said = words.sessions[id];
  return {
    id,
    title: said?.title ?? id,
    ...(said?.description !== undefined && { description: said.description }),
    start: instantIn(start, zone),
    end: instantIn(end, zone),
    languages,
    speakers: (said?.speakers ?? []).map(({ name, role }) => ({ name, ...(role !== undefined && { role }) })),
  };
}

function placeIn(publication: EventPublication, place: PlaceSource, words: EventText): PublicPlace {
  const { begins: _, ends: __, id, ...facts } = registrationPlace(publication, place);
  const { title = id, note } = words.places?.[id] ?? {};
  return { id, title, ...(note !== undefined && { note }), ...facts };
}

function recordingIn(publication: EventPublication, words: EventText): Recording | undefined {
  const { recording, end } = publication.facts;
  if (!recording) return undefined;
  return {
    title: words.recording ?? words.title,
    url: recording.url,
    languages: recording.language ?? [],
    publishAt: instantIn(recording.publishAt ?? end, zoneOf(publication)),
  };
}

function eventIn(
  publication: EventPublication,
  documents: ReadonlyMap<Language, EventDocument>,
  language: Language,
): ManifestDocument {
  const { facts, context } = publication;
  const document = documents.get(language);
  const shown = shownIn(documents, language, facts.source);
  const { city, status, start, end, venue, places, calendar, sample } = shown;
  const { series } = context;
  const listed: EventEntry = {
    kind: "event",
    ...entryPartsOf(shown),
    city,
    status,
    start,
    end,
    ...(venue && { venue }),
    modes: [...new Set(places.map((place) => place.mode))],
    calendar,
    ...(sample !== undefined && { sample }),
    ...(series && { series: { id: series.id, title: series.title[language] } }),
  };
  const items = [entryOf(language, "events", facts.id, listed, end)];
  const changes = [changeOf(language, "changes:events", facts.id, listed)];
  if (!document) return documentOf(untranslatedOf(publication, language), { items, changes });
  return documentOf(document, {
    items,
    changes,
    alsoAt: [eventCalendarPath(document.path), apiPath("events", facts.id)],
  });
}
