import type { FeedEntry } from "../../domain/documents/listing.ts";
import type { Instant } from "../../domain/instant.ts";
import { escapedHtml } from "../format/escaped-html.ts";
import { cdata, type Xml, xml, xmlDocument } from "../format/xml.ts";
import { entryHtml } from "./entry-html.ts";
import { entryId, entryTitle, type Feed, feedTitle, feedUpdated, homeAddress } from "./feed.ts";
import { feedLinks } from "./feed-links.ts";
import { farewell, isRemovedFeedItem, type RemovedFeedItem } from "./tombstone.ts";

/** Minutes for which a reader may keep the feed before it asks again. */
const MINUTES_TO_LIVE = 15;

/**
 * RSS 2.0 with the recommendations of the RSS Best Practices Profile (rssboard.org/rss-profile): full text in
 * content:encoded after the summary, an id that is no address, dates as RFC 822 writes them.
 */
export function rssFeed(feed: Feed): string {
  const { site, entries } = feed;
  const title = feedTitle(feed);
  const home = homeAddress(feed);
  return xmlDocument(xml`<rss version="2.0"
    xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel>
      <title>${title}</title>
      <link>${home}</link>
      <description>${site.tagline}</description>
      <language>${site.language}</language>
      ${feedLinks(feed, "rss")}
      <lastBuildDate>${rfc822(feedUpdated(feed))}</lastBuildDate>
      <docs>https://www.rssboard.org/rss-specification</docs>
      <generator>Dateline</generator>
      <ttl>${MINUTES_TO_LIVE}</ttl>${
        site.image &&
        xml`
      <image>
        <url>${site.address}${site.image.path}</url>
        <title>${title}</title>
        <link>${home}</link>
      </image>`
      }${entries.map((each) => (isRemovedFeedItem(each) ? leftItem(each, feed) : item(each, feed)))}
    </channel>
  </rss>`);
}

function item(entry: FeedEntry, { site }: Feed): Xml {
  const { image } = entry;
  return xml`
      <item>
        <title>${entryTitle(entry)}</title>
        <link>${site.address}${entry.path}</link>
        <guid isPermaLink="false">${entryId(entry)}</guid>
        <pubDate>${rfc822(entry.publishAt)}</pubDate>
        <atom:updated>${entry.updated}</atom:updated>
        <dc:creator>${site.organisation}</dc:creator>${
          entry.language === site.language ? undefined : xml`<dc:language>${entry.language}</dc:language>`
        }${entry.topics.map(
          (topic) => xml`
        <category>${topic.title}</category>`,
        )}
        <description>${escapedHtml(entry.summary)}</description>
        <content:encoded>${cdata(entryHtml(entry, site.address))}</content:encoded>${
          image &&
          xml`
        <enclosure url="${site.address}${image.path}" length="${image.bytes}" type="${image.mediaType}"/>`
        }
      </item>`;
}

/** RSS has no word for what has left: the item stays under its id and says so. */
function leftItem(tombstone: RemovedFeedItem, { site }: Feed): Xml {
  const { title, text, link } = farewell(tombstone, site.address);
  return xml`
      <item>
        <title>${title}</title>
        <link>${link}</link>
        <guid isPermaLink="false">${entryId(tombstone)}</guid>
        <pubDate>${rfc822(tombstone.leftAt)}</pubDate>
        <atom:updated>${tombstone.leftAt}</atom:updated>
        <dc:creator>${site.organisation}</dc:creator>${
          tombstone.language === site.language
            ? undefined
            : xml`<dc:language>${tombstone.language}</dc:language>`
        }
        <description>${escapedHtml(text)}</description>
      </item>`;
}

/** `Thu, 30 Jul 2020 05:00:00 GMT` */
function rfc822(instant: Instant): string {
  return new Date(instant).toUTCString();
}
