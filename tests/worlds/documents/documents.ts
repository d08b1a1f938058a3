import { pagePath, publicationPath } from "../../../functions/domain/addresses.ts";
import type { EventDocument } from "../../../functions/domain/documents/event.ts";
import type { KitDocument } from "../../../functions/domain/documents/kit.ts";
import type { PageDocument } from "../../../functions/domain/documents/page.ts";
import type { ReleaseDocument } from "../../../functions/domain/documents/release.ts";
import type { SiteDocument } from "../../../functions/domain/documents/site.ts";
import type { Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { bytesOf, kitArchives, kitAssets } from "./kit-assets.ts";
import { contact, picture, RELEASED, reference, topics, translationsOf, uuid, ZONE } from "./parts.ts";
import { EVENT_TEXTS } from "./texts/event.ts";
import { KIT_TEXTS } from "./texts/kit.ts";
import { RELEASE_TEXTS } from "./texts/release.ts";
import { SITE_TEXTS } from "./texts/site.ts";

/**
 * Documents of a small newsroom with real texts in every language, as compiling would make them. Each function
 * takes the language and what the test wants otherwise.
 */

export function siteDocument(language: Language = "en", changes: Partial<SiteDocument> = {}): SiteDocument {
  const { name, organisation, tagline, notice, pages, follow } = SITE_TEXTS[language];
  return {
    kind: "site",
    language,
    address: "https://newsroom.example",
    authority: "newsroom.example",
    name,
    organisation,
    tagline,
    notice,
    zone: ZONE,
    image: picture(language),
    navigation: pages.map(([slug, title]) => ({ title, path: pagePath(language, slug) })),
    topics: topics(language),
    contact: contact(language),
    follow: [{ title: follow, href: "https://www.facebook.com/IOMCentralAsia/" }],
    security: "mailto:security@newsroom.example",
    rendering: "0",
    ...changes,
  };
}

export function releaseDocument(
  language: Language = "en",
  changes: Partial<ReleaseDocument> = {},
): ReleaseDocument {
  const { figures, statements, goals, related, correction, ...words } = RELEASE_TEXTS[language];
  const slug = "world-day-2020";
  const path = (each: Language) => publicationPath(each, "release", slug);
  const corrected: Instant = "2020-08-03T04:30:00Z";
  return {
    kind: "release",
    id: uuid(1),
    entryId: uuid(11),
    slug,
    language,
    path: path(language),
    ...words,
    publishAt: RELEASED,
    updated: corrected,
    zone: ZONE,
    topics: topics(language).slice(0, 2),
    contacts: [contact(language)],
    related: [reference(related, publicationPath(language, "release", "state-shelters"), language)],
    corrections: [{ at: corrected, note: correction }],
    image: picture(language),
    translations: translationsOf(path),
    goals: goals.map(([id, title]) => ({ id, title })),
    figures: figures.map(([value, label, source, note], n) => ({
      id: ["criminal-cases-2020", "assisted-kazakhstan", "countries-of-exploitation"][n] ?? `figure-${n}`,
      value,
      number: [69, 2000, 164][n] ?? n,
      label,
      source,
      asOf: ["2020-07", "2019", "2020-07"][n] ?? "2020",
      ...(note !== undefined && { note }),
    })),
    statements: statements.map(([speaker, role, text], n) => ({
      id: ["utebayeva-identification", "hajiyev-pandemic"][n] ?? `statement-${n}`,
      kind: "paraphrase",
      speaker,
      role,
      text,
      date: "2020-07-30",
    })),
    kit: reference(KIT_TEXTS[language].title, publicationPath(language, "kit", "world-day"), language),
    event: reference(
      EVENT_TEXTS[language].pastTitle,
      publicationPath(language, "event", "world-day-2020"),
      language,
    ),
    ...changes,
  };
}

/** The edition of 2027, at UTC+05:00, with two sessions and two places; registration is open from 1 May. */
export function eventDocument(
  language: Language = "en",
  changes: Partial<EventDocument> = {},
): EventDocument {
  const texts = EVENT_TEXTS[language];
  const slug = "world-day-2027";
  const path = (each: Language) => publicationPath(each, "event", slug);
  const sessions = [
    { id: "press-conference", start: "2027-07-30T05:00:00Z", end: "2027-07-30T06:00:00Z" },
    { id: "round-table", start: "2027-07-30T06:30:00Z", end: "2027-07-30T08:00:00Z" },
  ];
  return {
    kind: "event",
    id: uuid(2),
    entryId: uuid(12),
    slug,
    language,
    path: path(language),
    title: texts.title,
    summary: texts.summary,
    html: texts.html,
    publishAt: "2026-09-01T04:00:00Z",
    updated: "2026-09-01T04:00:00Z",
    zone: ZONE,
    topics: topics(language).slice(0, 1),
    contacts: [contact(language)],
    related: [
      reference(
        RELEASE_TEXTS[language].title,
        publicationPath(language, "release", "world-day-2020"),
        language,
      ),
    ],
    corrections: [],
    translations: translationsOf(path),
    city: texts.city,
    status: "scheduled",
    series: { id: "world-day", title: texts.series },
    start: "2027-07-30T05:00:00Z",
    end: "2027-07-30T08:00:00Z",
    venue: texts.venue,
    sessions: sessions.map((session, n) => ({
      ...session,
      title: texts.sessions[n]?.[0] ?? session.id,
      description: texts.sessions[n]?.[1] ?? "",
      languages: [...LANGUAGES],
      speakers: [texts.speaker],
    })),
    places: [
      {
        id: "press-hall",
        title: texts.places[0]?.[0] ?? "",
        note: texts.places[0]?.[1] ?? "",
        sessions: ["press-conference", "round-table"],
        mode: "in-person",
        audience: "press",
        capacity: 40,
        approval: true,
        opens: "2027-05-01T04:00:00Z",
        closes: "2027-07-28T13:00:00Z",
      },
      {
        id: "online",
        title: texts.places[1]?.[0] ?? "",
        note: texts.places[1]?.[1] ?? "",
        sessions: ["press-conference"],
        mode: "online",
        audience: "public",
        capacity: 500,
        approval: false,
        opens: "2027-05-01T04:00:00Z",
        closes: "2027-07-30T05:00:00Z",
      },
    ],
    kit: reference(KIT_TEXTS[language].title, publicationPath(language, "kit", "world-day"), language),
    calendar: { uid: `${uuid(2)}@newsroom.example`, sequence: 0 },
    sample: texts.sample,
    ...changes,
  };
}

/** The edition of 2020, at UTC+06:00: one session, no places, a recording. */
export function pastEventDocument(
  language: Language = "en",
  changes: Partial<EventDocument> = {},
): EventDocument {
  const { recording, pastCity, pastTitle, sessions } = EVENT_TEXTS[language];
  const slug = "world-day-2020";
  const path = (each: Language) => publicationPath(each, "event", slug);
  const { venue: _venue, sample: _sample, ...edition } = eventDocument(language);
  return {
    ...edition,
    id: uuid(3),
    entryId: uuid(13),
    slug,
    path: path(language),
    title: pastTitle,
    publishAt: "2020-07-23T06:00:00Z",
    updated: "2020-07-23T06:00:00Z",
    translations: translationsOf(path),
    city: pastCity,
    start: "2020-07-30T05:00:00Z",
    end: "2020-07-30T06:30:00Z",
    sessions: [
      {
        id: "press-conference",
        title: sessions[0]?.[0] ?? "",
        start: "2020-07-30T05:00:00Z",
        end: "2020-07-30T06:30:00Z",
        languages: ["ru", "kk"],
        speakers: RELEASE_TEXTS[language].statements.map(([name, role]) => ({ name, role })),
      },
    ],
    places: [],
    recording: {
      title: recording,
      url: "https://www.facebook.com/IOMCentralAsia/",
      languages: ["ru"],
      publishAt: "2020-07-30T06:30:00Z",
    },
    calendar: { uid: `${uuid(3)}@newsroom.example`, sequence: 0 },
    ...changes,
  };
}

export function kitDocument(language: Language = "en", changes: Partial<KitDocument> = {}): KitDocument {
  const { title, summary, html } = KIT_TEXTS[language];
  const slug = "world-day";
  const path = (each: Language) => publicationPath(each, "kit", slug);
  const assets = kitAssets(language);
  return {
    kind: "kit",
    id: uuid(4),
    entryId: uuid(14),
    slug,
    language,
    path: path(language),
    title,
    summary,
    html,
    publishAt: RELEASED,
    updated: RELEASED,
    zone: ZONE,
    topics: topics(language).slice(0, 1),
    contacts: [contact(language)],
    related: [
      reference(
        RELEASE_TEXTS[language].title,
        publicationPath(language, "release", "world-day-2020"),
        language,
      ),
    ],
    corrections: [],
    translations: translationsOf(path),
    assetCount: assets.length,
    totalBytes: bytesOf(assets),
    assets,
    archives: kitArchives(assets),
    ...changes,
  };
}

export function pageDocument(language: Language = "en", changes: Partial<PageDocument> = {}): PageDocument {
  const [slug, title] = SITE_TEXTS[language].pages[0] ?? ["who-we-are", ""];
  const { organisation, tagline } = SITE_TEXTS[language];
  return {
    kind: "page",
    id: uuid(5),
    slug,
    language,
    path: pagePath(language, slug),
    title,
    summary: tagline,
    html: `<p>${organisation}, 1951.</p><h2>${tagline}</h2><ul><li>1951</li><li>175</li></ul>`,
    publishAt: RELEASED,
    contacts: [contact(language)],
    translations: translationsOf((each) => pagePath(each, slug)),
    ...changes,
  };
}
