import { NEWS_SITEMAP_PATH, SITEMAP_PATH } from "../../domain/addresses.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";

export interface Robots {
  /** Whether search engines may list this newsroom; a development stage may not be listed. */
  readonly indexed: boolean;
  /** Whether the news sitemap names anything: search consoles report an empty one as an error. */
  readonly hasNews: boolean;
}

/**
 * `/robots.txt` (RFC 9309). Registration belongs to one person, a search makes endless addresses, and a crawler
 * that follows `/downloads/` would be counted as a reader: the same bytes stand under `/media/`.
 */
export function robotsTxt({ address }: SiteDocument, { indexed, hasNews }: Robots): string {
  if (!indexed) return "User-agent: *\nDisallow: /\n";
  return [
    "User-agent: *",
    "Disallow: /*/register/",
    "Disallow: /*/registration/",
    "Disallow: /*/search?",
    "Disallow: /downloads/",
    "",
    `Sitemap: ${address}${SITEMAP_PATH}`,
    ...(hasNews ? [`Sitemap: ${address}${NEWS_SITEMAP_PATH}`] : []),
    "",
  ].join("\n");
}
