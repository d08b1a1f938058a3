import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Refusal, refusalLine } from "../../domain/refusal.ts";
import { goneFilePage, gonePage } from "../../rendering/pages/problems/gone-page.tsx";
import { notFoundPage } from "../../rendering/pages/problems/not-found-page.tsx";
import { refusalPage } from "../../rendering/pages/problems/refusal-page.tsx";
import type { ReadDependencies } from "../request/dependencies.ts";
import { knownVisit, languageOf, preferredLanguage, type Visit, visit } from "../request/visit.ts";
import { refusalAnswer } from "./page-answer.ts";

/**
 * A refusal as a page in the reader's language; as one plain line where not even the site can be read.
 * @param pageOf makes the page, where an application has pages of its own for some refusals
 */
export async function refusedPage(
  dependencies: ReadDependencies,
  c: Context,
  refusal: Refusal,
  headers: Record<string, string>,
  pageOf: (visited: Visit, refusal: Refusal, path: string) => string = refusalPageOf,
): Promise<Response> {
  if (!languageOf(c.req.path)) c.header("Vary", "Accept-Language");
  const visited = refusal.code === "newsroom-empty" ? undefined : await siteAround(dependencies, c);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (!visited) {
    return c.text(`${refusalLine(refusal)}\n`, refusal.status as ContentfulStatusCode, {
      "Cache-Control": "no-store",
    });
  }
  return refusalAnswer(c, visited.language, pageOf(visited, refusal, c.req.path), refusal.status);
}

export function refusalPageOf({ context }: Visit, refusal: Refusal, path: string): string {
  if (refusal.status === 404) return notFoundPage(context);
  if (refusal.status === 410)
    return path.startsWith("/downloads/") ? goneFilePage(context) : gonePage(context);
  return refusalPage(context, refusal);
}

/** The site as this request has read it already, so that a 404 costs no second read; undefined if it cannot be read. */
async function siteAround(dependencies: ReadDependencies, c: Context): Promise<Visit | undefined> {
  const known = knownVisit(c);
  if (known) return known;
  const language = languageOf(c.req.path) ?? preferredLanguage(c.req.header("Accept-Language"));
  return visit(dependencies, c, language).catch(() => undefined);
}
