import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Instant, latestOf } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import type { Visit } from "../request/visit.ts";
import { answer } from "./answer.ts";
import { pageHeaders } from "./page-headers.ts";

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
  const { "Content-Type": contentType, ...headers } = pageHeaders(language);
  return answer(c, {
    body: html,
    contentType,
    lastModified: latestOf(site.changedAt, ...changed),
    now,
    change,
    headers,
  });
}

/** A page that says that there is nothing here: never cached, so that it looks the same before and after a lift. */
export function refusalAnswer(c: Context, language: Language, html: string, status: number): Response {
  return c.body(html, status as ContentfulStatusCode, {
    ...pageHeaders(language),
    "Cache-Control": "no-store",
  });
}
