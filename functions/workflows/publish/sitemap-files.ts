import type { NewsroomItem } from "../../storage/dynamodb/item.ts";
import { sitemapEntryKey, sitemapName } from "../../storage/newsroom/keys.ts";
import type { Holding, LedgerRecord } from "../../storage/newsroom/ledger.ts";
import { parseNewsroomKey, parsePartition } from "../../storage/newsroom/parse-key.ts";
import { item } from "../../storage/newsroom/parts.ts";
import type { ManifestSitemapEntry } from "../manifest.ts";

/** Entries of a sitemap file: with three languages each, it stays below the 2,000 addresses that a file may hold. */
export const ENTRIES_PER_SITEMAP = 600;

/** Assigns entries to sitemap files. */
export interface SitemapFiles {
  /** An entry stays in the file in which `before` has it, else it goes into the first that has room. */
  place(entries: readonly ManifestSitemapEntry[], before: Holding | undefined): NewsroomItem[];
}

/** @param records those of all units: they tell how full each file is */
export function sitemapFiles(records: Iterable<LedgerRecord>): SitemapFiles {
  const counts = new Map<string, number>();
  for (const { entries } of records)
    for (const pk of Object.values(entries).flat()) {
      const partition = parsePartition(pk);
      if (partition?.kind === "sitemap") add(partition.name);
    }

  function add(name: string): string {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return name;
  }

  function fileWithRoom({ kind, year }: ManifestSitemapEntry): string {
    for (let n = 1; ; n++) {
      const name = sitemapName(kind, year, n);
      if ((counts.get(name) ?? 0) < ENTRIES_PER_SITEMAP) return add(name);
    }
  }

  return {
    place: (entries, before) => {
      const held = (before?.items ?? []).map(parseNewsroomKey).filter((key) => key?.kind === "sitemap-entry");
      const files = new Map(held.map(({ id, name }) => [id, name]));
      return entries.map((entry) => {
        const name = files.get(entry.id) ?? fileWithRoom(entry);
        return item(sitemapEntryKey(name, entry.publishAt, entry.id), entry.body, entry.publishAt);
      });
    },
  };
}
