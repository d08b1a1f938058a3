import type { Detail } from "../../domain/detail.ts";
import type { Clock } from "../../domain/instant.ts";
import type { MediaPurge } from "../../storage/buckets/media-purge.ts";
import type { StoredItem } from "../../storage/dynamodb/item.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import { isAtPath } from "../../storage/newsroom/parse-key.ts";
import type { PublishLease } from "../../storage/newsroom/publish-lease.ts";
import { writeTimesOf } from "../publish/stamps.ts";
import { FormerAddresses } from "./former-addresses.ts";
import { type ReportedFile, redactMedia } from "./redact-media.ts";
import { readingsIn, redactedPast } from "./redact-past.ts";
import { redactedRecord } from "./redact-records.ts";
import type { FileSearch } from "./search/search-file.ts";
import { PartedBodies, ShownMedia } from "./shown.ts";
import { standsIn, wordsStandIn } from "./stored-words.ts";

/** What redacting is given: all that a newsroom stores. */
export interface StoredNewsroom {
  /** Every item of the table. */
  items(): AsyncIterable<StoredItem>;
  readonly writer: NewsroomWriter;
  readonly media: MediaPurge;
  readonly search: Pick<FileSearch, "stream">;
  readonly lease: PublishLease;
  readonly clock: Clock;
}

/** What it came to. */
export interface Redaction {
  /** Items of former versions, of changes and about former addresses that were rewritten or removed. */
  readonly items: number;
  /** Former addresses that held the words: they answer 404 now, as if nothing had ever stood there. */
  readonly addresses: readonly string[];
  /** Objects of the media bucket that were removed in every version. */
  readonly objects: readonly string[];
  /** Where the words still stand, in present content or in an address itself: addresses, and keys of items. */
  readonly left: readonly string[];
  /** Files that hold the words and that a document shows. */
  readonly files: readonly ReportedFile[];
  /** Files of which nobody knows whether they hold the words: somebody has to look, or to listen. */
  readonly unknown: readonly ReportedFile[];
}

/**
 * Takes the words out of everything that is kept beside the present content: the past, and files that no document shows
 * any more. Then searches everything once more. Run after the content without the words was published; run again, it
 * goes on.
 *
 * @throws Refusal `publish-lease-held` while somebody publishes
 */
export async function redactStored(
  newsroom: StoredNewsroom,
  detail: Detail,
  replacement: string,
): Promise<Redaction> {
  const { items, writer, media, search } = newsroom;
  const { shown, former, changed } = await redactPastItems(newsroom, detail, replacement);
  const files = await redactMedia(media, detail, shown, search);
  // no lease for these: nobody writes anything about a file that is gone
  const rows = former.ofFiles(new Set(files.left.map(({ path }) => path)));
  for (const step of rows) await writer.transact([step]);
  return {
    items: changed + rows.length,
    addresses: former.addresses(),
    objects: files.removed,
    left: await whereInItems(items, detail),
    files: files.left,
    unknown: files.unknown,
  };
}

/** What the table told of the past while the words were taken out of it. */
export interface RedactedPast {
  readonly shown: ShownMedia;
  readonly former: FormerAddresses;
  /** Items that were rewritten or removed. */
  readonly changed: number;
}

/**
 * Takes the words out of former versions, what is told of changes, former addresses, records of emergencies, and parts
 * that a killed publication left.
 *
 * @throws Refusal `publish-lease-held` while somebody publishes
 */
export async function redactPastItems(
  { items, writer, lease, clock }: Pick<StoredNewsroom, "items" | "writer" | "lease" | "clock">,
  detail: Detail,
  replacement: string,
): Promise<RedactedPast> {
  const held = await lease.take();
  const stamps = writeTimesOf(clock, held.lastWrite);
  const parted = new PartedBodies();
  const shown = new ShownMedia();
  const former = new FormerAddresses(detail);
  let changed = 0;
  const write = async (operation: Operation) => {
    await writer.transact([held.guard(0), operation]);
    changed++;
  };
  try {
    for await (const item of items()) {
      former.note(item);
      if (parted.add(item)) continue;
      shown.note(item);
      const operation = redactedPast(item, detail, replacement, stamps.next);
      if (operation) await write(operation);
      for (const step of redactedRecord(item, detail, replacement)) await write(step);
    }
    for (const step of former.steps()) await write(step);
    await removeUnnamed(parted, shown, write);
    return { shown, former, changed };
  } finally {
    held.wrote(stamps.last());
    await held.release().catch(() => {}); // it ends by itself, and what was thrown before matters more
  }
}

/** Parts that no document names go; what is named by parts that are, stays. */
async function removeUnnamed(
  parted: PartedBodies,
  shown: ShownMedia,
  write: (operation: Operation) => Promise<void>,
): Promise<void> {
  const bodies = [...parted.all()];
  for (const { path, hash, body } of bodies)
    if (shown.names(path, hash)) shown.note({ key: { pk: path, sk: "document" }, body });
  for (const { path, hash, parts } of bodies)
    if (!shown.names(path, hash)) for (const { key } of parts) await write({ remove: key });
}

/** Addresses of the items in which the words stand, of differences as they read; sorted. */
export async function whereInItems(items: StoredNewsroom["items"], detail: Detail): Promise<string[]> {
  const found: string[] = [];
  const parted = new PartedBodies();
  for await (const item of items()) {
    if (parted.add(item)) continue;
    if (standsIn(item, detail) || readingsIn(item).some(detail.isIn)) found.push(addressOf(item.key, detail));
  }
  for (const { path, body, parts } of parted.all()) {
    const isCut = parts.some((part) => wordsStandIn(part.body, detail));
    if (detail.isIn(path)) found.push(...parts.map(({ key }) => addressOf(key, detail)));
    else if (isCut || wordsStandIn(body, detail)) found.push(path);
  }
  return [...new Set(found)].sort();
}

/** The address of a document; the whole key of what has none, or must be deleted since its very key holds the words. */
function addressOf({ pk, sk }: StoredItem["key"], detail: Detail): string {
  return isAtPath({ pk, sk }) && !detail.isIn(`${pk} ${sk}`) ? pk : `${pk} ${sk}`;
}
