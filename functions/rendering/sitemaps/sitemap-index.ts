import { sitemapPath } from "../../domain/addresses.ts";
import type { SitemapFile } from "../../domain/documents/listing.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { xml, xmlDocument } from "../format/xml.ts";

/** `/sitemap.xml`: the index of all sitemap files. */
export function sitemapIndex({ address }: SiteDocument, files: readonly SitemapFile[]): string {
  return xmlDocument(xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${files.map(
    ({ name }) => xml`
    <sitemap><loc>${address}${sitemapPath(name)}</loc></sitemap>`,
  )}
  </sitemapindex>`);
}
