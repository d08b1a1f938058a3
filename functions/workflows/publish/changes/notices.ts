import type { Notice } from "../../../domain/documents/notice.ts";
import { ALWAYS, addSeconds, type Instant, latestOf, NEVER } from "../../../domain/instant.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { noticeKey, scheduledChangeKey } from "../../../storage/newsroom/keys.ts";
import { parseNewsroomKey } from "../../../storage/newsroom/parse-key.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { addressesOfDocument, addressesOfPartition } from "./changed-addresses.ts";

/** A notice for each instant at which something of the document begins or ends by the clock alone. */
export function scheduledChangeItems(unit: string, document: ManifestDocument): NewsroomItem[] {
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
    item(scheduledChangeKey(at, unit, document.path), bodyOf(document.path, addresses), ALWAYS),
  );
}

/**
 * What publishing a document at `stamp` changed, for those who tell others of it.
 * @param quiet whether caches alone are to be told
 */
export function noticeItem(
  unit: string,
  { path, addresses }: { readonly path: string; readonly addresses: readonly string[] },
  stamp: Instant,
  { quiet = false }: { quiet?: boolean } = {},
): NewsroomItem {
  return item(noticeKey(stamp, unit, path), bodyOf(path, addresses, quiet), ALWAYS);
}

/** As long as a publication may take from its stamp to its commit, in seconds. */
const COMMIT_SECONDS = 600;

/**
 * Notices of what lifts soon after `now`: whoever announces may have passed that instant by the time this is
 * committed, and looks at scheduled changes only once.
 */
export function soonDue(puts: readonly NewsroomItem[], now: Instant, stamp: Instant): NewsroomItem[] {
  const until = addSeconds(stamp, COMMIT_SECONDS);
  return puts.flatMap(({ key, body }) => {
    const change = parseNewsroomKey(key);
    if (change?.kind !== "scheduled-change" || change.at <= now || change.at > until) return [];
    const due = latestOf(change.at, stamp);
    return [item(noticeKey(due, change.unit, `${change.path}#lift`), body, ALWAYS)];
  });
}

function bodyOf(path: string, addresses: Iterable<string>, quiet = false): string {
  const notice: Notice = { kind: "notice", path, addresses: [...addresses].sort(), ...(quiet && { quiet }) };
  return JSON.stringify(notice);
}
