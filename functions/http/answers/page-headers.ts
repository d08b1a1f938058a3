import type { Language } from "../../domain/language.ts";
import { STYLE_HASH } from "../../rendering/style/style.ts";

/** What a page may load beside what every page may. */
export interface PageSources {
  /** Another origin from which pictures and clips may come. */
  readonly media?: string | undefined;
  /** Hashes of further style elements. */
  readonly styles?: readonly string[];
}

/**
 * The headers that make an answer a page. What is no page has none of them: the edge then closes it to everything
 * (`infra/aws/edge/response-headers.ts`). No other site may show a page in a frame or load it.
 */
export const pageHeaders = (language: Language, sources: PageSources = {}) => ({
  "Content-Language": language,
  "Content-Security-Policy": contentSecurityPolicy(sources),
  "Content-Type": "text/html; charset=utf-8",
  "Cross-Origin-Resource-Policy": "same-origin",
});

/** Nothing but our own pictures and clips, and the one style element that every page carries. No script at all. */
function contentSecurityPolicy({ media = "", styles = [] }: PageSources): string {
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
