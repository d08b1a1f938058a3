import * as v from "valibot";
import { ALWAYS, Instant } from "../../domain/instant.ts";
import type { NewsroomItem, StoredItem } from "../dynamodb/item.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { mediaFileKey } from "./keys.ts";
import { item } from "./parts.ts";

/**
 * What the media bucket holds of a unit. It is written before the object is, and goes after the object went, so whatever
 * was ever uploaded can be found and removed, also when nothing shows it any more.
 */
export const MediaFile = v.object({
  kind: v.literal("media-file"),
  /** Object key: the public path without its leading slash. */
  key: v.string(),
  /** Ids of the assets of a kit that it shows or holds; none of what belongs to the unit as a whole. */
  assets: v.array(v.string()),
  /** SHA-256 of the content files of which it was made, where they are others; of an archive, of all in it. 0.1 kept none. */
  sources: v.optional(v.array(v.string())),
  /** The file of the content that it was made of, within the folder of its unit, where its own name is another. */
  madeOf: v.optional(v.string()),
  /** Set for what is downloaded and shows nobody: when another file replaces it, it may stay for a while. */
  mayStay: v.optional(v.literal(true)),
  /** Since when nothing leads to it any more. */
  supersededAt: v.optional(Instant),
});
export type MediaFile = v.InferOutput<typeof MediaFile>;

export function mediaFileItem(unit: string, file: MediaFile): NewsroomItem {
  return item(mediaFileKey(unit, file.key), JSON.stringify(file), ALWAYS);
}

export function readMediaFile({ key, body }: Pick<StoredItem, "key" | "body">): MediaFile {
  return storedValue(MediaFile, body, key);
}
