import {
  ASSETS_PER_PAGE,
  type Asset,
  AssetPage,
  type KitDocument,
  positionsOfPage,
} from "../../domain/documents/kit.ts";
import type { Instant } from "../../domain/instant.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import { partKey } from "../../storage/newsroom/keys.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";

/**
 * The kit with the assets of one page as it is at `now`. They stand 48 by 48, the first in its document and the others
 * in parts: one is read for a page, one more where something hidden stands before its end.
 * @returns undefined when the kit has no such page
 */
export async function withAssetsOfPage(
  reader: NewsroomReader,
  kit: KitDocument,
  page: number,
  now: Instant,
): Promise<KitDocument | undefined> {
  const positions = positionsOfPage(kit, page, now);
  if (!positions) return undefined;
  const numbers = [...new Set(positions.map(partOf))];
  const parts = await Promise.all(numbers.map((number) => assetsIn(reader, kit, number)));
  const held = new Map(numbers.map((number, i) => [number, parts[i]]));
  if (parts.includes(undefined)) return undefined;
  return {
    ...kit,
    assets: positions.flatMap((position) => held.get(partOf(position))?.[position % ASSETS_PER_PAGE] ?? []),
  };
}

const partOf = (position: number) => Math.floor(position / ASSETS_PER_PAGE) + 1;

async function assetsIn(
  reader: NewsroomReader,
  kit: KitDocument,
  number: number,
): Promise<readonly Asset[] | undefined> {
  if (number === 1) return kit.assets;
  const part = kit.pages && (await reader.item(partKey(kit.path, kit.pages.hash, number)));
  return part && readItem(AssetPage, part).value;
}
