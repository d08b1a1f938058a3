import { nameUuid } from "../../domain/name-uuid.ts";
import type { Feed } from "./feed.ts";

/** The namespace for names in the domain name system (RFC 9562, section 6.6). */
const DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/**
 * The id of a feed: a UUID made from the authority of the site, the language and the topic, so that it stays when
 * the newsroom moves to another address.
 */
export function feedId({ site, topic }: Pick<Feed, "site" | "topic">): string {
  const name = `feed.${site.language}.${topic ? `${topic.id}.topics.` : ""}${site.authority}`;
  return `urn:uuid:${nameUuid(DNS, name)}`;
}
