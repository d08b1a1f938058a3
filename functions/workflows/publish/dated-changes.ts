import { type Instant, latest } from "../../domain/instant.ts";
import type { NewsroomItem } from "../../storage/item.ts";
import { entryKey, type Key, listPartition } from "../../storage/keys.ts";
import type { HeldItem } from "../../storage/ledger.ts";
import { item } from "../../storage/parts.ts";
import type { ManifestDocument } from "../manifest.ts";
import { entryId, nameOf } from "./held-items.ts";
import type { UnseenChanges } from "./unseen-changes.ts";

/** Whether a key is that of an entry in a list that is ordered by change. */
export const isChange = ({ pk }: Key) => pk.includes("#changes:");

/**
 * Entries of lists that are ordered by change. An entry moves to the instant of writing when anything of its
 * document changed, that of a figure or a statement only when it changed itself; before a lift it stays at the lift.
 */
export function datedChanges(
  { changes }: ManifestDocument,
  held: readonly HeldItem[],
  changed: boolean,
  stamp: Instant,
  unseen: UnseenChanges,
): NewsroomItem[] {
  return changes.map(({ language, list, id, publishAt, body }) => {
    const pk = listPartition(language, list);
    const before = held.find((each) => each.pk === pk && entryId(each) === id);
    const fresh = item(entryKey(language, list, latest([publishAt, stamp]) ?? stamp, id), body, publishAt);
    const itself = list === "changes:figures" || list === "changes:statements";
    const same = before && (before.hash === fresh.hash || unseen.has(nameOf(before)));
    const stays = same && before.publishAt === publishAt && (itself || !changed);
    return before && stays ? { ...fresh, key: { pk, sk: before.sk } } : fresh;
  });
}
