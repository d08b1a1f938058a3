import { SiteDocument } from "../../domain/documents/site.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";

/** The site in each language in which it was published; none before the first publication. */
export async function publishedSites(reader: NewsroomReader): Promise<SiteDocument[]> {
  const sites = await Promise.all(LANGUAGES.map((language) => reader.site(language)));
  return sites.flatMap((site) => (site ? [readItem(SiteDocument, site).value] : []));
}
