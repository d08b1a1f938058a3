import type { SitemapEntry } from "../../domain/documents/listing.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { xml, xmlDocument } from "../format/xml.ts";

/**
 * `/news-sitemap.xml`: the releases of the last two days, each language an article of its own. Which they are is
 * the caller's question to the storage.
 */
export function newsSitemap(site: SiteDocument, entries: readonly SitemapEntry[]): string {
  const articles = entries.flatMap(({ publishAt, translations }) =>
    translations.map(
      ({ language, path, title }) => xml`
    <url>
      <loc>${site.address}${path}</loc>
      <news:news>
        <news:publication>
          <news:name>${site.name}</news:name>
          <news:language>${language}</news:language>
        </news:publication>
        <news:publication_date>${publishAt}</news:publication_date>
        <news:title>${title}</news:title>
      </news:news>
    </url>`,
    ),
  );
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${articles}
  </urlset>`);
}
