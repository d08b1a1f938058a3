import * as v from "valibot";
import { ALWAYS, Instant } from "../../domain/instant.ts";
import type { NewsroomItem, StoredItem } from "../dynamodb/item.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { takedownKey } from "./keys.ts";
import { item } from "./parts.ts";

/** What the press office keeps of a takedown: no address shows it. */
export const TakedownRecord = v.object({
  kind: v.literal("takedown-record"),
  at: Instant,
  /** Who ordered it, as they said. */
  by: v.string(),
  /** Why, as they said. */
  reason: v.string(),
  /** Slug of the kit, and id of the asset in it; of any other file its folder and its name, of a unit its folder alone. */
  kit: v.string(),
  asset: v.string(),
  /** The unit that was taken down as a whole. */
  unit: v.optional(v.string()),
  /** SHA-256 of the files in the content, of which others may be published; 0.1 did not keep them. */
  hashes: v.optional(v.array(v.string())),
  /** Object keys of which every version was removed. */
  removed: v.array(v.string()),
});
export type TakedownRecord = v.InferOutput<typeof TakedownRecord>;

export function takedownItem(record: TakedownRecord): NewsroomItem {
  return item(takedownKey(record.at, record.kit, record.asset), JSON.stringify(record), ALWAYS);
}

export function readTakedown({ key, body }: Pick<StoredItem, "key" | "body">): TakedownRecord {
  return storedValue(TakedownRecord, body, key);
}
