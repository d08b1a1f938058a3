import { AssetPage, type KitDocument } from "../domain/documents/kit.ts";
import { partKey } from "../storage/keys.ts";
import type { NewsroomReader } from "../storage/newsroom-reader.ts";
import { readItem } from "../storage/read-item.ts";

/**
 * The kit with the assets of one page: the first page stands in its document, the others in parts of their own.
 * @returns undefined when the kit has no such page
 */
export async function withAssetsOfPage(
  reader: NewsroomReader,
  kit: KitDocument,
  page: number,
): Promise<KitDocument | undefined> {
  if (page === 1) return kit;
  const part =
    kit.pages && page <= kit.pages.count
      ? await reader.item(partKey(kit.path, kit.pages.hash, page))
      : undefined;
  return part && { ...kit, assets: readItem(AssetPage, part).value };
}
