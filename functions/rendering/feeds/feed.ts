import { type FeedFormat, feedPath, frontPath, topicPath } from "../../domain/addresses.ts";
import type { FeedEntry, FeedItem } from "../../domain/documents/listing.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { type Instant, latestOf } from "../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { itemUpdated } from "./tombstone.ts";

/** What a feed shows, in any of its formats: its bytes follow from this and from nothing else. */
export interface Feed {
  readonly site: SiteDocument;
  /** The topic to which the feed keeps; without it, the whole newsroom. */
  readonly topic?: { readonly id: string; readonly title: string };
  /** Newest first; a release that has left stands at the instant at which it did. */
  readonly entries: readonly FeedItem[];
  /** When anything in it last changed, a removal included. */
  readonly updated: Instant;
}

export const MEDIA_TYPES: Record<FeedFormat, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};

export function feedTitle({ site, topic }: Feed): string {
  return topic ? `${topic.title} – ${site.name}` : site.name;
}

/** Address of the page that shows what the feed carries. */
export function homeAddress({ site, topic }: Feed): string {
  return site.address + (topic ? topicPath(site.language, topic.id) : frontPath(site.language));
}

/** Address of the feed itself, or of the same feed in another format or language. */
export function feedAddress({ site, topic }: Feed, format: FeedFormat, language = site.language): string {
  return site.address + feedPath(language, format, topic?.id);
}

/** The languages in which the same feed can be had beside this one. */
export function otherLanguages({ site }: Feed): Language[] {
  return LANGUAGES.filter((language) => language !== site.language);
}

/** When the feed last changed: never older than its newest entry, whatever the caller knows. */
export function feedUpdated({ entries, updated }: Feed): Instant {
  return latestOf(updated, ...entries.map(itemUpdated));
}

/** The id of an entry: that of the release in its language, whatever happens to title, address and date, even when it leaves. */
export function entryId(entry: Pick<FeedItem, "entryId">): string {
  return `urn:uuid:${entry.entryId}`;
}

/** The title; that of a corrected release says so, since readers rarely show a known id again. */
export function entryTitle({ corrected, language, title }: FeedEntry): string {
  return corrected ? `${messagesOf(language).publication.corrected}: ${title}` : title;
}
