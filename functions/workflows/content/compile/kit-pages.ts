import { ASSETS_PER_PAGE, type Asset, type KitDocument, originalOf } from "../../../domain/documents/kit.ts";
import type { PlacedOwnTimes } from "../../../domain/documents/kit-times.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { partKey } from "../../../storage/newsroom/keys.ts";
import { bodyHash, item } from "../../../storage/newsroom/parts.ts";

/** A kit's document with all its assets, before they are spread over pages. */
export type CompleteKit = KitDocument;

/** What comes later than the kit or goes again, in the order of the first file with the same times. */
export function ownTimesOf(assets: readonly Asset[], kitFrom: Instant): PlacedOwnTimes[] {
  const found = new Map<string, PlacedOwnTimes>();
  assets.forEach((asset, position) => {
    const { publishAt, until } = asset;
    if (publishAt === kitFrom && until === undefined) return;
    const times = `${publishAt} ${until ?? ""}`;
    const { assetCount = 0, totalBytes = 0, at = [] } = found.get(times) ?? {};
    found.set(times, {
      publishAt,
      ...(until && { until }),
      assetCount: assetCount + 1,
      totalBytes: totalBytes + originalOf(asset).bytes,
      at: [...at, position],
    });
  });
  return [...found.values()];
}

/** Keeps the first page of assets in the document and puts every further one into a part. */
export function inPages(kit: CompleteKit): { document: KitDocument; parts: NewsroomItem[] } {
  if (kit.assets.length <= ASSETS_PER_PAGE) return { document: kit, parts: [] };
  const pages: Asset[][] = [];
  for (let start = 0; start < kit.assets.length; start += ASSETS_PER_PAGE)
    pages.push(kit.assets.slice(start, start + ASSETS_PER_PAGE));
  const [first = [], ...further] = pages;
  const hash = bodyHash(JSON.stringify(further));
  return {
    document: { ...kit, assets: first, pages: { hash, count: pages.length } },
    parts: further.map((assets, i) =>
      item(partKey(kit.path, hash, i + 2), JSON.stringify(assets), kit.publishAt),
    ),
  };
}
