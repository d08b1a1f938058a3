import type { Hono } from "hono";
import { downloadPath } from "../../../functions/domain/addresses.ts";
import type { DownloadDocument } from "../../../functions/domain/documents/signpost.ts";
import type { DownloadCount } from "../../../functions/domain/downloads/tally.ts";
import { ALWAYS, type Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { downloadsApp } from "../../../functions/http/apps/downloads-app.ts";
import type { StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import {
  type CountDownload,
  downloadCounter,
  downloadCounts,
} from "../../../functions/storage/newsroom/download-counts.ts";
import { documentKey } from "../../../functions/storage/newsroom/keys.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { stored, storedSite, storeItems } from "../tables/stored.ts";
import { freshNewsroomTable } from "../tables/tables.ts";
import { siteDocument } from "./documents.ts";

/** Longer than any test waits for DynamoDB Local. */
export const PATIENT_MS = 20_000;

/** Where bytes of a hash stand that nobody asks for. */
export const bytesAt = (file: string, window = "0-") => `/media/${window}/${"5f".repeat(32)}/${file}`;

/** A file of a kit as it is stored, there at all times unless the test says otherwise. */
export function storedDownload(
  file: string,
  {
    kit = "world-day",
    publishAt = ALWAYS,
    until,
    ...changes
  }: Partial<DownloadDocument> & { kit?: string } = {},
): StoredItem {
  const path = downloadPath(kit, file);
  const times = { publishAt, ...(until && { until }) };
  const document: DownloadDocument = {
    kind: "download",
    path,
    ...times,
    rendition: "original",
    targets: [{ ...times, to: bytesAt(file) }],
    ...changes,
  };
  return { ...stored(documentKey(path), document, publishAt), ...(until && { until }) };
}

export interface DownloadsWorld {
  readonly table: string;
  readonly uncounted: unknown[];
  /** The application as it answers at an instant. */
  at(now: Instant, count?: CountDownload): Hono;
  /** What was counted on a day. */
  counts(day: string): Promise<DownloadCount[]>;
}

/** A newsroom with its site in every language and the items given. */
export async function downloadsWorld(items: readonly StoredItem[]): Promise<DownloadsWorld> {
  const { client, table } = await freshNewsroomTable();
  const sites = LANGUAGES.map((language) => storedSite(siteDocument(language)));
  await storeItems(client, table, [...sites, ...items]);
  const uncounted: unknown[] = [];
  const reader = newsroomReader(client, table);
  const counting = downloadCounter(client, table, PATIENT_MS);
  return {
    table,
    uncounted,
    at: (now, count = counting) =>
      downloadsApp({
        reader,
        count,
        uncounted: (cause) => uncounted.push(cause),
        clock: () => new Date(now),
        preview: false,
      }),
    counts: async (day) => {
      const found: DownloadCount[] = [];
      for await (const each of downloadCounts(client, table, { days: [day] })) found.push(each);
      return found;
    },
  };
}
