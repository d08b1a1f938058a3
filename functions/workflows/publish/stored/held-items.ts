import type { Instant } from "../../../domain/instant.ts";
import { isVisible } from "../../../domain/visibility.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import type { Key } from "../../../storage/dynamodb/key.ts";
import { REGISTRATION_EVENTS_PARTITION } from "../../../storage/newsroom/keys.ts";
import type { HeldItem } from "../../../storage/newsroom/ledger.ts";
import { isHeadKey, isKeyOf, parseNewsroomKey, parsePartition } from "../../../storage/newsroom/parse-key.ts";

/** What differs between the items that a document holds and those that it shall hold. */
export interface Difference {
  readonly puts: readonly NewsroomItem[];
  readonly removes: readonly Key[];
}

/** Items are told apart by their key, and equal when body and window in time are. */
export function differenceOf(before: readonly HeldItem[], after: readonly NewsroomItem[]): Difference {
  const held = new Map(before.map((item) => [keyText(item), item]));
  const puts = after.filter((item) => !isSame(held.get(keyText(item.key)), item));
  const kept = new Set(after.map((item) => keyText(item.key)));
  return {
    puts,
    removes: before.filter((item) => !kept.has(keyText(item))).map(({ pk, sk }) => ({ pk, sk })),
  };
}

export function toHeldItem({ key, hash, publishAt, until }: NewsroomItem): HeldItem {
  return { ...key, hash, publishAt, ...(until !== undefined && { until }) };
}

/** Path under which the ledger keeps a unit's entries in sitemaps. */
export const SITEMAP_HOLDING = "sitemap";

/** The one string that stands for a key. */
export const keyText = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Whether the key is that of an entry in a list or in a sitemap, and not of something at an address. */
export const isEntry = ({ pk }: Key): boolean => parsePartition(pk) !== undefined;

/** Whether a key is that of what is told of changes in a document, beside it. */
export const isChangesItem = (key: Key): boolean => isKeyOf(key, "changes");

/** Whether a key is that of an event as registration sees it. */
export const isRegistrationEvent = ({ pk }: Key): boolean => pk === REGISTRATION_EVENTS_PARTITION;

/** Id of an entry of a list or a sitemap; nothing for any other key. */
export function entryIdOf(key: Key): string | undefined {
  const entry = parseNewsroomKey(key);
  return entry?.kind === "entry" || entry?.kind === "sitemap-entry" ? entry.id : undefined;
}

/** The head of a document: what stands at its address. */
export function documentItem(items: readonly HeldItem[]): HeldItem | undefined {
  return items.find((item) => isHeadKey(item));
}

/** Partitions from which an entry that may be shown at `now` goes away, whatever key it had there. */
export function partitionsWithRemovals(
  before: readonly HeldItem[],
  after: readonly NewsroomItem[],
  now: Instant,
): string[] {
  const staying = new Set(
    after.filter((item) => isVisible(item, now)).map((item) => `${item.key.pk} ${entryIdOf(item.key)}`),
  );
  const leaving = before.filter(
    (item) => isEntry(item) && isVisible(item, now) && !staying.has(`${item.pk} ${entryIdOf(item)}`),
  );
  return [...new Set(leaving.map((item) => item.pk))];
}

function isSame(held: HeldItem | undefined, item: NewsroomItem): boolean {
  return (
    held !== undefined &&
    held.hash === item.hash &&
    held.publishAt === item.publishAt &&
    held.until === item.until
  );
}
