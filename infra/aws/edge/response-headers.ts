import { CLOSED_CONTENT_POLICY } from "../../../functions/domain/content-policy.ts";

/**
 * The headers that the edge sets on answers, whatever the function or the bucket said. CloudFront takes them from
 * response-headers policies made of these constants, the local edge sets them itself.
 */

/** Two years, as the preload list asks for. */
export const HSTS_SECONDS = 63_072_000;

/** On every answer. */
export const SECURITY_HEADERS = {
  "Strict-Transport-Security": `max-age=${HSTS_SECONDS}; includeSubDomains`,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
} as const;

/** What the edge does to the headers of an answer. docs/headers.md shows what readers get. */
export interface HeadersPolicy {
  /** On every answer; they replace those that the function or the bucket set. */
  readonly always: Readonly<Record<string, string>>;
  /** On answers for which the function or the bucket set none. */
  readonly ifAbsent: Readonly<Record<string, string>>;
}

/** Pages name a policy of their own, which knows their style; it alone loosens this. */
const CLOSED = { "Content-Security-Policy": CLOSED_CONTENT_POLICY } as const;

/** Readers ask again each time, which costs them a 304: no countdown to a lift ever reaches them. */
export const READER_CACHE_CONTROL = "no-cache";

/**
 * On everything but media. All of it is public: feeds, the API and calendars are read from elsewhere, and a kit's
 * download may be embedded wherever its bytes may. Pages say that they may not.
 */
export const READER_HEADERS = {
  always: { ...SECURITY_HEADERS, "Cache-Control": READER_CACHE_CONTROL },
  ifAbsent: { ...CLOSED, "Cross-Origin-Resource-Policy": "cross-origin" },
} as const satisfies HeadersPolicy;

/**
 * On early access and registration: nobody keeps it, and nobody learns where it stands, this site included. Registration
 * alone lets the browser keep a form with mistakes in it, so that going back shows it; whatever says nothing is kept by
 * nobody.
 */
export const PRIVATE_HEADERS = {
  always: {
    ...SECURITY_HEADERS,
    "Referrer-Policy": "strict-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
  },
  ifAbsent: { ...CLOSED, "Cache-Control": "private, no-store" },
} as const satisfies HeadersPolicy;

/**
 * On `/media/*`, where other sites may embed what they find. A clip that is opened by its address is a page of the
 * browser's own, which plays it only if it may load it from here. There is no `sandbox`, since browsers then refuse to show
 * a PDF; how long to keep it is said by `media-response.js`, which knows the status.
 */
export const MEDIA_HEADERS = {
  always: {
    ...SECURITY_HEADERS,
    "Content-Security-Policy": "default-src 'none'; media-src 'self'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag, Repr-Digest",
  },
  ifAbsent: {},
} as const satisfies HeadersPolicy;

/** On `/media/*.svg`: a drawing that is opened by its address may style itself, and show the pictures within it. */
export const DRAWING_HEADERS = {
  ...MEDIA_HEADERS,
  always: {
    ...MEDIA_HEADERS.always,
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
  },
} as const satisfies HeadersPolicy;
