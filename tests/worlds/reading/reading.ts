import type { Hono } from "hono";
import type { Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { readApp } from "../../../functions/http/apps/read-app.ts";
import type { StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { siteDocument } from "../documents/documents.ts";
import { storedSite, storeItems } from "../tables/stored.ts";
import { freshNewsroomTable } from "../tables/tables.ts";

export interface ReadingWorld {
  /** The application as it answers at an instant. */
  at(now: Instant): Hono;
  /** Read units that requests have consumed since the last call. */
  consumed(): number;
}

/** A newsroom with its site in every language and the items given, to be read at any time. */
export async function readingWorld(items: readonly StoredItem[]): Promise<ReadingWorld> {
  const { client, table } = await freshNewsroomTable();
  const sites = LANGUAGES.map((language) => storedSite(siteDocument(language)));
  await storeItems(client, table, sites);
  await storeItems(client, table, items);
  let units = 0;
  const reader = newsroomReader(client, table, (consumed) => {
    units += consumed;
  });
  return {
    at: (now) => readApp({ reader, clock: () => new Date(now), preview: false }),
    consumed: () => {
      const since = units;
      units = 0;
      return since;
    },
  };
}
