import type { Context } from "hono";
import { pictureInstants } from "../../domain/documents/picture-times.ts";
import { earliest, type Instant } from "../../domain/instant.ts";
import { edgeSeconds } from "../../domain/visibility.ts";
import { entityTag, httpDate, isNotModified } from "./validators.ts";

export interface Representation {
  /** Text, or the bytes of a picture. */
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** The latest visible change of anything in the body, removals included. */
  readonly lastModified: Instant;
  readonly now: Instant;
  /** The next instant at which this very answer changes by itself. */
  readonly change?: Instant | undefined;
  /** Whether scripts of other sites may read it: feeds, calendars, the API. */
  readonly cors?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Any site's script may read feeds, calendars and the API, and see what it needs to ask conditionally and to page. */
export const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Last-Modified, Link",
} as const;

/**
 * Answers with a representation, or with 304 when the client holds it. The edge may keep it until its next change,
 * at most a minute; readers are told `no-cache` by the edge, so no countdown reaches them.
 *
 * Just before a change nobody gets a 304. A cache that revalidates takes a 304 as leave to keep what it has, for as long
 * as its former `s-maxage` says, whatever `no-store` beside it says (nginx with `proxy_cache_revalidate`).
 */
export function answer(c: Context, representation: Representation): Response {
  const { body, contentType, lastModified, now, cors = false } = representation;
  const tag = entityTag(body);
  const seconds = edgeSeconds(now, changeOf(representation));
  const headers = {
    ...representation.headers,
    "Cache-Control": cacheControl(seconds),
    ETag: tag,
    "Last-Modified": httpDate(lastModified),
    ...(cors && CORS_HEADERS),
  };
  const conditions = {
    ifNoneMatch: c.req.header("If-None-Match"),
    ifModifiedSince: c.req.header("If-Modified-Since"),
  };
  if (seconds > 0 && isNotModified(conditions, tag, lastModified)) return c.body(null, 304, headers);
  return c.body(body, 200, {
    ...headers,
    "Content-Type": contentType,
    "Content-Length": String(Buffer.byteLength(body)), // so that HEAD tells it, too
  });
}

/** An answer never outlives a picture that it shows, whatever its maker knew of it. */
function changeOf({ body, now, change }: Representation): Instant | undefined {
  const text = typeof body === "string" ? body : ""; // an icon shows no picture of anybody
  return earliest([change, ...pictureInstants(text).filter((instant) => instant > now)]);
}

function cacheControl(seconds: number): string {
  return seconds === 0 ? "no-store" : `public, max-age=0, s-maxage=${seconds}`;
}
