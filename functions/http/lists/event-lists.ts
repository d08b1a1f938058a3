import { EventEntry, ListState } from "../../domain/documents/listing.ts";
import { addSeconds, earliest, type Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { nextChange } from "../../domain/visibility.ts";
import { type Read, readItem } from "../../storage/dynamodb/read-item.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { cursorOf } from "./lists.ts";
import { type NewerPage, readNewerPage } from "./newer-page.ts";
import { readVisiblePage } from "./visible-page.ts";

/**
 * Events are listed by their end: what has not ended yet is upcoming, so a running event still is. Their order tells
 * nothing of their publication, so an embargoed event may stand between any two.
 */
export interface ListedEvents {
  readonly entries: readonly Read<EventEntry>[];
  readonly changed: readonly (Instant | undefined)[];
  readonly change: Instant | undefined;
}

/** The events that end after `now`, the next one first. The answer changes when the first of them ends, too. */
export async function readUpcomingEvents(
  reader: NewsroomReader,
  language: Language,
  now: Instant,
  limit: number,
): Promise<ListedEvents> {
  const ahead = { language, list: "events", from: addSeconds(now, 1), newestFirst: false } as const;
  const [{ entries, items }, state] = await Promise.all([
    readVisiblePage(reader, EventEntry, ahead, { limit, now }),
    reader.listState(language, "events"),
  ]);
  return {
    entries,
    changed: [
      ...entries.map((entry) => entry.changedAt),
      state && readItem(ListState, state).value.removedAt,
    ],
    change: earliest([
      nextChange(items, now),
      ...entries.flatMap((entry) => [entry.value.end, entry.change]),
    ]),
  };
}

/** One page of past events. */
export interface PastEvents extends ListedEvents {
  /** Cursor of the next page, when there is one. */
  readonly older: string | undefined;
  /** The page before this one; undefined on the first. */
  readonly newer: NewerPage | undefined;
}

/** The events that have ended, the latest first. An event that ended changes the list at its end. */
export async function readPastEvents(
  reader: NewsroomReader,
  language: Language,
  now: Instant,
  limit: number,
  beyond?: string,
): Promise<PastEvents> {
  const past = { language, list: "events", to: now, newestFirst: true } as const;
  const position = beyond === undefined ? undefined : ({ direction: "next", sortKey: beyond } as const);
  const [{ entries, items, next }, newer] = await Promise.all([
    readVisiblePage(reader, EventEntry, past, { position, limit, now }),
    readNewerPage(reader, EventEntry, past, { beyond, limit, now }),
  ]);
  return {
    entries,
    newer,
    older: next && cursorOf(next.sortKey),
    changed: entries.flatMap((entry) => [entry.changedAt, entry.value.end]),
    change: earliest([nextChange(items, now), ...entries.map((entry) => entry.change)]),
  };
}
