import { seenAt } from "../../../domain/documents/seen.ts";
import type { Instant } from "../../../domain/instant.ts";
import { isVisible } from "../../../domain/visibility.ts";
import type { StoredItem } from "../../../storage/dynamodb/item.ts";
import type { Key } from "../../../storage/dynamodb/key.ts";
import { bodyKind } from "../../../storage/newsroom/body-kind.ts";
import { listPartition } from "../../../storage/newsroom/keys.ts";
import type { HeldItem, Holding } from "../../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../../storage/newsroom/newsroom-writer.ts";
import { bodyHash } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { entryIdOf, keyText } from "./held-items.ts";

/** By name of their key, items that change in nothing that can be seen, with the times that they keep. */
export type UnseenChanges = ReadonlyMap<string, Pick<StoredItem, "writtenAt" | "editedAt">>;

export const NO_UNSEEN_CHANGES: UnseenChanges = new Map();

/**
 * Items in which nothing changes but what lifts later, such as a link to a neighbour under embargo. They keep the
 * instant at which they were written and their place in lists ordered by change: a new `Last-Modified` of an answer that
 * is the same would tell that something is coming.
 */
export async function unseenChanges(
  writer: NewsroomWriter,
  document: ManifestDocument,
  held: Holding | undefined,
  now: Instant,
): Promise<UnseenChanges> {
  if (!held || held.path !== document.path) return NO_UNSEEN_CHANGES;
  const bodies = new Map<string, string>();
  const asked: Key[] = [];
  const compare = (before: HeldItem | undefined, body: string, publishAt: Instant) => {
    if (
      !before ||
      before.hash === bodyHash(body) ||
      before.publishAt !== publishAt ||
      !isVisible(before, now)
    )
      return;
    if (!body.startsWith("{") || bodyKind(body) === "parted") return;
    bodies.set(keyText(before), body);
    asked.push({ pk: before.pk, sk: before.sk });
  };
  const byName = new Map(held.items.map((each) => [keyText(each), each]));
  for (const { key, body, publishAt } of document.items) compare(byName.get(keyText(key)), body, publishAt);
  for (const { language, list, id, body, publishAt } of document.changes) {
    const pk = listPartition(language, list);
    const before = held.items.find((each) => each.pk === pk && entryIdOf(each) === id);
    compare(before, body, publishAt);
  }
  const unseen = new Map<string, Pick<StoredItem, "writtenAt" | "editedAt">>();
  if (asked.length === 0) return unseen;
  for (const { key, body, writtenAt, editedAt } of await writer.read(asked)) {
    const name = keyText(key);
    const fresh = bodies.get(name);
    if (fresh !== undefined && body.startsWith("{") && seenAt(body, now) === seenAt(fresh, now))
      unseen.set(name, { writtenAt, ...(editedAt !== undefined && { editedAt }) });
  }
  return unseen;
}
