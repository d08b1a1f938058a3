import type { Detail } from "../../domain/detail.ts";
import { ChangesDocument, type TextChange } from "../../domain/documents/changes.ts";
import { readings, withoutParagraphs } from "../../domain/documents/told-paragraphs.ts";
import { Version } from "../../domain/documents/version.ts";
import type { Instant } from "../../domain/instant.ts";
import type { StoredItem } from "../../storage/dynamodb/item.ts";
import { storedValue } from "../../storage/dynamodb/stored-value.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import { isKeyOf } from "../../storage/newsroom/parse-key.ts";
import { bodyHash } from "../../storage/newsroom/parts.ts";
import { IN_ADDRESSES } from "./names.ts";
import { standsIn } from "./stored-words.ts";

type Item = Pick<StoredItem, "key" | "body">;

function changesIn({ key, body }: Item): ChangesDocument | undefined {
  if (!isKeyOf(key, "changes")) return undefined;
  return storedValue(ChangesDocument, body, key);
}

/** Every paragraph of the differences in an item as it reads; none of an item that tells no changes. */
export function readingsIn(item: Item): string[] {
  const told = changesIn(item)?.changes ?? [];
  return told.flatMap(({ paragraphs }) => paragraphs.flatMap(readings));
}

/**
 * What becomes of an item of the past. Differences are decided on as they are read, not as they are stored: a name may
 * begin in one run and end in the next.
 *
 * @param stamp of what is written anew
 * @returns undefined for present content, and for what does not hold the words
 */
export function redactedPast(
  item: StoredItem,
  detail: Detail,
  replacement: string,
  stamp: () => Instant,
): Operation | undefined {
  const { key, body } = item;
  const without = (text: string) => detail.removedFrom(text, replacement);
  if (isKeyOf(key, "notice")) return standsIn(item, detail) ? { remove: key } : undefined; // whoever redacts makes caches forget everything
  if (isKeyOf(key, "availability")) return standsIn(item, detail) ? { remove: key } : undefined; // housekeeping writes it anew, with the places as they are named now
  if (isKeyOf(key, "version")) {
    const version = storedValue(Version, body, key);
    const path = detail.removedFrom(version.path, IN_ADDRESSES);
    const redacted = { ...version, path, title: without(version.title), text: without(version.text) };
    return rewritten(item, version, redacted, () => item.writtenAt);
  }
  const document = changesIn(item);
  if (!document) return undefined;
  const changes = document.changes.flatMap((change) => withoutDetail(change, detail, without));
  return rewritten(item, document, { ...document, path: key.pk, changes }, stamp);
}

function rewritten<Value extends Version | ChangesDocument>(
  item: StoredItem,
  before: Value,
  after: Value,
  stamp: () => Instant,
): Operation | undefined {
  const body = JSON.stringify(after);
  if (body === JSON.stringify(before)) return undefined;
  return { put: { ...item, body, hash: bodyHash(body), writtenAt: stamp() } };
}

function withoutDetail(change: TextChange, detail: Detail, without: (text: string) => string): TextChange[] {
  return withoutParagraphs(change, detail.isIn).map((each) => ({
    ...each,
    ...(each.note !== undefined && { note: without(each.note) }),
  }));
}
