import { ListState } from "../../domain/documents/listing.ts";
import { addSeconds, type Instant, latest } from "../../domain/instant.ts";
import { isVisible } from "../../domain/visibility.ts";
import type { NewsroomReader } from "../../storage/newsroom-reader.ts";
import { readItem } from "../../storage/read-item.ts";
import type { Sequence } from "./sequence.ts";

/** What a list must know beyond its entries to say how long its answer holds, and since when. */
export interface Border {
  /** When an entry that is no longer in the list left it. */
  readonly left?: Instant | undefined;
  /** When the next entry comes in. */
  readonly enters?: Instant | undefined;
}

/** Reads the entry at either side of `now`, of which only the instant is used, and when something was removed. */
export async function readBorder(
  reader: NewsroomReader,
  { language, list, border }: Sequence,
  now: Instant,
): Promise<Border> {
  const ahead = { from: addSeconds(now, 1), newestFirst: false, limit: 1 };
  const behind = { to: now, newestFirst: true, limit: 1 };
  const [state, neighbours] = await Promise.all([
    list.startsWith("changes:") ? undefined : reader.listState(language, list),
    border === "none" ? [] : reader.list(language, list, border === "enter" ? ahead : behind),
  ]);
  const removedAt = state && readItem(ListState, state).value.removedAt;
  const [neighbour] = neighbours;
  const at = neighbour?.key.sk.split("#", 1)[0];
  if (border === "enter") return { left: removedAt, enters: at };
  const ended = neighbour && isVisible(neighbour, now) ? at : undefined;
  return { left: latest([removedAt, ended]) };
}
