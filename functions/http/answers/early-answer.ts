import type { Context } from "hono";
import type { Language } from "../../domain/language.ts";
import { pageHeaders } from "./page-headers.ts";

/**
 * Nobody keeps what is seen early, tells anybody where it stands, or lists it. With a policy that named not even the
 * site, browsers would send our own forms with `Origin: null`.
 */
export const EARLY_HEADERS = {
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "strict-origin",
  "X-Robots-Tag": "noindex, nofollow",
} as const;

/** @param media origin from which pictures of the page come */
export function earlyPageAnswer(
  c: Context,
  language: Language,
  html: string,
  { media, status = 200 }: { media?: string; status?: 200 | 403 } = {},
): Response {
  return c.body(html, status, {
    ...EARLY_HEADERS,
    ...pageHeaders(language, { media }),
  });
}

export function earlyRedirect(c: Context, to: string, status: 301 | 302 | 303): Response {
  return c.body(null, status, { ...EARLY_HEADERS, Location: to });
}
