import { downloadPath, hashOf } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/instant.ts";
import { documentKey, mediaPartition } from "../../storage/keys.ts";
import { readMediaFile } from "../../storage/media-files.ts";
import type { MediaPurge } from "../../storage/media-purge.ts";
import type { NewsroomWriter } from "../../storage/newsroom-writer.ts";
import { documentItems } from "../../storage/parts.ts";

/** An asset of a kit that is to be taken down. */
export interface EndangeringAsset {
  /** Unit of the kit: `kit/{uuid}`. */
  readonly unit: string;
  /** Slug of the kit. */
  readonly kit: string;
  readonly id: string;
  /** Names under which it is downloaded. */
  readonly files: readonly string[];
}

export interface NewsroomStores {
  readonly writer: NewsroomWriter;
  readonly media: MediaPurge;
}

/** Object keys of everything that was ever uploaded of an asset: each rendition, each archive with it in it. */
export async function filesOfAsset(
  writer: NewsroomWriter,
  { unit, id }: Pick<EndangeringAsset, "unit" | "id">,
): Promise<string[]> {
  const files = (await writer.partition(mediaPartition(unit))).map(readMediaFile);
  return files.filter(({ assets }) => assets.includes(id)).map(({ key }) => key);
}

/**
 * Removes every version of every file of an asset, and lets its downloads answer 410, before anything else is done:
 * pages and archives are made anew by the publication that follows, which takes longer.
 *
 * @returns the object keys that were removed, and the addresses that caches must forget
 */
export async function removeAsset(
  { writer, media }: NewsroomStores,
  asset: EndangeringAsset,
  now: Instant,
): Promise<{ removed: string[]; addresses: string[] }> {
  const removed = await filesOfAsset(writer, asset);
  for (const key of removed) await media.remove(key);
  const paths = asset.files.map((file) => downloadPath(asset.kit, file));
  const standing = await writer.read(paths.map(documentKey));
  const gone = standing.map(({ key: { pk: path }, publishAt, unit }) => ({
    ...documentItems(path, JSON.stringify({ kind: "gone", path, publishAt }), publishAt).head,
    writtenAt: now,
    ...(unit !== undefined && { unit }),
  }));
  await writer.putAll(gone);
  return { removed, addresses: [...removed.map((key) => `/${key}`), ...paths] };
}

/**
 * What of the removed files is in the bucket all the same, in any version: another run may have uploaded it meanwhile.
 * The hash alone decides, under whatever window or name it stands.
 */
export async function remainsOfAsset(media: MediaPurge, removed: readonly string[]): Promise<string[]> {
  const hashes = new Set(removed.map((key) => hashOf(`/${key}`)));
  const remains = new Set<string>();
  for await (const { key } of media.objects())
    if (/\/[0-9a-f]{64}\//.test(key) && hashes.has(hashOf(key))) remains.add(key);
  return [...remains];
}
