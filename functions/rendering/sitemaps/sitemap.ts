import type { SitemapEntry } from "../../domain/documents/listing.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { ALWAYS } from "../../domain/instant.ts";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { type Xml, xml, xmlDocument } from "../format/xml.ts";

/**
 * A sitemap file (sitemaps.org, with Google's extensions): one `url` for each language of each publication, and
 * under each all its languages, itself included, since only links that point both ways count.
 */
export function sitemap(site: SiteDocument, entries: readonly SitemapEntry[]): string {
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:xhtml="http://www.w3.org/1999/xhtml"
    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${entries.map((entry) => urls(site, entry))}
  </urlset>`);
}

function urls({ address }: SiteDocument, { translations, updated, images }: SitemapEntry): Xml[] {
  const fallback = translations.find(({ language }) => language === DEFAULT_LANGUAGE) ?? translations[0];
  const alternates = [
    ...translations.map(({ language, path }) => ({ hreflang: language, path })),
    ...(fallback ? [{ hreflang: "x-default", path: fallback.path }] : []),
  ].map(
    ({ hreflang, path }) => xml`
    <xhtml:link rel="alternate" hreflang="${hreflang}" href="${address}${path}"/>`,
  );
  return translations.map(
    ({ path }) => xml`
    <url>
      <loc>${address}${path}</loc>
      ${updated === ALWAYS ? "" : xml`<lastmod>${updated}</lastmod>`}${alternates}${images.map(
        (image) => xml`
      <image:image><image:loc>${address}${image}</image:loc></image:image>`,
      )}
    </url>`,
  );
}
