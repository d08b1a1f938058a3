import type { Notice } from "../../domain/documents/notice.ts";
import { ALWAYS, type Instant, NEVER } from "../../domain/instant.ts";
import type { NewsroomItem } from "../../storage/item.ts";
import { noticeKey, turningKey } from "../../storage/keys.ts";
import { item } from "../../storage/parts.ts";
import type { ManifestDocument } from "../manifest.ts";
import { addressesOfDocument, addressesOfPartition } from "./changed-addresses.ts";

/** A notice for each instant at which something of the document begins or ends by the clock alone. */
export function turningItems(unit: string, document: ManifestDocument): NewsroomItem[] {
  if (!document.path.startsWith("/")) return []; // a unit's entries in sitemaps turn with its documents
  const turning = new Map<Instant, Set<string>>();
  for (const { key, publishAt, until } of document.items)
    for (const at of [publishAt, until]) {
      if (at === undefined || at === ALWAYS || at === NEVER) continue;
      const addresses = turning.get(at) ?? new Set<string>();
      turning.set(at, addresses);
      const own = key.pk === document.path;
      for (const address of own ? addressesOfDocument(document) : addressesOfPartition(key.pk))
        addresses.add(address);
    }
  return [...turning].map(([at, addresses]) =>
    item(turningKey(at, unit, document.path), bodyOf(document.path, addresses), ALWAYS),
  );
}

/** What publishing a document at `stamp` changed, for those who tell others of it. */
export function noticeItem(
  unit: string,
  { path, addresses }: { readonly path: string; readonly addresses: readonly string[] },
  stamp: Instant,
): NewsroomItem {
  return item(noticeKey(stamp, unit, path), bodyOf(path, addresses), ALWAYS);
}

function bodyOf(path: string, addresses: Iterable<string>): string {
  const notice: Notice = { kind: "notice", path, addresses: [...addresses].sort() };
  return JSON.stringify(notice);
}
