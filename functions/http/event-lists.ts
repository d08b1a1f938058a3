import { EventEntry, ListState } from "../domain/documents/listing.ts";
import { addSeconds, earliest, type Instant } from "../domain/instant.ts";
import type { Language } from "../domain/language.ts";
import { nextChange } from "../domain/visibility.ts";
import type { StoredItem } from "../storage/item.ts";
import type { NewsroomReader } from "../storage/newsroom-reader.ts";
import { type Read, readAllVisible, readItem } from "../storage/read-item.ts";

/** Events are listed by their end: what has not ended yet is upcoming, so a running event still is. */
export interface EventList {
  readonly entries: readonly Read<EventEntry>[];
  readonly changed: readonly (Instant | undefined)[];
  readonly change: Instant | undefined;
}

/** As many announced-but-embargoed events as may stand between visible ones. */
const EMBARGOED_ALLOWANCE = 5;

/** The events that end after `now`, the next one first. The answer changes when the first of them ends, too. */
export async function readUpcomingEvents(
  reader: NewsroomReader,
  language: Language,
  now: Instant,
  limit: number,
): Promise<EventList> {
  const [items, state] = await Promise.all([
    reader.list(language, "events", {
      from: addSeconds(now, 1),
      newestFirst: false,
      limit: limit + EMBARGOED_ALLOWANCE,
    }),
    reader.listState(language, "events"),
  ]);
  const entries = readAllVisible(EventEntry, items, now).slice(0, limit);
  const ends = entries.map((entry) => entry.value.end);
  return {
    entries,
    changed: [
      ...entries.map((entry) => entry.changedAt),
      state && readItem(ListState, state).value.removedAt,
    ],
    change: earliest([nextChange(items, now), ...ends]),
  };
}

/** The events that have ended, the latest first. An event that ended changes the list at its end. */
export async function readPastEvents(
  reader: NewsroomReader,
  language: Language,
  now: Instant,
  limit: number,
  beyond?: string,
): Promise<EventList> {
  const items: StoredItem[] = await reader.list(language, "events", {
    to: now,
    beyond,
    newestFirst: true,
    limit,
  });
  const entries = readAllVisible(EventEntry, items, now);
  return {
    entries,
    changed: entries.flatMap((entry) => [entry.changedAt, entry.value.end]),
    change: nextChange(items, now),
  };
}
