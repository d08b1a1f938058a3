import { frontPath, ICON_PATHS } from "../../domain/addresses.ts";
import type { FeedEntry, FeedItem, Tombstone } from "../../domain/documents/listing.ts";
import { cdata, type Xml, xml, xmlDocument } from "../format/xml.ts";
import { entryHtml } from "./entry-html.ts";
import { entryId, entryTitle, type Feed, feedTitle, feedUpdated, homeAddress } from "./feed.ts";
import { feedId } from "./feed-id.ts";
import { feedLinks } from "./feed-links.ts";
import { farewell, type RemovedFeedItem } from "./tombstone.ts";

/**
 * Atom 1.0 (RFC 4287), with the full text of every entry. A release that has left is a deleted entry (RFC 6721), and
 * beside it an entry under the same id that says so: most readers know no deleted entries.
 */
export function atomFeed(feed: Feed): string {
  const { site, entries } = feed;
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom"${tombstoneNamespace(entries)} xml:lang="${site.language}">
    <id>${feedId(feed)}</id>
    <title>${feedTitle(feed)}</title>
    <subtitle>${site.tagline}</subtitle>
    <updated>${feedUpdated(feed)}</updated>
    <link rel="alternate" type="text/html" hreflang="${site.language}" href="${homeAddress(feed)}"/>
    ${feedLinks(feed, "atom")}
    <author>
      <name>${site.organisation}</name>
      <uri>${site.address}${frontPath(site.language)}</uri>
    </author>
    <icon>${site.address}${ICON_PATHS.ico}</icon>${
      site.image &&
      xml`
    <logo>${site.address}${site.image.path}</logo>`
    }
    <generator>Dateline</generator>${entries.map((each) => itemOf(each, feed))}
  </feed>`);
}

/** Declared where it is used: some readers take a feed with a namespace that they do not know for broken. */
function tombstoneNamespace(entries: readonly FeedItem[]): Xml | undefined {
  return entries.some(({ kind }) => kind === "tombstone")
    ? xml` xmlns:at="http://purl.org/atompub/tombstones/1.0"`
    : undefined;
}

/** Its language where that is not the one of the feed. */
function languageOf({ language }: FeedItem, { site }: Feed): Xml | undefined {
  return language === site.language ? undefined : xml` xml:lang="${language}"`;
}

function itemOf(item: FeedItem, feed: Feed): Xml {
  switch (item.kind) {
    case "feed-entry":
      return entry(item, feed);
    case "tombstone":
      return xml`${deletedEntry(item, feed)}${removedEntry(item, feed)}`;
    case "takedown":
      return removedEntry(item, feed); // no reader ever had its id, so there is nothing to delete
  }
}

/** An entry that says what became of something. */
function removedEntry(item: RemovedFeedItem, feed: Feed): Xml {
  const { title, text, link } = farewell(item, feed.site.address);
  return xml`
    <entry${languageOf(item, feed)}>
      <id>${entryId(item)}</id>
      <title>${title}</title>
      <published>${item.leftAt}</published>
      <updated>${item.leftAt}</updated>
      <link rel="alternate" type="text/html" href="${link}"/>
      <content type="text">${text}</content>
    </entry>`;
}

/**
 * Its comment is plain text: what happened, and why. Its time is that of the entry beside it: a later entry would take
 * the deletion back (RFC 6721, section 3).
 */
function deletedEntry(tombstone: Tombstone, feed: Feed): Xml {
  const { title, text, link } = farewell(tombstone, feed.site.address);
  return xml`
    <at:deleted-entry ref="${entryId(tombstone)}" when="${tombstone.leftAt}"${languageOf(tombstone, feed)}>
      <at:comment>${tombstone.verb === "redirect" ? text : `${title}. ${text}`}</at:comment>
      <link rel="alternate" type="text/html" href="${link}"/>
    </at:deleted-entry>`;
}

function entry(entry: FeedEntry, feed: Feed): Xml {
  const { site } = feed;
  const { image } = entry;
  return xml`
    <entry${languageOf(entry, feed)}>
      <id>${entryId(entry)}</id>
      <title>${entryTitle(entry)}</title>
      <published>${entry.publishAt}</published>
      <updated>${entry.updated}</updated>
      <link rel="alternate" type="text/html" hreflang="${entry.language}" href="${site.address}${entry.path}"/>${
        image &&
        xml`
      <link rel="enclosure" type="${image.mediaType}" length="${image.bytes}" href="${site.address}${image.path}"/>`
      }${entry.topics.map(
        (topic) => xml`
      <category term="${topic.id}" label="${topic.title}"/>`,
      )}
      <summary>${entry.summary}</summary>
      <content type="html">${cdata(entryHtml(entry, site.address))}</content>
    </entry>`;
}
