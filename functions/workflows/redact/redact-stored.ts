import type { Detail } from "../../domain/detail.ts";
import type { Clock } from "../../domain/instant.ts";
import type { StoredItem } from "../../storage/item.ts";
import type { MediaPurge } from "../../storage/media-purge.ts";
import type { NewsroomWriter } from "../../storage/newsroom-writer.ts";
import type { PublishLease } from "../../storage/publish-lease.ts";
import type { Operation } from "../../storage/transaction.ts";
import { stampsOf } from "../publish/stamps.ts";
import { redactMedia } from "./redact-media.ts";
import { changesIn, readings, redactedPast } from "./redact-past.ts";
import { PartedBodies, Shown } from "./shown.ts";
import { standsIn, wordsStandIn } from "./stored-words.ts";

/** What redacting is given: all that a newsroom stores. */
export interface StoredNewsroom {
  /** Every item of the table. */
  items(): AsyncIterable<StoredItem>;
  readonly writer: NewsroomWriter;
  readonly media: MediaPurge;
  readonly lease: PublishLease;
  readonly clock: Clock;
}

/** What it came to. */
export interface Redaction {
  /** Items of former versions and of changes that were rewritten, and of parts that nothing names any more. */
  readonly items: number;
  /** Objects of the media bucket that were removed in every version. */
  readonly objects: readonly string[];
  /** Where the words still stand, in present content or in an address itself: addresses, keys of items and of media. */
  readonly left: readonly string[];
  /** Files too large to be searched. */
  readonly unsearched: readonly string[];
}

/**
 * Takes the words out of everything that is kept beside the present content: former versions, what is told of changes,
 * parts that a killed publication left, files that no document shows any more. Then searches everything once more. Run
 * after the content without the words was published; run again, it goes on.
 *
 * @throws Refusal `publish-lease-held` while somebody publishes
 */
export async function redactStored(
  { items, writer, media, lease, clock }: StoredNewsroom,
  detail: Detail,
  replacement: string,
): Promise<Redaction> {
  const held = await lease.take();
  const stamps = stampsOf(clock, held.lastWrite);
  const parted = new PartedBodies();
  const shown = new Shown();
  let changed = 0;
  try {
    const write = async (operation: Operation) => {
      await writer.transact([held.guard(0), operation]);
      changed++;
    };
    for await (const item of items()) {
      if (parted.add(item)) continue;
      shown.note(item);
      const operation = redactedPast(item, detail, replacement, stamps.next);
      if (operation) await write(operation);
    }
    await removeUnnamed(parted, shown, write);
  } finally {
    held.wrote(stamps.last());
    await held.release().catch(() => {}); // it ends by itself, and what was thrown before matters more
  }
  const files = await redactMedia(media, detail, shown);
  const left = new Set([...(await whereIn(items, detail)), ...files.left]);
  return {
    items: changed,
    objects: files.removed,
    left: [...left].sort(),
    unsearched: files.unsearched,
  };
}

/** Parts that no document names go; what is named by parts that are, stays. */
async function removeUnnamed(
  parted: PartedBodies,
  shown: Shown,
  write: (operation: Operation) => Promise<void>,
): Promise<void> {
  const bodies = [...parted.all()];
  for (const { path, hash, body } of bodies)
    if (shown.names(path, hash)) shown.note({ key: { pk: path, sk: "document" }, body });
  for (const { path, hash, parts } of bodies)
    if (!shown.names(path, hash)) for (const { key } of parts) await write({ remove: key });
}

/** Addresses of the items in which the words stand, of differences as they read. */
async function whereIn(items: StoredNewsroom["items"], detail: Detail): Promise<string[]> {
  const found: string[] = [];
  const parted = new PartedBodies();
  for await (const item of items()) {
    if (parted.add(item)) continue;
    const told = changesIn(item)?.changes.flatMap(({ paragraphs }) => paragraphs.flatMap(readings)) ?? [];
    if (standsIn(item, detail) || told.some(detail.isIn)) found.push(addressOf(item.key, detail));
  }
  for (const { path, body, parts } of parted.all()) {
    const isCut = parts.some((part) => wordsStandIn(part.body, detail));
    if (detail.isIn(path)) found.push(...parts.map(({ key }) => addressOf(key, detail)));
    else if (isCut || wordsStandIn(body, detail)) found.push(path);
  }
  return found;
}

/** The address of a document; the whole key of what has none, or must be deleted since its very key holds the words. */
function addressOf({ pk, sk }: StoredItem["key"], detail: Detail): string {
  return pk.startsWith("/") && !detail.isIn(`${pk} ${sk}`) ? pk : `${pk} ${sk}`;
}
