import type { CountedDownload } from "./counted-download.ts";

/** How often something was downloaded, on one day or in all. */
export interface DownloadCount extends CountedDownload {
  readonly count: number;
}

/** Downloads of one file of a kit within a span of days. */
export interface DownloadRow extends Pick<CountedDownload, "kit" | "file" | "rendition"> {
  readonly readers: number;
  readonly robots: number;
}

export interface DownloadTally {
  /** By kit, within it the most downloaded by readers first. */
  readonly rows: readonly DownloadRow[];
  readonly readers: number;
  readonly robots: number;
}

/** Sums the counts of days and shards. */
export function tallyOf(counts: Iterable<DownloadCount>): DownloadTally {
  const rows = new Map<string, DownloadRow>();
  for (const { kit, file, rendition, by, count } of counts) {
    const key = JSON.stringify([kit, file, rendition]);
    const row = rows.get(key) ?? { kit, file, rendition, readers: 0, robots: 0 };
    rows.set(
      key,
      by === "reader" ? { ...row, readers: row.readers + count } : { ...row, robots: row.robots + count },
    );
  }
  const sorted = [...rows.values()].sort(
    (a, b) => order(a.kit, b.kit) || b.readers - a.readers || b.robots - a.robots || order(a.file, b.file),
  );
  const sum = (of: (row: DownloadRow) => number) => sorted.reduce((total, row) => total + of(row), 0);
  return { rows: sorted, readers: sum(({ readers }) => readers), robots: sum(({ robots }) => robots) };
}

/** By code units, the same on every machine. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
