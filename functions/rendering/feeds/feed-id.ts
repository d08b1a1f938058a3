import { createHash } from "node:crypto";
import type { Feed } from "./feed.ts";

/** The namespace for names in the domain name system (RFC 9562, section 6.6). */
const DNS = Buffer.from("6ba7b8109dad11d180b400c04fd430c8", "hex");

/**
 * The id of a feed: a UUID made from the authority of the site, the language and the topic (RFC 9562, version 5),
 * so that it stays when the newsroom moves to another address.
 */
export function feedId({ site, topic }: Pick<Feed, "site" | "topic">): string {
  const name = `feed.${site.language}.${topic ? `${topic.id}.topics.` : ""}${site.authority}`;
  const bytes = createHash("sha1").update(DNS).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}
