import { Hono } from "hono/quick";
import { NEWS_SITEMAP_PATH, SITEMAP_PATH, sitemapAt, sitemapPath } from "../../domain/addresses.ts";
import { SitemapEntry, SitemapFile } from "../../domain/documents/listing.ts";
import { type Instant, latestOf } from "../../domain/instant.ts";
import { SITEMAP_PATTERN } from "../../domain/kinds.ts";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { nextChange } from "../../domain/visibility.ts";
import { newsSitemap } from "../../rendering/sitemaps/news-sitemap.ts";
import { sitemap } from "../../rendering/sitemaps/sitemap.ts";
import { sitemapIndex } from "../../rendering/sitemaps/sitemap-index.ts";
import { type Read, readAllVisible, readItem } from "../../storage/dynamodb/read-item.ts";
import { SITEMAP_FILES_PARTITION, sitemapFileKey, sitemapPartition } from "../../storage/newsroom/keys.ts";
import { answer } from "../answers/answer.ts";
import { redirect } from "../answers/redirect.ts";
import { readRecentReleases } from "../lists/recent-releases.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { type Visit, visit } from "../request/visit.ts";

const XML = "application/xml; charset=utf-8";

/** `/sitemap.xml` names the files under `/sitemaps/`; `/news-sitemap.xml` holds the releases of two days. */
export function sitemapRoutes(dependencies: ReadDependencies): Hono {
  const { reader } = dependencies;
  return new Hono()
    .get(SITEMAP_PATH, async (c) => {
      const visited = await visit(dependencies, c, DEFAULT_LANGUAGE);
      const items = await reader.partition(SITEMAP_FILES_PARTITION);
      const files = readAllVisible(SitemapFile, items, visited.now);
      const body = sitemapIndex(
        visited.site.value,
        files.map((file) => file.value),
      );
      return answer(c, {
        body,
        contentType: XML,
        ...instants(visited, files, nextChange(items, visited.now)),
      });
    })
    .get(`/sitemaps/:file{(?:${SITEMAP_PATTERN})-(?:\\d+-)?[1-9]\\d*\\.xml}`, async (c) => {
      const visited = await visit(dependencies, c, DEFAULT_LANGUAGE);
      const { path } = c.req;
      const name = sitemapAt(path) ?? "";
      const [items, file] = await Promise.all([
        reader.partition(sitemapPartition(name)),
        reader.item(sitemapFileKey(name)),
      ]);
      const entries = readAllVisible(SitemapEntry, items, visited.now);
      if (entries.length === 0) {
        throw new Refusal("address-not-found", 404, "There is no such sitemap.", "See /sitemap.xml.");
      }
      if (sitemapPath(name) !== path) return redirect(c, sitemapPath(name));
      const body = sitemap(
        visited.site.value,
        entries.map((entry) => entry.value),
      );
      return answer(c, {
        body,
        contentType: XML,
        ...instants(
          visited,
          entries,
          nextChange(items, visited.now),
          file && readItem(SitemapFile, file).value.removedAt,
        ),
      });
    })
    .get(NEWS_SITEMAP_PATH, async (c) => {
      const visited = await visit(dependencies, c, DEFAULT_LANGUAGE);
      const { entries, leftAt, change } = await readRecentReleases(reader, visited.now);
      const body = newsSitemap(
        visited.site.value,
        entries.map((entry) => entry.value),
      );
      return answer(c, { body, contentType: XML, ...instants(visited, entries, change, leftAt) });
    });
}

function instants(
  { site, now }: Visit,
  shown: readonly Read<unknown>[],
  change: Instant | undefined,
  removedAt?: Instant,
) {
  return {
    now,
    change,
    lastModified: latestOf(site.changedAt, removedAt, ...shown.map((each) => each.changedAt)),
  };
}
