import { createHash } from "node:crypto";
import type { Instant } from "../../domain/instant.ts";
import type { NewsroomItem, StoredItem } from "../dynamodb/item.ts";
import type { Key } from "../dynamodb/key.ts";
import { documentKey, partKey } from "./keys.ts";

/**
 * Large documents. DynamoDB refuses items over 400 KB, so a body over PART_BYTES is cut into parts, and the item
 * at the document's key, its head, only names them:
 *
 *     {path} document             {"kind":"parted","hash":"5f…","count":2}
 *     {path} part#5f…#0001        first bytes of the body
 *     {path} part#5f…#0002        the rest
 *
 * Parts are written before the head, under the hash of what they hold, so a reader sees the old or the new body
 * and never a mixture. The pages of a kit beyond the first are parts in their own right: see KitDocument.pages.
 */
export const PART_BYTES = 300_000;

export const PARTED = '{"kind":"parted",';

export interface PartedDocument {
  readonly head: NewsroomItem;
  readonly parts: readonly NewsroomItem[];
}

/** The items of a document's body: a single one, or a head that names its parts. */
export function documentItems(
  path: string,
  body: string,
  publishAt: Instant,
  until?: Instant,
): PartedDocument {
  const bytes = Buffer.from(body);
  if (bytes.length <= PART_BYTES) return { head: item(documentKey(path), body, publishAt, until), parts: [] };
  const hash = bodyHash(body);
  const slices = sliceText(bytes);
  const parts = slices.map((slice, i) => item(partKey(path, hash, i + 1), slice, publishAt, until));
  const head = `${PARTED}${JSON.stringify({ hash, count: slices.length }).slice(1)}`;
  return { head: item(documentKey(path), head, publishAt, until), parts };
}

/**
 * The item with its whole body: itself, unless it is a head that names parts.
 * @param read reads one item
 * @returns undefined when a part is missing, because a publisher replaced the document meanwhile: read the head anew
 */
export async function readParts(
  read: (key: Key) => Promise<StoredItem | undefined>,
  head: StoredItem,
): Promise<StoredItem | undefined> {
  if (!head.body.startsWith(PARTED)) return head;
  const { hash, count }: { hash: string; count: number } = JSON.parse(head.body);
  const keys = Array.from({ length: count }, (_, i) => partKey(head.key.pk, hash, i + 1));
  const parts = await Promise.all(keys.map(read));
  let body = "";
  for (const part of parts) {
    if (!part) return undefined;
    body += part.body;
  }
  return { ...head, body };
}

/** An item with the hash of its body. */
export function item(key: Key, body: string, publishAt: Instant, until?: Instant): NewsroomItem {
  return { key, body, hash: bodyHash(body), publishAt, ...(until && { until }) };
}

/** SHA-256 of a body, the first 32 hexadecimal digits. */
export function bodyHash(body: string): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 32);
}

/** Cuts UTF-8 between characters, so that every slice is text. */
function sliceText(bytes: Buffer): string[] {
  const slices: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    let end = Math.min(start + PART_BYTES, bytes.length);
    while (end < bytes.length && isContinuation(bytes[end])) end--;
    slices.push(bytes.toString("utf8", start, end));
    start = end;
  }
  return slices;
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;
