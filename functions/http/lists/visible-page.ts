import type { GenericSchema, InferOutput } from "valibot";
import type { Position } from "../../domain/api/cursor.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { isVisible } from "../../domain/visibility.ts";
import type { StoredItem } from "../../storage/dynamodb/item.ts";
import { readShown, type Shown } from "../../storage/dynamodb/read-item.ts";
import type { ListName } from "../../storage/newsroom/keys.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";

/** A list, or a stretch of it, in one order. */
export interface OrderedList {
  readonly language: Language;
  readonly list: ListName;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly newestFirst: boolean;
}

interface VisiblePage<Entry> {
  /** In the order of the list. */
  readonly entries: readonly Shown<Entry>[];
  readonly next: Position | undefined;
  readonly prev: Position | undefined;
  /** Everything that was read to find them, hidden items included: their instants decide how long the answer holds. */
  readonly items: readonly StoredItem[];
}

/**
 * Reads one page of those entries that may be shown at `now`. Whether there is a further page is decided by what is
 * visible beyond this one, so neither a short page nor a link betrays what has not lifted. One Query is enough
 * wherever nothing hidden stands between.
 */
export async function readVisiblePage<Schema extends GenericSchema>(
  reader: NewsroomReader,
  schema: Schema,
  { language, list, from, to, newestFirst }: OrderedList,
  { position, limit, now }: { position?: Position | undefined; limit: number; now: Instant },
): Promise<VisiblePage<InferOutput<Schema>>> {
  const backwards = position?.direction === "prev";
  const items: StoredItem[] = [];
  const visible: StoredItem[] = [];
  let beyond = position?.sortKey;
  let wanted = limit + 1;
  while (wanted > 0) {
    const read = await reader.list(language, list, {
      from,
      to,
      beyond,
      newestFirst: newestFirst !== backwards,
      limit: wanted,
    });
    items.push(...read);
    visible.push(...read.filter((item) => isVisible(item, now)));
    beyond = read.at(-1)?.key.sk;
    wanted = read.length < wanted ? 0 : limit + 1 - visible.length;
  }
  const more = visible.length > limit;
  const shown = visible.slice(0, limit);
  if (backwards) shown.reverse();
  const first = shown[0];
  const last = shown.at(-1);
  return {
    entries: shown.map((item) => readShown(schema, item, now)),
    next: last && (backwards || more) ? { direction: "next", sortKey: last.key.sk } : undefined,
    prev: first && (backwards ? more : position) ? { direction: "prev", sortKey: first.key.sk } : undefined,
    items,
  };
}
