import { type Instant, latestOf } from "../../../domain/instant.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import type { Key } from "../../../storage/dynamodb/key.ts";
import { entryKey, listPartition } from "../../../storage/newsroom/keys.ts";
import type { HeldItem } from "../../../storage/newsroom/ledger.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { entryIdOf, keyText } from "./held-items.ts";
import type { UnseenChanges } from "./unseen-changes.ts";

/** Whether a key is that of an entry in a list that is ordered by change. */
export const isChange = ({ pk }: Key) => pk.includes("#changes:");

/** How a document differs from what is held of it. */
export interface DatedBy {
  /** Whether anything of it that readers can see was edited. */
  readonly edited: boolean;
  /** Whether only the compiler makes it differ. */
  readonly rendered: boolean;
  readonly stamp: Instant;
  readonly unseen: UnseenChanges;
}

/**
 * Entries of lists that are ordered by change. An entry moves to the instant of writing when anything of its
 * document was edited, that of a figure or a statement only when it was itself; before a lift it stays at the lift, and
 * what is only rendered anew stays where it is.
 */
export function datedChanges(
  { changes }: ManifestDocument,
  held: readonly HeldItem[],
  { edited, rendered, stamp, unseen }: DatedBy,
): NewsroomItem[] {
  return changes.map(({ language, list, id, publishAt, body }) => {
    const pk = listPartition(language, list);
    const before = held.find((each) => each.pk === pk && entryIdOf(each) === id);
    const at = rendered ? publishAt : latestOf(publishAt, stamp);
    const fresh = item(entryKey(language, list, at, id), body, publishAt);
    const itself = list === "changes:figures" || list === "changes:statements";
    const same = before && (rendered || before.hash === fresh.hash || unseen.has(keyText(before)));
    const stays = same && before.publishAt === publishAt && (itself || !edited);
    return before && stays ? { ...fresh, key: { pk, sk: before.sk } } : fresh;
  });
}
