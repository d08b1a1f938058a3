import { ListState } from "../../domain/documents/listing.ts";
import { addSeconds, type Instant, latest } from "../../domain/instant.ts";
import { isVisible } from "../../domain/visibility.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import { entryInstant } from "../../storage/newsroom/keys.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import type { Sequence } from "./sequence.ts";

/** What a list must know beyond its entries to say how long its answer holds, and since when. */
export interface Border {
  /** When an entry that is no longer in the list left it. */
  readonly left?: Instant | undefined;
  /** When the next entry comes in. */
  readonly enters?: Instant | undefined;
}

/**
 * Reads the entries at either side of `now`, of which only the instants are used, and when something was removed.
 * An entry that changes again leaves its place in a list ordered by change and becomes the last of it.
 */
export async function readBorder(
  reader: NewsroomReader,
  { language, list, border }: Sequence,
  now: Instant,
): Promise<Border> {
  const first = { from: addSeconds(now, 1), newestFirst: false, limit: 1 };
  const last = { to: now, newestFirst: true, limit: 1 };
  const moves = border === "leave" || list.startsWith("changes:");
  const [state, [ahead], [behind]] = await Promise.all([
    reader.listState(language, list),
    border === "enter" ? reader.list(language, list, first) : [],
    moves ? reader.list(language, list, last) : [],
  ]);
  const removedAt = state && readItem(ListState, state).value.removedAt;
  const moved = behind && isVisible(behind, now) ? entryInstant(behind.key) : undefined;
  return { left: latest([removedAt, moved]), enters: ahead && entryInstant(ahead.key) };
}
