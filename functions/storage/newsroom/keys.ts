import type { ApiCollection } from "../../domain/addresses.ts";
import { SEGMENTS } from "../../domain/addresses.ts";
import type { CountedDownload } from "../../domain/downloads/counted-download.ts";
import type { Instant } from "../../domain/instant.ts";
import type { PublicationKind } from "../../domain/kinds.ts";
import type { Language } from "../../domain/language.ts";
import type { Key } from "../dynamodb/key.ts";

/**
 * Every key of the Newsroom table.
 *
 * | item | pk | sk |
 * |---|---|---|
 * | document | its public path | `document` |
 * | part of a large document | its public path | `part#{hash}#{n}` |
 * | form of a release, or the redirect that took its place | its public path | `form#{md|txt}` |
 * | what changed in a release | its public path | `changes` |
 * | former version of a document | `versions#{unit}#{language}` | `{writtenAt}` |
 * | change by the clock | `turnings` | `{instant}#{unit}#{path}` |
 * | change by publication, until it was announced | `notices` | `{writtenAt}#{unit}#{path}` |
 * | up to where changes were announced | `announced` | `mark` |
 * | file of a unit in the media bucket | `media#{unit}` | `{object key}` |
 * | downloads of a day | `downloads#{yyyy-mm-dd}#{shard}` | `{kit}#{file}#{rendition}#{reader|robot}` |
 * | takedown | `takedowns` | `{instant}#{kit}#{asset}` |
 * | what is hidden; redactions of a unit | `fence` | `hidden#{id}`, `redacted#{unit}` |
 * | emergency that has not ended | `pending` | `{instant}#{id}` |
 * | event as registration sees it | `registration-events` | `{event}` |
 * | how many seats are left at its public places, as a level | `availability` | `{event}` |
 * | site of a language | `site#{language}` | `document` |
 * | listing entry | `list#{language}#{list}` | `{instant}#{id}` |
 * | state of a list | `list#{language}#{list}` | `state` |
 * | sitemap entry | `sitemap#{name}` | `{publishAt}#{id}` |
 * | sitemap file | `sitemaps` | `{name}` |
 * | ledger record | `ledger` | `{unit}` |
 * | what a document of a unit holds | `ledger#{unit}` | `{path}` |
 * | lease | `lease` | `publish` |
 * | lane of the lease | `lease` | `publish#{n}` |
 */

/** Longest path that can be a document's: longer ones are not asked for. DynamoDB allows 2,048 bytes. */
export const LONGEST_PATH = 512;

export const documentKey = (path: string): Key => ({ pk: path, sk: "document" });
export const partKey = (path: string, hash: string, n: number): Key => ({
  pk: path,
  sk: `part#${hash}#${String(n).padStart(4, "0")}`,
});
export const formKey = (path: string, form: "md" | "txt"): Key => ({ pk: path, sk: `form#${form}` });
export const changesKey = (path: string): Key => ({ pk: path, sk: "changes" });
/** Partition of the former versions of a publication in one language. */
export const versionsPartition = (unit: string, language: Language): string => `versions#${unit}#${language}`;
/** @param writtenAt when that version was published */
export const versionKey = (unit: string, language: Language, writtenAt: Instant): Key => ({
  pk: versionsPartition(unit, language),
  sk: writtenAt,
});
export const SCHEDULED_CHANGES_PARTITION = "turnings";
/** @param at when the document of the unit at the path lifts, or otherwise changes by the clock alone */
export const scheduledChangeKey = (at: Instant, unit: string, path: string): Key => ({
  pk: SCHEDULED_CHANGES_PARTITION,
  sk: `${at}#${unit}#${path}`,
});
export const NOTICES_PARTITION = "notices";
/** @param writtenAt when the document of the unit at the path was written */
export const noticeKey = (writtenAt: Instant, unit: string, path: string): Key => ({
  pk: NOTICES_PARTITION,
  sk: `${writtenAt}#${unit}#${path}`,
});
/** Partition of all files that a unit ever brought into the media bucket. */
export const mediaPartition = (unit: string): string => `media#${unit}`;
export const mediaFileKey = (unit: string, objectKey: string): Key => ({
  pk: mediaPartition(unit),
  sk: objectKey,
});
/** Shards of a day's counts: one item takes a thousand writes a second, and a kit may be asked for by more. */
export const DOWNLOAD_SHARDS = 8;
/** What the function that counts may write: nothing else of the table. */
export const DOWNLOADS_PREFIX = "downloads#";
/** @param day in UTC, `yyyy-mm-dd` */
export const downloadsPartition = (day: string, shard: number): string =>
  `${DOWNLOADS_PREFIX}${day}#${shard}`;
