import { type Asset, AssetPage, KitDocument } from "../../../domain/documents/kit.ts";
import { SitemapEntry } from "../../../domain/documents/listing.ts";
import { DownloadDocument } from "../../../domain/documents/signpost.ts";
import { earliestOf, type Instant } from "../../../domain/instant.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import type { Key } from "../../../storage/dynamodb/key.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { bodyKind } from "../../../storage/newsroom/body-kind.ts";
import { completeBody } from "../../../storage/newsroom/complete-body.ts";
import { partKey } from "../../../storage/newsroom/keys.ts";
import type { MediaFile } from "../../../storage/newsroom/media-files.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { documentHead } from "./document-head.ts";
import { documentOfKit, entryWithTotals, kitWithAssets } from "./kit-assets.ts";
import type { StoredUnit } from "./stored-unit.ts";
import { mediaShown } from "./stored-unit.ts";

/** Whether an asset may go on being shown, and until when; `false` takes it out. */
export type AssetVerdict = (asset: Asset) => boolean | { readonly until: Instant };

/** What of a kit goes: addresses and object keys without their leading slash. */
interface Going {
  readonly verdicts: ReadonlyMap<string, boolean | { readonly until: Instant }>;
  /** Of files that are downloaded, by their address. */
  readonly downloads: ReadonlyMap<string, boolean | { readonly until: Instant }>;
  readonly paths: ReadonlySet<string>;
  readonly archives: ReadonlySet<string>;
}

/**
 * A kit as it is stored, without the assets that may not be shown any more: not in pages, numbers, API or sitemaps, and
 * without the archives that hold one. An asset that ends earlier than before goes by the clock; its archives go now.
 * @param files what the bucket holds of the kit
 */
export function kitWithout(
  unit: StoredUnit,
  files: readonly MediaFile[],
  verdictOn: AssetVerdict,
): StoredUnit {
  const going = goingOf(unit, files, verdictOn);
  if (going.verdicts.size === 0) return unit;
  const kits = new Map(unit.documents.flatMap((document) => kitIn(document, going)));
  const [any] = kits.values();
  const documents = unit.documents.flatMap((document) => {
    const kit = kits.get(document.path);
    const rest = kit ? [withKit(document, kit)] : downloadWithout(document, going);
    return any ? rest.map((each) => withTotals(each, any)) : rest;
  });
  return {
    ...unit,
    documents,
    sitemap: unit.sitemap.map((entry) => ({ ...entry, body: sitemapBody(entry.body, going) })),
    stored: { media: mediaShown(unit, documents) },
  };
}

/** The kit of a document with all its assets. */
function storedKit(document: ManifestDocument): KitDocument | undefined {
  const head = documentHead(document);
  const body = head && completeBody(head, document.parts);
  if (!head || body === undefined || bodyKind(body) !== "kit") return undefined;
  const kit = storedValue(KitDocument, body, head.key);
  const { hash = "", count = 1 } = kit.pages ?? {};
  const pages = Array.from({ length: count - 1 }, (_, i) => partKey(kit.path, hash, i + 2));
  return { ...kit, assets: [...kit.assets, ...pages.flatMap((key) => assetsIn(document, key))] };
}

function assetsIn({ parts }: ManifestDocument, key: Key): Asset[] {
  const part = parts.find((each) => each.key.pk === key.pk && each.key.sk === key.sk);
  return storedValue(AssetPage, part?.body ?? "[]", key);
}

function goingOf(unit: StoredUnit, files: readonly MediaFile[], verdictOn: AssetVerdict): Going {
  const verdicts = new Map<string, boolean | { until: Instant }>();
  const downloads = new Map<string, boolean | { until: Instant }>();
  const paths = new Set<string>();
  for (const asset of unit.documents.flatMap((document) => storedKit(document)?.assets ?? [])) {
    const verdict = verdictOn(asset);
    const isSame = typeof verdict === "boolean" ? verdict : !isEarlier(verdict.until, asset.until);
    if (isSame) continue;
    verdicts.set(asset.id, verdict);
    for (const { path, download } of asset.renditions) {
      paths.add(path);
      if (download !== undefined) downloads.set(download, verdict);
    }
  }
  const held = files.filter(({ assets }) => assets.some((id) => verdicts.has(id)));
  return { verdicts, downloads, paths, archives: new Set(held.map(({ key }) => `/${key}`)) };
}

const isEarlier = (one: Instant, other: Instant | undefined): boolean => other === undefined || one < other;

function kitIn(document: ManifestDocument, { verdicts, archives }: Going): [string, KitDocument][] {
  const kit = storedKit(document);
  if (!kit) return [];
  const assets = kit.assets.flatMap((asset) => {
    const verdict = verdicts.get(asset.id);
    if (verdict === false) return [];
    return typeof verdict === "object" ? { ...asset, until: verdict.until } : asset;
  });
  return [
    [
      document.path,
      kitWithAssets({ ...kit, archives: kit.archives.filter(({ path }) => !archives.has(path)) }, assets),
    ],
  ];
}

/** What its sources name is more than it holds now. */
function withKit({ sources: _, ...document }: ManifestDocument, kit: KitDocument): ManifestDocument {
  const head = documentHead(document);
  if (!head) return document;
  return documentOfKit(document, head, kit);
}

/** An address at which a file is downloaded: with its end, to what is left, or not at all. */
function downloadWithout(document: ManifestDocument, { downloads, archives }: Going): ManifestDocument[] {
  const head = documentHead(document);
  if (!head || bodyKind(head.body) !== "download") return [document];
  const verdict = downloads.get(document.path);
  if (verdict === false) return [];
  const download = storedValue(DownloadDocument, head.body, head.key);
  const until = typeof verdict === "object" ? verdict.until : undefined;
  const targets = download.targets
    .filter(({ to }) => verdict !== undefined || !archives.has(to))
    .map((target) => (until === undefined ? target : { ...target, until: earliestOf(until, target.until) }));
  if (targets.length === 0) return [];
  if (until === undefined && targets.length === download.targets.length) return [document];
  const end = until === undefined ? targets.at(-1)?.until : earliestOf(until, download.until);
  const { until: _, ...rest } = download;
  const body = JSON.stringify({ ...rest, ...(end !== undefined && { until: end }), targets });
  const { sources: __, ...others } = document;
  return [
    {
      ...others,
      items: document.items.map((each) => (each === head ? item(head.key, body, head.publishAt, end) : each)),
    },
  ];
}

/** Entries in lists tell how much the kit holds. */
function withTotals(document: ManifestDocument, kit: KitDocument): ManifestDocument {
  const again = (each: NewsroomItem): NewsroomItem => {
    const body = each.key.pk === document.path ? each.body : entryWithTotals(each.body, kit);
    return body === each.body ? each : item(each.key, body, each.publishAt, each.until);
  };
  return {
    ...document,
    items: document.items.map(again),
    changes: document.changes.map((change) => ({ ...change, body: entryWithTotals(change.body, kit) })),
  };
}

function sitemapBody(body: string, { paths }: Going): string {
  const entry = storedValue(SitemapEntry, body, { pk: "sitemap", sk: "" });
  return JSON.stringify({ ...entry, images: entry.images.filter((path) => !paths.has(path)) });
}
