import { frontPath } from "../../domain/addresses.ts";
import type { FeedEntry } from "../../domain/documents/listing.ts";
import { cdata, type Xml, xml, xmlDocument } from "../xml.ts";
import { entryHtml } from "./entry-html.ts";
import { entryId, entryTitle, type Feed, feedTitle, feedUpdated, homeAddress } from "./feed.ts";
import { feedId } from "./feed-id.ts";
import { feedLinks } from "./feed-links.ts";

/** Atom 1.0 (RFC 4287), with the full text of every entry. */
export function atomFeed(feed: Feed): string {
  const { site, entries } = feed;
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
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
    <logo>${site.address}${site.image.path}</logo>
    <generator>Dateline</generator>${entries.map((each) => entry(each, feed))}
  </feed>`);
}

function entry(entry: FeedEntry, { site }: Feed): Xml {
  const { image } = entry;
  const language = entry.language === site.language ? undefined : xml` xml:lang="${entry.language}"`;
  return xml`
    <entry${language}>
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
