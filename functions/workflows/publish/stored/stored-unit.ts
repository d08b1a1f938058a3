import { kindOfSegment } from "../../../domain/kinds.ts";
import { RegistrationEvent } from "../../../domain/registration/event.ts";
import type { StoredItem } from "../../../storage/dynamodb/item.ts";
import { readItem } from "../../../storage/dynamodb/read-item.ts";
import {
  type ListName,
  mediaPartition,
  SCHEDULED_CHANGES_PARTITION,
} from "../../../storage/newsroom/keys.ts";
import type { HeldItem, Holding, Ledger, LedgerRecord } from "../../../storage/newsroom/ledger.ts";
import { readMediaFile } from "../../../storage/newsroom/media-files.ts";
import type { NewsroomWriter } from "../../../storage/newsroom/newsroom-writer.ts";
import { parseNewsroomKey } from "../../../storage/newsroom/parse-key.ts";
import type { ChangeEntry, ManifestDocument, ManifestSitemapEntry, ManifestUnit } from "../../manifest.ts";
import { isChange } from "./dated-changes.ts";
import { isChangesItem, isRegistrationEvent, keyText, SITEMAP_HOLDING } from "./held-items.ts";

/** A unit as it is stored. */
export type StoredUnit = ManifestUnit & Required<Pick<ManifestUnit, "stored">>;

/**
 * A unit as it was published, read from the tables alone: publishing it changes nothing. What takes something out of
 * public transforms it and publishes the result, so it needs no content, and no mistake in the content can stop it.
 *
 *     ledger -> holdings -> items -> StoredUnit -> without a picture, withdrawn, hidden ... -> publish
 *
 * Former addresses, which redirect, are none of its documents. Where a document is being replaced meanwhile, it may be
 * a mixture: read under the lease of publishing.
 */
export async function storedUnit(
  { ledger, writer }: { readonly ledger: Ledger; readonly writer: NewsroomWriter },
  id: string,
  record: LedgerRecord,
): Promise<StoredUnit> {
  const holdings = [...(await ledger.holdings(id)).values()];
  const keys = holdings.flatMap(({ items, parts }) => [...items, ...parts]).map(({ pk, sk }) => ({ pk, sk }));
  const items = new Map((await writer.read(keys)).map((each) => [keyText(each.key), each]));
  const documents = holdings.filter(({ path, redirect }) => !redirect && path !== SITEMAP_HOLDING);
  const sitemap = holdings.find(({ path }) => path === SITEMAP_HOLDING);
  const media = (await writer.partition(mediaPartition(id))).map(readMediaFile);
  const places = [...items.values()].find(({ key }) => isRegistrationEvent(key));
  const { folder, fingerprint, renewAt, left } = record;
  return {
    id,
    folder,
    fingerprint,
    documents: documents.map((holding) => documentOf(holding, items)),
    media: [],
    sitemap: (sitemap?.items ?? []).flatMap((held) => sitemapEntryOf(items.get(keyText(held)))),
    stored: { media: media.map(({ key }) => key) },
    ...(places && { places: placesOf(places) }),
    ...(renewAt && { renewAt }),
    ...(left && { left }),
  };
}

function documentOf(holding: Holding, items: ReadonlyMap<string, StoredItem>): ManifestDocument {
  const { path, alsoAt, sources } = holding;
  const stored = (held: readonly { pk: string; sk: string }[]) =>
    held.flatMap((each) => items.get(keyText(each)) ?? []);
  const isTurning = ({ pk }: HeldItem) => pk === SCHEDULED_CHANGES_PARTITION;
  const [told] = stored(holding.items.filter(isChangesItem)).map(newsroomItem);
  const lasting = holding.items.filter((each) => !isTurning(each) && !isChangesItem(each));
  return {
    path,
    items: stored(lasting.filter((each) => !isChange(each))).map(newsroomItem),
    parts: stored(holding.parts).map(newsroomItem),
    changes: stored(lasting.filter(isChange)).flatMap(changeOf),
    alsoAt,
    ...(told && { told }),
    ...(sources !== undefined && { sources }),
  };
}

const newsroomItem = ({ key, body, hash, publishAt, until }: StoredItem) => ({
  key,
  body,
  hash,
  publishAt,
  ...(until && { until }),
});

function changeOf({ key, body, publishAt }: StoredItem): ChangeEntry[] {
  const entry = parseNewsroomKey(key);
  if (entry?.kind !== "entry" || !isChangesList(entry.list)) return [];
  return [{ language: entry.language, list: entry.list, id: entry.id, publishAt, body }];
}

function isChangesList(list: string): list is Extract<ListName, `changes:${string}`> {
  return list.startsWith("changes:");
}

/** The name of its file, `releases-2020-1`, says what the entry is of. */
function sitemapEntryOf(item: StoredItem | undefined): ManifestSitemapEntry[] {
  if (!item) return [];
  const entry = parseNewsroomKey(item.key);
  if (entry?.kind !== "sitemap-entry") return [];
  const [segment = "", year = ""] = entry.name.split("-");
  const kind = kindOfSegment(segment) ?? "page";
  const { publishAt, body } = item;
  return [{ id: entry.id, kind, year: Number(year), publishAt, body }];
}

function placesOf(item: StoredItem): { event: string; place: string; capacity: number }[] {
  const { places } = readItem(RegistrationEvent, item).value;
  return places.map(({ id, capacity }) => ({ event: item.key.sk, place: id, capacity }));
}

/** Object keys of those files that its documents still show. */
export function mediaShown({ stored }: StoredUnit, documents: readonly ManifestDocument[]): string[] {
  const bodies = documents.flatMap(({ items, parts }) => [...items, ...parts]).map(({ body }) => body);
  return stored.media.filter((key) => bodies.some((body) => body.includes(`/${key}`)));
}