/** What the counts of one kit begin with, in each partition. */
export const downloadCountPrefix = (kit: string): string => `${kit}#`;
export const downloadCountKey = ({ day, kit, file, rendition, by }: CountedDownload, shard: number): Key => ({
  pk: downloadsPartition(day, shard),
  sk: `${downloadCountPrefix(kit)}${file}#${rendition}#${by}`,
});
export const TAKEDOWNS_PARTITION = "takedowns";
/** @param at when the asset of the kit was taken down */
export const takedownKey = (at: Instant, kit: string, asset: string): Key => ({
  pk: TAKEDOWNS_PARTITION,
  sk: `${at}#${kit}#${asset}`,
});
/** What no publication may bring back, beside the takedowns. */
export const FENCE_PARTITION = "fence";
export const hiddenKey = (id: string): Key => ({ pk: FENCE_PARTITION, sk: `hidden#${id}` });
export const redactedKey = (unit: string): Key => ({ pk: FENCE_PARTITION, sk: `redacted#${unit}` });
export const PENDING_PARTITION = "pending";
/** @param at when the emergency began */
export const pendingKey = (at: Instant, id: string): Key => ({ pk: PENDING_PARTITION, sk: `${at}#${id}` });
/** Events as registration sees them: no public documents, for they hold where one joins online. */
export const REGISTRATION_EVENTS_PARTITION = "registration-events";
export const registrationEventKey = (event: string): Key => ({
  pk: REGISTRATION_EVENTS_PARTITION,
  sk: event,
});
/** What housekeeping says of seats to whoever reads: the only thing that it may write beside people. */
export const AVAILABILITY_PARTITION = "availability";
export const availabilityKey = (event: string): Key => ({ pk: AVAILABILITY_PARTITION, sk: event });
export const announcedKey: Key = { pk: "announced", sk: "mark" };
export const siteKey = (language: Language): Key => ({ pk: `site#${language}`, sk: "document" });

/** What an ordered list holds. `changes:` lists are ordered by the latest change, all others by publication, events by their end. */
export type ListName =
  | "releases"
  | `topic:${string}`
  | "feed"
  | `feed:${string}`
  | "events"
  | "kits"
  | "figures"
  | "statements"
  | `changes:${ApiCollection}`;

export const listPartition = (language: Language, list: ListName): string => `list#${language}#${list}`;
/** @param at the instant by which the list is ordered */
export const entryKey = (language: Language, list: ListName, at: Instant, id: string): Key =>
  entryKeyIn(listPartition(language, list), at, id);
/** The same by the partition of the list. */
export const entryKeyIn = (partition: string, at: Instant, id: string): Key => ({
  pk: partition,
  sk: `${at}#${id}`,
});
/** The instant by which an entry is ordered; `parseNewsroomKey` reads all of a key, which is more than lists need. */
export const entryInstant = ({ sk }: Key): Instant | undefined => sk.split("#", 1)[0];
export const listStateKey = (language: Language, list: ListName): Key =>
  listStateKeyOf(listPartition(language, list));
/** The same by the partition of the list. */
export const listStateKeyOf = (partition: string): Key => ({ pk: partition, sk: "state" });

/** Kinds of sitemap files; `page` stands for the fixed pages and those of the organisation. */
export type SitemapKind = PublicationKind | "page";
export const sitemapName = (kind: SitemapKind, year: number, n: number): string =>
  `${kind === "page" ? "pages" : SEGMENTS[kind]}-${year}-${n}`;
/** Partition of the entries of one sitemap file. */
export const sitemapPartition = (name: string): string => `sitemap#${name}`;
export const sitemapEntryKey = (name: string, publishAt: Instant, id: string): Key => ({
  pk: sitemapPartition(name),
  sk: `${publishAt}#${id}`,
});
export const SITEMAP_FILES_PARTITION = "sitemaps";
export const sitemapFileKey = (name: string): Key => ({ pk: SITEMAP_FILES_PARTITION, sk: name });

export const LEDGER_PARTITION = "ledger";
export const ledgerKey = (unit: string): Key => ({ pk: LEDGER_PARTITION, sk: unit });
export const holdingsPartition = (unit: string): string => `ledger#${unit}`;
export const holdingKey = (unit: string, path: string): Key => ({ pk: holdingsPartition(unit), sk: path });
export const leaseKey: Key = { pk: "lease", sk: "publish" };
export const leaseLaneKey = (n: number): Key => ({ pk: "lease", sk: `publish#${n}` });
