import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Instant } from "../domain/instant.ts";
import { latest } from "../domain/instant.ts";
import { STYLE_HASH } from "../rendering/style/style.ts";
import { answer } from "./answer.ts";
import type { Visit } from "./visit.ts";

/**
 * Nothing but our own pictures and clips, and the one style element that every page carries. No script at all.
 * @param media another origin from which pictures and clips may come
 * @param styles hashes of further style elements
 */
export function contentSecurityPolicy(media = "", styles: readonly string[] = []): string {
  const sources = `'self' ${media}`.trim();
  return [
    "default-src 'none'",
    `style-src ${[STYLE_HASH, ...styles].map((hash) => `'${hash}'`).join(" ")}`,
    `img-src ${sources}`,
    "connect-src 'self'",
    `media-src ${sources}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const CONTENT_SECURITY_POLICY = contentSecurityPolicy();

const HTML = "text/html; charset=utf-8";

/** What changes a page: the instants of all that it shows, and the next one that will. */
export interface PageInstants {
  readonly changed: Iterable<Instant | undefined>;
  readonly change?: Instant | undefined;
}

/** A page of the newsroom, conditional and cacheable. */
export function pageAnswer(
  c: Context,
  { site, now, language }: Visit,
  html: string,
  { changed, change }: PageInstants,
): Response {
  return answer(c, {
    body: html,
    contentType: HTML,
    lastModified: latest([site.changedAt, ...changed]) ?? site.changedAt,
    now,
    change,
    headers: { "Content-Security-Policy": CONTENT_SECURITY_POLICY, "Content-Language": language },
  });
}

/** A page that says that there is nothing here: never cached, so that it looks the same before and after a lift. */
export function refusalAnswer(c: Context, language: string, html: string, status: number): Response {
  return c.body(html, status as ContentfulStatusCode, {
    "Cache-Control": "no-store",
    "Content-Language": language,
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Content-Type": HTML,
  });
}
