import type { Context } from "hono";
import type { Language } from "../../domain/language.ts";
import { pageHeaders } from "../page-headers.ts";

/** Nobody keeps what is seen early, tells another site where it stands, or lists it. */
export const EARLY_HEADERS = {
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
} as const;

/** @param mediaOrigin whence pictures of the page come */
export function earlyPageAnswer(
  c: Context,
  language: Language,
  html: string,
  mediaOrigin?: string,
): Response {
  return c.body(html, 200, {
    ...EARLY_HEADERS,
    ...pageHeaders(language, { media: mediaOrigin }),
  });
}

export function earlyRedirect(c: Context, to: string, status: 302 | 303): Response {
  return c.body(null, status, { ...EARLY_HEADERS, Location: to });
}
