import {
  API_COLLECTIONS,
  apiPath,
  calendarPath,
  FEED_FORMATS,
  feedPath,
  frontPath,
  listPath,
  NEWS_SITEMAP_PATH,
  ROBOTS_PATH,
  SITEMAP_PATH,
  sitemapPath,
  topicPath,
} from "../../../domain/addresses.ts";
import type { Language } from "../../../domain/language.ts";
import { parsePartition } from "../../../storage/newsroom/parse-key.ts";

/**
 * Addresses whose answers change when entries of a partition do, with `?*` where an address answers queries: the
 * edge keeps an answer for each query and forgets only what it is told to.
 */
export function addressesOfPartition(pk: string): readonly string[] {
  const partition = parsePartition(pk);
  if (partition?.kind === "sitemap") return [sitemapPath(partition.name), SITEMAP_PATH];
  return partition ? addressesOfList(partition.language, partition.list) : [];
}

function addressesOfList(language: Language, list: string): readonly string[] {
  const [name = "", detail = ""] = list.split(":");
  switch (name) {
    case "releases":
      return [
        frontPath(language),
        ...queried(listPath(language, "release")),
        NEWS_SITEMAP_PATH,
        ROBOTS_PATH, // names the news sitemap while it is not empty
      ];
    case "topic":
      return queried(topicPath(language, detail));
    case "feed":
      return FEED_FORMATS.map((format) => feedPath(language, format, detail || undefined));
    case "events":
      return [frontPath(language), ...queried(listPath(language, "event")), calendarPath(language)];
    case "kits":
      return [frontPath(language), ...queried(listPath(language, "kit"))];
    case "figures":
    case "statements":
      return queried(apiPath(name));
    case "changes":
      return API_COLLECTIONS.filter((collection) => collection === detail).flatMap((collection) =>
        queried(apiPath(collection)),
      );
    default:
      return [];
  }
}

/** A document's own address and those that change with it. A kit's address answers `?page=`. */
export function addressesOfDocument({
  path,
  alsoAt,
}: {
  path: string;
  alsoAt: readonly string[];
}): readonly string[] {
  return [...(/^\/..\/kits\//.test(path) ? queried(path) : [path]), ...alsoAt];
}

const queried = (path: string): string[] => [path, `${path}?*`];
