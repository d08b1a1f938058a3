import { BatchWriteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { apiPath, SEGMENTS } from "../../../functions/domain/addresses.ts";
import type { EventDocument } from "../../../functions/domain/documents/event.ts";
import type { KitDocument } from "../../../functions/domain/documents/kit.ts";
import type { FigureEntry, StatementEntry } from "../../../functions/domain/documents/listing.ts";
import type { ReleaseDocument } from "../../../functions/domain/documents/release.ts";
import type { SiteDocument } from "../../../functions/domain/documents/site.ts";
import { ALWAYS, type Instant } from "../../../functions/domain/instant.ts";
import { toAttributes } from "../../../functions/storage/dynamodb/attributes.ts";
import type { StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import type { Key } from "../../../functions/storage/dynamodb/key.ts";
import { documentKey, entryKey, type ListName, siteKey } from "../../../functions/storage/newsroom/keys.ts";
import { item } from "../../../functions/storage/newsroom/parts.ts";
import { eventEntry, kitEntry, releaseEntry } from "../documents/entries.ts";

/** Items as publishing writes them, without publishing: what a test needs to stand in its table. */

/** When the items of a small world were written, unless the test says otherwise. */
export const WRITTEN: Instant = "2020-07-29T12:00:00Z";

/** Of two items with the same key the later one stands. */
export async function storeItems(
  client: DynamoDBClient,
  table: string,
  items: readonly StoredItem[],
): Promise<void> {
  const standing = [...new Map(items.map((each) => [`${each.key.pk} ${each.key.sk}`, each])).values()];
  for (let n = 0; n < standing.length; n += 25) {
    const batch = standing.slice(n, n + 25).map((each) => ({ PutRequest: { Item: toAttributes(each) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: batch } }));
  }
}

/** Any value at any key. */
export function stored(
  key: Key,
  value: unknown,
  publishAt: Instant = ALWAYS,
  writtenAt: Instant = WRITTEN,
): StoredItem {
  return { ...item(key, JSON.stringify(value), publishAt), writtenAt };
}

export function storedSite(site: SiteDocument): StoredItem {
  return stored(siteKey(site.language), site);
}

/** A release, an event or a kit: its document, its pointer and its entries in lists, by their changes as well. */
export function storedPublication(document: ReleaseDocument | EventDocument | KitDocument): StoredItem[] {
  const { kind, id, language, path, publishAt, updated, translations } = document;
  const collection = SEGMENTS[kind];
  const entry = entryOf(document);
  const listedAt = document.kind === "event" ? document.end : publishAt;
  const at = (list: ListName, instant: Instant) =>
    stored(entryKey(language, list, instant, id), entry, publishAt);
  const pointer = { kind: "pointer", path: apiPath(collection, id), publishAt, translations };
  return [
    stored(documentKey(path), document, publishAt),
    stored(documentKey(apiPath(collection, id)), pointer, publishAt),
    at(collection, listedAt),
    at(`changes:${collection}`, updated),
    ...(kind === "release" ? document.topics.map((topic) => at(`topic:${topic.id}`, publishAt)) : []),
  ];
}

/** The figures and statements of a release, each with its record in this language alone. */
export function storedCitables(release: ReleaseDocument): StoredItem[] {
  const { id, path, title, language, publishAt } = release;
  const standing = { language, publishAt, release: { id, path, title, language, publishAt } };
  const figures = release.figures.map((figure): FigureEntry => ({ kind: "figure", ...standing, figure }));
  const statements = release.statements.map(
    (statement): StatementEntry => ({ kind: "statement", ...standing, statement }),
  );
  return [
    ...figures.flatMap((entry) => storedCitable("figures", entry.figure.id, entry)),
    ...statements.flatMap((entry) => storedCitable("statements", entry.statement.id, entry)),
  ];
}

function storedCitable(
  collection: "figures" | "statements",
  id: string,
  entry: FigureEntry | StatementEntry,
): StoredItem[] {
  const { language, publishAt } = entry;
  const record = {
    kind: `${entry.kind}-record`,
    path: apiPath(collection, id),
    publishAt,
    translations: [entry],
  };
  return [
    stored(documentKey(record.path), record, publishAt),
    stored(entryKey(language, collection, publishAt, id), entry, publishAt),
    stored(entryKey(language, `changes:${collection}`, publishAt, id), entry, publishAt),
  ];
}

function entryOf(document: ReleaseDocument | EventDocument | KitDocument) {
  switch (document.kind) {
    case "release":
      return releaseEntry(document);
    case "event":
      return eventEntry(document);
    case "kit":
      return kitEntry(document);
  }
}
