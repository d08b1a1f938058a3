import type { FeedFormat } from "../../domain/addresses.ts";
import { Xml, xml } from "../format/xml.ts";
import { type Feed, feedAddress, MEDIA_TYPES, otherLanguages } from "./feed.ts";

/** What a link is called in a format: Atom's own element, which RSS borrows. */
const ELEMENTS = { atom: new Xml("link"), rss: new Xml("atom:link") } as const;

/** The feed's links to itself, to its hub if there is one, and to the same feed in the other languages. */
export function feedLinks(feed: Feed, format: keyof typeof ELEMENTS): Xml {
  const element = ELEMENTS[format];
  const type = MEDIA_TYPES[format];
  const { hub } = feed.site;
  return xml`<${element} rel="self" type="${type}" href="${feedAddress(feed, format)}"/>${
    hub === undefined
      ? undefined
      : xml`
    <${element} rel="hub" href="${hub}"/>`
  }${otherLanguages(feed).map(
    (language) => xml`
    <${element} rel="alternate" type="${type}" hreflang="${language}" href="${feedAddress(feed, format, language)}"/>`,
  )}`;
}

/**
 * The header by which subscribers discover the hub of a feed in any format (WebSub, section 4; RFC 8288); none
 * without a hub.
 */
export function discoveryHeaders(feed: Feed, format: FeedFormat): Readonly<Record<string, string>> {
  const { hub } = feed.site;
  return hub === undefined ? {} : { Link: `<${hub}>; rel="hub", <${feedAddress(feed, format)}>; rel="self"` };
}
