import * as v from "valibot";
import { hashOf } from "../../domain/addresses.ts";
import { ALWAYS, Instant } from "../../domain/instant.ts";
import type { NewsroomItem, StoredItem } from "../dynamodb/item.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { FENCE_PARTITION, hiddenKey, redactedKey, TAKEDOWNS_PARTITION } from "./keys.ts";
import type { NewsroomWriter } from "./newsroom-writer.ts";
import { isKeyOf } from "./parse-key.ts";
import { item } from "./parts.ts";
import { readTakedown } from "./takedowns.ts";

/** Something that was hidden: it answers 410 until it is shown again or destroyed. */
export const HiddenRecord = v.object({
  kind: v.literal("hidden"),
  /** UUID of this hiding, which names what is kept of it. */
  id: v.string(),
  at: Instant,
  /** Up to when it can be shown again: its bytes are kept no longer. */
  until: Instant,
  by: v.string(),
  /** What was named, for messages: a path in the content, an address. */
  what: v.string(),
  /** The whole unit, if no single file was hidden. */
  unit: v.optional(v.string()),
  /** SHA-256 of the hidden files: of those in the content, and of everything published that was made of them. */
  hashes: v.array(v.string()),
  /** Object keys that were moved out of the media bucket. */
  objects: v.array(v.string()),
  /** Units whose documents changed; their former documents are kept with the bytes. */
  units: v.array(v.string()),
  /** Since when it is being shown again: from then on it keeps nothing back. */
  shownAgain: v.optional(Instant),
  /** Since when its bytes are destroyed: it can no longer be shown again, and goes on answering 410. */
  destroyed: v.optional(Instant),
});
export type HiddenRecord = v.InferOutput<typeof HiddenRecord>;

/** When words were removed from a unit for safety. */
const RedactedRecord = v.object({ kind: v.literal("redacted"), unit: v.string(), at: v.array(Instant) });

/** What no publication may bring back, from whichever clone or backup it comes. */
export interface Fence {
  readonly hidden: readonly HiddenRecord[];
  /** SHA-256 of the files that are hidden, of content and as published; of a whole unit no single ones. */
  readonly hiddenFiles: ReadonlySet<string>;
  /** Keys of objects that answer 410: of files that were hidden or taken down, and of archives with them in it. */
  readonly gone: ReadonlySet<string>;
  /** SHA-256 of the files that were taken down, of content and as published. */
  readonly takenDown: ReadonlySet<string>;
  /** Units that were taken down as a whole. */
  readonly takenDownUnits: ReadonlySet<string>;
  /** When words were removed from a unit for safety, by unit. */
  readonly redactions: ReadonlyMap<string, readonly Instant[]>;
}

export const NO_FENCE: Fence = {
  hidden: [],
  hiddenFiles: new Set(),
  gone: new Set(),
  takenDown: new Set(),
  takenDownUnits: new Set(),
  redactions: new Map(),
};

/** What the fence asks about: bytes by their key, and of what they were made. */
export interface FencedFile {
  readonly key: string;
  readonly sources?: readonly string[] | undefined;
}

/** Whether a file, or an archive with such a file in it, is hidden or was taken down. */
export function isFenced(fence: Fence, { key, sources = [] }: FencedFile): boolean {
  if (fence.gone.has(key)) return true;
  return [hashOf(`/${key}`), ...sources].some(
    (hash) => fence.hiddenFiles.has(hash) || fence.takenDown.has(hash),
  );
}

/** Ids of the units that are hidden as a whole, read consistently. */
export async function hiddenUnitIds(writer: NewsroomWriter): Promise<Set<string>> {
  return new Set((await readFence(writer)).hidden.flatMap(({ unit }) => unit ?? []));
}

/** Reads the whole fence, consistently. */
export async function readFence(writer: NewsroomWriter): Promise<Fence> {
  const [rows, takedowns] = await Promise.all([
    writer.partition(FENCE_PARTITION),
    writer.partition(TAKEDOWNS_PARTITION),
  ]);
  const hidden = rows
    .filter(({ key }) => isKeyOf(key, "hidden"))
    .map(readHidden)
    .filter(({ shownAgain }) => shownAgain === undefined);
  const taken = takedowns.map(readTakedown);
  const redacted = rows.filter(({ key }) => isKeyOf(key, "redacted"));
  return {
    hidden,
    hiddenFiles: new Set(hidden.flatMap(({ unit, hashes }) => (unit === undefined ? hashes : []))),
    gone: new Set([
      ...hidden.flatMap(({ objects }) => objects),
      ...taken.flatMap(({ removed }) => removed.filter((key) => /\/[0-9a-f]{64}\//.test(key))),
    ]),
    takenDown: new Set(
      taken.flatMap(({ removed, hashes = [] }) => [
        ...removed
          .filter((key) => /\/[0-9a-f]{64}\//.test(key) && !key.endsWith(".zip"))
          .map((key) => hashOf(`/${key}`)),
        ...hashes,
      ]),
    ),
    takenDownUnits: new Set(taken.flatMap(({ unit }) => unit ?? [])),
    redactions: new Map(redacted.map(redactionsIn)),
  };
}

/** What is kept of one hiding; undefined where there is none of that id. */
export async function hiddenRecord(writer: NewsroomWriter, id: string): Promise<HiddenRecord | undefined> {
  const [row] = await writer.read([hiddenKey(id)]);
  return row && readHidden(row);
}

/** All hidings, also those that are being shown again. */
export async function hiddenRecords(writer: NewsroomWriter): Promise<HiddenRecord[]> {
  const rows = await writer.partition(FENCE_PARTITION);
  return rows.filter(({ key }) => isKeyOf(key, "hidden")).map(readHidden);
}

export function readHidden({ key, body }: StoredItem): HiddenRecord {
  return storedValue(HiddenRecord, body, key);
}

export function hiddenItem(record: HiddenRecord): NewsroomItem {
  return item(hiddenKey(record.id), JSON.stringify(record), ALWAYS);
}

/** @param at all redactions of the unit, oldest first */
export function redactedItem(unit: string, at: readonly Instant[]): NewsroomItem {
  return item(redactedKey(unit), JSON.stringify({ kind: "redacted", unit, at }), ALWAYS);
}

function redactionsIn({ key, body }: StoredItem): [unit: string, at: readonly Instant[]] {
  const { unit, at } = storedValue(RedactedRecord, body, key);
  return [unit, at];
}
