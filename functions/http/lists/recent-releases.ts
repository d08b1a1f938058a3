import { ListState, ReleaseEntry, type SitemapEntry } from "../../domain/documents/listing.ts";
import { addSeconds, earliest, type Instant, latest } from "../../domain/instant.ts";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../domain/language.ts";
import { type Read, readAllVisible, readItem } from "../../storage/dynamodb/read-item.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";

/** A news sitemap holds what was published in the last two days, at most 1,000 addresses (Google News). */
const NEWS_SECONDS = 2 * 24 * 60 * 60;
const RELEASES_A_LANGUAGE = 333;

export interface RecentReleases {
  /** Newest first, each release once with all its languages. */
  readonly entries: readonly Read<SitemapEntry>[];
  /** When one last left, by its age or because it was removed. */
  readonly leftAt: Instant | undefined;
  /** When the next one lifts or the oldest one leaves. */
  readonly change: Instant | undefined;
}

/** The releases of the last two days, gathered from the list of each language. */
export async function readRecentReleases(reader: NewsroomReader, now: Instant): Promise<RecentReleases> {
  const stretch = {
    from: addSeconds(now, -NEWS_SECONDS),
    to: now,
    newestFirst: true,
    limit: RELEASES_A_LANGUAGE,
  };
  const tooOld = { to: addSeconds(now, -NEWS_SECONDS - 1), newestFirst: true, limit: 1 };
  const [[next], [aged], state, ...lists] = await Promise.all([
    reader.list(DEFAULT_LANGUAGE, "releases", { from: addSeconds(now, 1), newestFirst: false, limit: 1 }),
    reader.list(DEFAULT_LANGUAGE, "releases", tooOld),
    reader.listState(DEFAULT_LANGUAGE, "releases"),
    ...LANGUAGES.map(async (language) => {
      const items = await reader.list(language, "releases", stretch);
      return readAllVisible(ReleaseEntry, items, now).filter((entry) => entry.value.language === language);
    }),
  ]);
  const releases = new Map<string, Read<SitemapEntry>>();
  for (const { value, changedAt, sortKey } of lists.flat()) {
    const known = releases.get(value.id);
    const translation = { language: value.language, path: value.path, title: value.title };
    releases.set(value.id, {
      sortKey,
      changedAt: known && known.changedAt > changedAt ? known.changedAt : changedAt,
      value: {
        kind: "sitemap-entry",
        publishAt: value.publishAt,
        updated: value.updated,
        translations: [...(known?.value.translations ?? []), translation],
        images: known?.value.images ?? (value.image ? [value.image.path] : []),
      },
    });
  }
  const entries = [...releases.values()].sort((a, b) => (a.sortKey > b.sortKey ? -1 : 1));
  const leaving = (publishAt: Instant) => addSeconds(publishAt, NEWS_SECONDS + 1);
  return {
    entries,
    leftAt: latest([aged && leaving(aged.publishAt), state && readItem(ListState, state).value.removedAt]),
    change: earliest([
      next?.publishAt,
      ...lists.flat().map((entry) => entry.change),
      ...entries.map((entry) => leaving(entry.value.publishAt)),
    ]),
  };
}
