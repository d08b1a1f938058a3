import { frontPath } from "../../domain/addresses.ts";
import type { FeedEntry, FeedItem, TakedownNotice, Tombstone } from "../../domain/documents/listing.ts";
import { cdata, type Xml, xml, xmlDocument } from "../format/xml.ts";
import { entryHtml } from "./entry-html.ts";
import { entryId, entryTitle, type Feed, feedTitle, feedUpdated, homeAddress } from "./feed.ts";
import { feedId } from "./feed-id.ts";
import { feedLinks } from "./feed-links.ts";
import { farewell } from "./tombstone.ts";

/** Atom 1.0 (RFC 4287), with the full text of every entry; a release that has left is a deleted entry (RFC 6721). */
export function atomFeed(feed: Feed): string {
  const { site, entries } = feed;
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${site.language}">
    <id>${feedId(feed)}</id>
    <title>${feedTitle(feed)}</title>
    <subtitle>${site.tagline}</subtitle>
    <updated>${feedUpdated(feed)}</updated>
    <link rel="alternate" type="text/html" hreflang="${site.language}" href="${homeAddress(feed)}"/>
    ${feedLinks(feed, "atom")}
    <author>
      <name>${site.organisation}</name>
      <uri>${site.address}${frontPath(site.language)}</uri>
    </author>${
      site.image &&
      xml`
    <logo>${site.address}${site.image.path}</logo>`
    }
    <generator>Dateline</generator>${entries.map((each) => itemOf(each, feed))}
  </feed>`);
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
      return deletedEntry(item, feed);
    case "takedown":
      return takedownEntry(item, feed);
  }
}

/** An entry to be read: a deleted one, of which no reader ever had the id, would be shown by none. */
function takedownEntry(notice: TakedownNotice, feed: Feed): Xml {
  const { title, text, link } = farewell(notice, feed.site.address);
  return xml`
    <entry${languageOf(notice, feed)}>
      <id>${entryId(notice)}</id>
      <title>${title}</title>
      <published>${notice.leftAt}</published>
      <updated>${notice.leftAt}</updated>
      <link rel="alternate" type="text/html" href="${link}"/>
      <content type="text">${text}</content>
    </entry>`;
}

/** Its comment is plain text: what happened, and why. A link leads to what stands there now. */
function deletedEntry(tombstone: Tombstone, feed: Feed): Xml {
  const { title, text, link } = farewell(tombstone, feed.site.address);
  return xml`
    <at:deleted-entry ref="${entryId(tombstone)}" when="${tombstone.leftAt}"${languageOf(tombstone, feed)}>
      <at:comment>${tombstone.verb === "redirect" ? text : `${title}. ${text}`}</at:comment>${
        link &&
        xml`
      <link rel="alternate" type="text/html" href="${link}"/>`
      }
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
