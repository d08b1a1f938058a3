import type { FeedEntry } from "../../../functions/domain/documents/listing.ts";
import type { ReleaseDocument } from "../../../functions/domain/documents/release.ts";
import type { Language } from "../../../functions/domain/language.ts";
import type { Feed } from "../../../functions/rendering/feeds/feed.ts";
import { feedHtml } from "../../../functions/rendering/forms/release-forms.ts";
import { releaseDocument, siteDocument } from "./documents.ts";
import { releaseEntry } from "./entries.ts";

/** The entry of a release in the feeds, as compiling makes it. */
export function feedEntry(document: ReleaseDocument, changes: Partial<FeedEntry> = {}): FeedEntry {
  return {
    ...releaseEntry(document),
    kind: "feed-entry",
    html: feedHtml(document),
    corrections: document.corrections,
    ...changes,
  };
}

/** A feed of one corrected release. */
export function feedOf(language: Language = "en", changes: Partial<Feed> = {}): Feed {
  return {
    site: siteDocument(language),
    entries: [feedEntry(releaseDocument(language))],
    updated: "2020-08-03T04:30:00Z",
    ...changes,
  };
}
