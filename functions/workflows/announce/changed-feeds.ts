import { FEED_FORMATS, feedPath } from "../../domain/addresses.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";

/**
 * Paths of the feeds among changed addresses, of those that the newsroom has now.
 *
 * @param addresses `*` at the end of one stands for everything that begins like it
 */
export function changedFeeds(addresses: readonly string[], sites: readonly SiteDocument[]): string[] {
  const whole = new Set(addresses);
  const beginnings = addresses.filter((each) => each.endsWith("*")).map((each) => each.slice(0, -1));
  return sites
    .flatMap(feedsOf)
    .filter((path) => whole.has(path) || beginnings.some((beginning) => path.startsWith(beginning)));
}

/** All feeds of the newsroom in one language: the whole, and each topic's. */
function feedsOf({ language, topics }: SiteDocument): string[] {
  return [undefined, ...topics.map(({ id }) => id)].flatMap((topic) =>
    FEED_FORMATS.map((format) => feedPath(language, format, topic)),
  );
}
