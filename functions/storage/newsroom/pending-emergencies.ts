import * as v from "valibot";
import { ALWAYS, Instant } from "../../domain/instant.ts";
import { LocalisedText } from "../../domain/language.ts";
import { RETIRE_VERBS } from "../../domain/retire-verbs.ts";
import type { NewsroomItem, StoredItem } from "../dynamodb/item.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { PENDING_PARTITION, pendingKey } from "./keys.ts";
import type { NewsroomWriter } from "./newsroom-writer.ts";
import { item } from "./parts.ts";

/** What an emergency command is to do: enough for any machine to do it, or to go on with it. */
export const EmergencyOrder = v.variant("verb", [
  v.object({
    verb: v.picklist(RETIRE_VERBS),
    unit: v.string(),
    folder: v.string(),
    at: Instant,
    note: v.optional(v.partial(LocalisedText)),
    /** Unit to which its readers are sent. */
    to: v.optional(v.string()),
  }),
  v.object({
    verb: v.literal("hide"),
    /** UUID of this hiding. */
    id: v.string(),
    what: v.string(),
    at: Instant,
    /** Up to when it can be shown again. */
    until: Instant,
    by: v.string(),
    /** The whole unit; without it, the files of these hashes wherever they are. */
    unit: v.optional(v.string()),
    hashes: v.array(v.string()),
  }),
  v.object({ verb: v.literal("unhide"), id: v.string(), what: v.string() }),
  v.object({
    verb: v.literal("takedown"),
    what: v.string(),
    at: Instant,
    by: v.string(),
    reason: v.string(),
    /** As the record names it: slug of a kit and id of an asset, or folder and name of a file, or a folder alone. */
    kit: v.string(),
    asset: v.string(),
    unit: v.optional(v.string()),
    hashes: v.array(v.string()),
  }),
  /** The words are never stored: whoever goes on with it is asked for them again. Without units and folders, it is about all. */
  v.object({
    verb: v.literal("redact"),
    /** By id, since a folder gets another name when that holds the words. */
    units: v.optional(v.array(v.string())),
    /** Folders whose id nobody could read; former versions named every one so. */
    folders: v.array(v.string()),
  }),
]);
export type EmergencyOrder = v.InferOutput<typeof EmergencyOrder>;
export type EmergencyVerb = EmergencyOrder["verb"];

/** An emergency that began and has not ended: noted before anything is done, removed when all is done. */
export const PendingEmergency = v.object({
  kind: v.literal("pending-emergency"),
  id: v.string(),
  at: Instant,
  by: v.string(),
  order: EmergencyOrder,
});
export type PendingEmergency = v.InferOutput<typeof PendingEmergency>;

export function pendingItem(pending: PendingEmergency): NewsroomItem {
  return item(pendingKey(pending.at, pending.id), JSON.stringify(pending), ALWAYS);
}

/** All that has not ended, oldest first, read consistently. */
export async function pendingEmergencies(writer: NewsroomWriter): Promise<PendingEmergency[]> {
  return (await writer.partition(PENDING_PARTITION)).map(readPending);
}

/** What a redaction is about: units and folders; undefined stands for everything. */
export function redactedPlaces({
  units = [],
  folders,
}: Extract<EmergencyOrder, { verb: "redact" }>): readonly string[] | undefined {
  return units.length + folders.length > 0 ? [...units, ...folders] : undefined;
}

export function readPending({ key, body }: StoredItem): PendingEmergency {
  return storedValue(PendingEmergency, body, key);
}
