import { publicationPath } from "../../../functions/domain/addresses.ts";
import type { ReleaseDocument } from "../../../functions/domain/documents/release.ts";
import { addSeconds, type Instant } from "../../../functions/domain/instant.ts";
import { readApp } from "../../../functions/http/apps/read-app.ts";
import type { StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import {
  eventDocument,
  kitDocument,
  pastEventDocument,
  releaseDocument,
  siteDocument,
} from "../documents/documents.ts";
import { RELEASED, uuid } from "../documents/parts.ts";
import { storedCitables, storedPublication, storedSite, storeItems } from "../tables/stored.ts";
import { freshNewsroomTable } from "../tables/tables.ts";

/** A newsroom in a table of its own, asked through the app that serves it. */
export interface AskedNewsroom {
  /** Answers one request as it would be answered at `at`. */
  ask(path: string, at: Instant, init?: RequestInit): Promise<Response>;
  /** The body of a 200, or of a refusal. */
  json(path: string, at: Instant): Promise<unknown>;
  /** Read units that the requests since the last call consumed. */
  consumed(): number;
}

export async function askedNewsroom(items: readonly StoredItem[]): Promise<AskedNewsroom> {
  const { client, table } = await freshNewsroomTable();
  await storeItems(client, table, items);
  let units = 0;
  const reader = newsroomReader(client, table, (consumed) => {
    units += consumed;
  });
  const ask = async (path: string, at: Instant, init?: RequestInit) =>
    readApp({ reader, clock: () => new Date(at), preview: false }).request(path, init);
  return {
    ask,
    json: async (path, at) => (await ask(path, at)).json(),
    consumed: () => {
      const since = units;
      units = 0;
      return since;
    },
  };
}

/** The small newsroom in English, with `n` further releases published one minute after the other. */
export function smallNewsroom(further = 0): StoredItem[] {
  const release = releaseDocument();
  return [
    storedSite(siteDocument("en")),
    storedSite(siteDocument("ru")),
    storedSite(siteDocument("kk")),
    ...storedPublication(release),
    ...storedCitables(release),
    ...storedPublication(pastEventDocument()),
    ...storedPublication(eventDocument()),
    ...storedPublication(kitDocument()),
    ...Array.from({ length: further }, (_, n) => storedPublication(furtherRelease(n + 1))).flat(),
  ];
}

/** The nth release after the first, published n minutes after it. */
export function furtherRelease(n: number, changes: Partial<ReleaseDocument> = {}): ReleaseDocument {
  const slug = `release-${n}`;
  const publishAt = addSeconds(RELEASED, n * 60);
  return releaseDocument("en", {
    id: uuid(1000 + n),
    entryId: uuid(2000 + n),
    slug,
    path: publicationPath("en", "release", slug),
    title: `Release ${n}`,
    publishAt,
    updated: publishAt,
    corrections: [],
    translations: [{ language: "en", path: publicationPath("en", "release", slug) }],
    figures: [],
    statements: [],
    ...changes,
  });
}
