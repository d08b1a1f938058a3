import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { RETIRE_VERBS } from "../retire-verbs.ts";
import { CalendarEntry, EventStatus, Venue } from "./event.ts";
import { OwnTimes } from "./kit-times.ts";
import { Picture, Reference, Topic, Translation } from "./parts.ts";
import { Figure, Statement } from "./release.ts";

/** Listing entries: small items ordered by time, one for each list that shows the document. */

const entryParts = {
  id: v.string(),
  entryId: v.string(),
  path: v.string(),
  /** Language of title and summary. In a list of another language it is named beside the title. */
  language: Language,
  title: v.string(),
  summary: v.string(),
  publishAt: Instant,
  updated: Instant,
  zone: v.string(),
  image: v.optional(Picture),
};

export const ReleaseEntry = v.object({
  kind: v.literal("release"),
  ...entryParts,
  city: v.string(),
  topics: v.array(Topic),
  /** Whether a public correction was made. */
  corrected: v.boolean(),
});
export type ReleaseEntry = v.InferOutput<typeof ReleaseEntry>;

export const EventEntry = v.object({
  kind: v.literal("event"),
  ...entryParts,
  city: v.string(),
  status: EventStatus,
  start: Instant,
  end: Instant,
  venue: v.optional(Venue),
  /** Ways to take part in its listed places, without repetition. */
  modes: v.array(v.picklist(["in-person", "online"])),
  calendar: CalendarEntry,
  sample: v.optional(v.string()),
  series: v.optional(v.object({ id: v.string(), title: v.string() })),
});
export type EventEntry = v.InferOutput<typeof EventEntry>;

export const KitEntry = v.object({
  kind: v.literal("kit"),
  ...entryParts,
  /** Of all assets: what may be told at a time says `kitTotalsAt`. */
  assetCount: v.number(),
  totalBytes: v.number(),
  ownTimes: v.optional(v.array(OwnTimes)),
});
export type KitEntry = v.InferOutput<typeof KitEntry>;

/** A release as feeds carry it: with its whole text. */
export const FeedEntry = v.object({
  ...ReleaseEntry.entries,
  kind: v.literal("feed-entry"),
  /** Body, figures, statements and notes as HTML; links within the newsroom are root-relative. */
  html: v.string(),
  /** The notes of its corrections, oldest first. */
  corrections: v.array(v.object({ at: Instant, note: v.string() })),
});
export type FeedEntry = v.InferOutput<typeof FeedEntry>;

/**
 * What takes the place of a publication that has left: in feeds, and in lists ordered by change. It carries nothing
 * of the publication but what readers may go on knowing.
 */
export const Tombstone = v.object({
  kind: v.literal("tombstone"),
  id: v.string(),
  /** Of the entry that it replaces. */
  entryId: v.string(),
  language: Language,
  path: v.string(),
  verb: v.picklist(RETIRE_VERBS),
  leftAt: Instant,
  /** When it left, or when that may be shown, if later: the entry stands in feeds at this instant. */
  publishAt: Instant,
  zone: v.string(),
  /** Of a withdrawn publication only. */
  title: v.optional(v.string()),
  /** Why, for readers. */
  note: v.optional(v.string()),
  /** Where a redirect leads. */
  to: v.optional(v.string()),
});
export type Tombstone = v.InferOutput<typeof Tombstone>;

/** Tells subscribers that a file of a kit was taken down, by its id and nothing else. */
export const TakedownNotice = v.object({
  kind: v.literal("takedown"),
  /** UUID of the kit. */
  id: v.string(),
  entryId: v.string(),
  language: Language,
  /** Of the kit. */
  path: v.string(),
  /** Id that the asset had. */
  asset: v.string(),
  leftAt: Instant,
  /** When it was taken down, or when the kit lifts, if that is later. */
  publishAt: Instant,
  zone: v.string(),
});
export type TakedownNotice = v.InferOutput<typeof TakedownNotice>;

/** Whatever stands in a feed. */
export const FeedItem = v.variant("kind", [FeedEntry, Tombstone, TakedownNotice]);
export type FeedItem = v.InferOutput<typeof FeedItem>;

export const FigureEntry = v.object({
  kind: v.literal("figure"),
  language: Language,
  publishAt: Instant,
  figure: Figure,
  release: Reference,
});
export type FigureEntry = v.InferOutput<typeof FigureEntry>;

export const StatementEntry = v.object({
  kind: v.literal("statement"),
  language: Language,
  publishAt: Instant,
  statement: Statement,
  release: Reference,
});
export type StatementEntry = v.InferOutput<typeof StatementEntry>;

/** One publication in a sitemap, with all its languages. */
export const SitemapEntry = v.object({
  kind: v.literal("sitemap-entry"),
  publishAt: Instant,
  updated: Instant,
  /** For the news sitemap: title by language. */
  translations: v.array(v.object({ ...Translation.entries, title: v.string() })),
  /** `/media/...` paths of its pictures. */
  images: v.array(v.string()),
});
export type SitemapEntry = v.InferOutput<typeof SitemapEntry>;

/** One sitemap file of the index: it is listed once the earliest of its entries is visible. */
export const SitemapFile = v.object({
  kind: v.literal("sitemap-file"),
  /** `{kind}-{year}-{n}` */
  name: v.string(),
  publishAt: Instant,
  /** When a visible entry last left the file. */
  removedAt: v.optional(Instant),
});
export type SitemapFile = v.InferOutput<typeof SitemapFile>;

/** What a list as a whole must know beside the entries it shows. */
export const ListState = v.object({
  kind: v.literal("list-state"),
  /** When a visible entry last left the list: removals are changes too. */
  removedAt: v.optional(Instant),
  /** Years in which something was published, each with the instant of its first: the filter offers those that are visible. */
  years: v.array(v.object({ year: v.number(), publishAt: Instant })),
});
export type ListState = v.InferOutput<typeof ListState>;
