import { ALWAYS, type Instant, toInstant } from "./instant.ts";
import { KINDS, kindOfSegment, type PublicationKind, SEGMENT_PATTERN } from "./kinds.ts";
import type { Language } from "./language.ts";

/** The public contract of addresses: every path is built here. All are root-relative. */

/** Segment of each kind of publication in page and API addresses. */
export const SEGMENTS = {
  release: KINDS.release.segment,
  event: KINDS.event.segment,
  kit: KINDS.kit.segment,
} as const satisfies Record<PublicationKind, string>;

/** What stands at the address of a page of a publication, or of something beside it. */
export interface PublicationAddress {
  readonly kind: PublicationKind;
  readonly slug: string;
  /** What follows the slug: `.md`, `/calendar.ics`; empty for the page itself. */
  readonly rest: string;
}

const OF_PUBLICATION = new RegExp(`^/[a-z]{2}/(${SEGMENT_PATTERN})/([^/.?#]+)(.*)$`);

/** Reads an address that `publicationPath` made, with what may follow it. */
export function publicationAt(path: string): PublicationAddress | undefined {
  const [, segment = "", slug = "", rest = ""] = OF_PUBLICATION.exec(path) ?? [];
  const kind = kindOfSegment(segment);
  return kind && { kind, slug, rest };
}

export type FeedFormat = "rss" | "atom" | "json";
export const FEED_FORMATS: readonly FeedFormat[] = ["rss", "atom", "json"];

/** Other forms in which a release's address answers. */
export type ReleaseForm = "json" | "md" | "txt";

export const frontPath = (language: Language) => `/${language}/`;
export const publicationPath = (language: Language, kind: PublicationKind, slug: string) =>
  `/${language}/${SEGMENTS[kind]}/${slug}`;
export const listPath = (language: Language, kind: PublicationKind) => `/${language}/${SEGMENTS[kind]}`;
export const topicPath = (language: Language, topic: string) => `/${language}/topics/${topic}`;
export const seriesPath = (language: Language, id: string) => `/${language}/series/${id}`;
export const pagePath = (language: Language, slug: string) => `/${language}/${slug}`;
/** What changed in a release since it was published. */
export const changesPath = (releasePath: string) => `${releasePath}/changes`;
/** The form with which one registers for an event. */
export const registerPath = (language: Language, slug: string) => `/${language}/register/${slug}`;
/** The same with one place chosen. */
export const registerPlacePath = (language: Language, slug: string, place: string) =>
  `${registerPath(language, slug)}?place=${place}`;
/** Where a list of a delegation is read into the form, and nothing else happens. */
export const registerListPath = (language: Language, slug: string) => `${registerPath(language, slug)}/list`;
/** Where whoever registered is told to look into the mail. */
export const checkMailPath = (language: Language, slug: string) => `${registerPath(language, slug)}/sent`;
/** A registration, for whoever holds its token. */
export const registrationPath = (language: Language, token: string) => `/${language}/registration/${token}`;
/** Early access to what has not lifted, for whoever holds the token. */
export const earlyPath = (language: Language, token: string) => `/${language}/early/${token}`;
export const formPath = (releasePath: string, form: ReleaseForm) => `${releasePath}.${form}`;
/** The feed of all releases, or of one topic. */
export const feedPath = (language: Language, format: FeedFormat, topic?: string) =>
  topic ? `/${language}/topics/${topic}/feed.${format}` : `/${language}/feed.${format}`;
/** The calendar of all events. */
export const calendarPath = (language: Language) => `/${language}/events.ics`;
export const eventCalendarPath = (eventPath: string) => `${eventPath}/calendar.ics`;
export const downloadPath = (kit: string, file: string) => `/downloads/${kit}/${file}`;

/** When bytes may be had: from an instant on, and until another if they have an end. */
export interface MediaWindow {
  readonly from: Instant;
  /** The first instant at which they are no longer there. */
  readonly until?: Instant | undefined;
}

/**
 * Where bytes stand. A window is part of the address, in Unix seconds, and so of the object's key: the edge can decide
 * by the address alone, and who alters it finds nothing. What is of the site itself has none.
 */
export function mediaPath(sha256: string, name: string, window?: MediaWindow): string {
  if (!window) return `/media/${sha256}/${name}`;
  const until = window.until === undefined ? "" : secondsOf(window.until);
  return `/media/${secondsOf(window.from)}-${until}/${sha256}/${name}`;
}

/** The window that an address of media names; undefined where it has none. */
export function windowOfMedia(mediaPath: string): MediaWindow | undefined {
  const found = /^\/media\/(\d+)-(\d*)\//.exec(mediaPath);
  if (!found) return undefined;
  const [, from = "0", until = ""] = found;
  return { from: instantOf(from), ...(until !== "" && { until: instantOf(until) }) };
}

const instantOf = (seconds: string): Instant => toInstant(new Date(Number(seconds) * 1000));

/** The SHA-256 of the bytes at an address of media, which names it. */
export function hashOf(mediaPath: string): string {
  const hash = /\/([0-9a-f]{64})\//.exec(mediaPath)?.[1];
  if (hash === undefined) throw new Error(`${mediaPath} names no hash.`);
  return hash;
}

/** Unix seconds, none before 1970: what is older has always been there. */
const secondsOf = (instant: Instant) => Math.max(0, Date.parse(instant) / 1000);

/** The index of all sitemaps. */
export const SITEMAP_PATH = "/sitemap.xml";
export const NEWS_SITEMAP_PATH = "/news-sitemap.xml";
export const ROBOTS_PATH = "/robots.txt";
export const SECURITY_PATH = "/.well-known/security.txt";
const ALWAYS_YEAR = ALWAYS.slice(0, 4);

/** Where the sitemap file `{kind}-{year}-{n}` stands: what has always been public is found under no year. */
export const sitemapPath = (name: string) => `/sitemaps/${name.replace(`-${ALWAYS_YEAR}-`, "-")}.xml`;
/** The name of the sitemap file that stands at an address, or stood there while every address named a year. */
export function sitemapAt(path: string): string | undefined {
  const [, kind, year = ALWAYS_YEAR, n] = /^\/sitemaps\/([a-z]+)-(?:(\d+)-)?(\d+)\.xml$/.exec(path) ?? [];
  return kind && `${kind}-${year}-${n}`;
}

/** Collections of the JSON API. */
export const API_COLLECTIONS = [
  SEGMENTS.release,
  SEGMENTS.event,
  SEGMENTS.kit,
  "figures",
  "statements",
] as const;
export type ApiCollection = (typeof API_COLLECTIONS)[number];
export const apiPath = (collection: ApiCollection, id?: string) =>
  `/api/v1/${collection}${id ? `/${id}` : ""}`;
/** The page about the API, for people. */
export const API_HOME_PATH = "/api/";
export const FAVICON_PATH = "/favicon.svg";
/** The same mark for readers that show no SVG; browsers and feed readers ask there without being told to. */
export const ICON_PATHS = { ico: "/favicon.ico", touch: "/apple-touch-icon.png" } as const;
export const OPENAPI_PATH = "/api/openapi.json";

/** Slugs that a page may not take, since the address means something else. */
export const RESERVED_PAGE_SLUGS: readonly string[] = [
  "releases",
  "topics",
  "events",
  "series",
  "kits",
  "search",
  "register",
  "registration",
  "early",
  "feed",
  "api",
];
