import { type Asset, KitDocument, originalOf } from "../../../domain/documents/kit.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { bodyKind } from "../../../storage/newsroom/body-kind.ts";
import { documentItems } from "../../../storage/newsroom/parts.ts";
import { inPages, ownTimesOf } from "../../content/compile/kit-pages.ts";
import type { ManifestDocument } from "../../manifest.ts";

/** A kit that is stored with other assets than before: its numbers, its pages, and its entries in lists follow. */

/** How much a kit holds, as its entries in lists tell it. */
export type StoredKitTotals = Pick<KitDocument, "assetCount" | "totalBytes" | "ownTimes">;

/** With its fields in the order in which compiling builds them: the same document, the same bytes. */
export function kitWithAssets(kit: KitDocument, assets: readonly Asset[]): KitDocument {
  const { ownTimes: _, pages: __, ...fields } = kit;
  const own = ownTimesOf(assets, kit.publishAt);
  const totals: StoredKitTotals = {
    assetCount: assets.length,
    totalBytes: assets.reduce((sum, asset) => sum + originalOf(asset).bytes, 0),
    ...(own.length > 0 && { ownTimes: own }),
  };
  const entries = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (name === "assetCount") return Object.entries(totals);
    if (name === "totalBytes") return [];
    return [[name, name === "assets" ? assets : value]];
  });
  const body = JSON.stringify(Object.fromEntries(entries));
  return storedValue(KitDocument, body, { pk: kit.path, sk: "document" });
}

/** The document of a kit, in head, parts and pages, in the times in which it is stored. */
export function documentOfKit(
  document: ManifestDocument,
  head: NewsroomItem,
  kit: KitDocument,
): ManifestDocument {
  const paged = inPages(kit);
  const { publishAt, until } = head;
  const next = documentItems(document.path, JSON.stringify(paged.document), publishAt, until);
  return {
    ...document,
    items: document.items.map((each) => (each === head ? next.head : each)),
    parts: [...next.parts, ...paged.parts.map((part) => ({ ...part, publishAt }))],
  };
}

/** The entry of a kit in a list counts what the kit does; any other body stays as it is. */
export function entryWithTotals(body: string, totals: StoredKitTotals | undefined): string {
  if (!totals || bodyKind(body) !== "kit") return body;
  const { ownTimes: _, ...entry }: Record<string, unknown> = JSON.parse(body);
  const { assetCount, totalBytes, ownTimes } = totals;
  const own = ownTimes?.map(({ at: _, ...times }) => times);
  return JSON.stringify({ ...entry, assetCount, totalBytes, ...(own && { ownTimes: own }) });
}
