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

/** Readers ask again each time, which costs them a 304: no countdown to a lift ever reaches them. */
export const READER_CACHE_CONTROL = "no-cache";

/** On everything but media. All of it is public: a kit's download may be embedded wherever its bytes may. */
export const READER_HEADERS = {
  ...SECURITY_HEADERS,
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cache-Control": READER_CACHE_CONTROL,
} as const;

/** On early access: nobody keeps it, and no other site learns where it stands. */
export const EARLY_HEADERS = {
  ...SECURITY_HEADERS,
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
} as const;

/**
 * On `/media/*`, where other sites may embed what they find. An SVG opened by its address runs no script. There is
 * no `sandbox`, since browsers then refuse to show a PDF; how long to keep it is said by `media-response.js`, which
 * knows the status.
 */
export const MEDIA_HEADERS = {
  ...SECURITY_HEADERS,
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag, Repr-Digest",
  "Content-Security-Policy":
    "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
} as const;
