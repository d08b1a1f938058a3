import { frontPath, ICON_PATHS } from "../../domain/addresses.ts";
import type { FeedEntry } from "../../domain/documents/listing.ts";
import { entryHtml } from "./entry-html.ts";
import { entryId, entryTitle, type Feed, feedAddress, feedTitle, homeAddress } from "./feed.ts";
import { farewell, isRemovedFeedItem, type RemovedFeedItem } from "./tombstone.ts";

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), with the full text of every item. */
export function jsonFeed(feed: Feed): string {
  const { site, entries } = feed;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feedTitle(feed),
    home_page_url: homeAddress(feed),
    feed_url: feedAddress(feed, "json"),
    description: site.tagline,
    icon: site.address + ICON_PATHS.touch,
    favicon: site.address + ICON_PATHS.ico,
    language: site.language,
    ...(site.hub !== undefined && { hubs: [{ type: "WebSub", url: site.hub }] }),
    authors: [{ name: site.organisation, url: site.address + frontPath(site.language) }],
    items: entries.map((each) => (isRemovedFeedItem(each) ? leftItem(each, feed) : item(each, feed))),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

function item(entry: FeedEntry, { site }: Feed) {
  const { image } = entry;
  return {
    id: entryId(entry),
    url: site.address + entry.path,
    title: entryTitle(entry),
    summary: entry.summary,
    content_html: entryHtml(entry, site.address),
    date_published: entry.publishAt,
    date_modified: entry.updated,
    language: entry.language,
    tags: entry.topics.map((topic) => topic.title),
    ...(image && {
      image: site.address + image.path,
      attachments: [
        { url: site.address + image.path, mime_type: image.mediaType, size_in_bytes: image.bytes },
      ],
    }),
  };
}

/** The format has no word for what has left: the item stays under its id and says so. */
function leftItem(tombstone: RemovedFeedItem, { site }: Feed) {
  const { title, text, link } = farewell(tombstone, site.address);
  return {
    id: entryId(tombstone),
    url: link,
    title,
    content_text: text,
    date_published: tombstone.leftAt,
    date_modified: tombstone.leftAt,
    language: tombstone.language,
  };
}
