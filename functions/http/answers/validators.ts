import { createHash } from "node:crypto";
import type { Instant } from "../../domain/instant.ts";

/** The strong validator of some bytes: equal exactly when the bytes are. */
export function entityTag(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** An instant as HTTP writes dates (RFC 9110, section 5.6.7). */
export function httpDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

/** The headers of a request that make it conditional. */
export interface Conditions {
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

/**
 * Whether the client already holds this representation (RFC 9110, section 13.2.2): If-None-Match decides when it
 * is there, compared weakly, since the edge weakens tags of what it compresses; If-Modified-Since decides alone.
 * A tag without its quotation marks, as some feed readers send it, is taken as if it had them.
 */
export function isNotModified(
  { ifNoneMatch, ifModifiedSince }: Conditions,
  tag: string,
  lastModified: Instant,
): boolean {
  if (ifNoneMatch !== undefined)
    return ifNoneMatch.trim() === "*" || tagsOf(ifNoneMatch).includes(opaque(tag));
  if (ifModifiedSince === undefined) return false;
  const since = Date.parse(ifModifiedSince);
  return !Number.isNaN(since) && Date.parse(lastModified) <= since;
}

function tagsOf(header: string): string[] {
  return (header.match(/(?:W\/)?"[^"]*"|[^\s,"]+/gi) ?? []).map(opaque);
}

/** What stands between the quotation marks. */
function opaque(tag: string): string {
  return tag.replace(/^W\//i, "").replace(/^"|"$/g, "");
}
