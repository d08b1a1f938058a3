import type { GenericSchema, InferOutput } from "valibot";
import { ListState } from "../../domain/documents/listing.ts";
import { addSeconds, earliest, type Instant, latest } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isVisible, nextChange } from "../../domain/visibility.ts";
import type { ListPaging } from "../../rendering/pages/parts/list-paging.ts";
import { type Read, readAllVisible, readItem } from "../../storage/dynamodb/read-item.ts";
import type { ListName } from "../../storage/newsroom/keys.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { type NewerPage, readNewerPage } from "./newer-page.ts";

/** Entries on one page of a list. */
export const ENTRIES_PER_PAGE = 20;

/** One page of a list that is ordered by publication, newest first. */
export interface ListPage<Entry> {
  readonly entries: readonly Read<Entry>[];
  /** Cursor of the next page, when there is one. */
  readonly older: string | undefined;
  /** The page before this one; undefined on the first. */
  readonly newer: NewerPage | undefined;
  /** What `Last-Modified` is made of: entries, and removals from the list. */
  readonly changed: readonly (Instant | undefined)[];
  /** When the next entry lifts, or one that was read ends. */
  readonly change: Instant | undefined;
  /** Years in which something visible was published, newest first. */
  readonly years: readonly number[];
}

export interface ListRequest {
  readonly language: Language;
  readonly list: ListName;
  readonly year?: number | undefined;
  /** Cursor of the page before. */
  readonly before?: string | undefined;
  readonly limit?: number;
}

/**
 * Reads one page of a list: the entries up to `now`, the state of the list, and the first entry after `now`, of
 * which only the instant is used; on further pages, what stands before them. Costs the same however long the archive
 * is.
 */
export async function readListPage<Schema extends GenericSchema>(
  reader: NewsroomReader,
  schema: Schema,
  { language, list, year, before, limit = ENTRIES_PER_PAGE }: ListRequest,
  now: Instant,
): Promise<ListPage<InferOutput<Schema>>> {
  const newest = year === undefined ? now : [now, endOfYear(year)].sort()[0];
  const beyond = before === undefined ? undefined : sortKeyOf(before);
  const range = {
    to: newest,
    from: year === undefined ? undefined : startOfYear(year),
    newestFirst: true,
  };
  const [newer, items, state, next] = await Promise.all([
    readNewerPage(reader, schema, { language, list, ...range }, { beyond, limit, now }),
    reader.list(language, list, { ...range, beyond, limit: limit + 1 }),
    reader.listState(language, list),
    reader.list(language, list, { from: addSeconds(now, 1), newestFirst: false, limit: 1 }),
  ]);
  const page = readAllVisible(schema, items.slice(0, limit), now);
  const last = items.length > limit ? page.at(-1) : undefined;
  const listState = state && readItem(ListState, state).value;
  const years = listState?.years.filter((each) => isVisible(each, now)) ?? [];
  return {
    entries: page,
    older: last && cursorOf(last.sortKey),
    newer,
    changed: [
      ...page.map((entry) => entry.changedAt),
      listState?.removedAt,
      latest(years.map((each) => each.publishAt)),
    ],
    change: earliest([next[0]?.publishAt, nextChange(items, now), ...page.map((entry) => entry.change)]),
    years: years.map((each) => each.year).sort((a, b) => b - a),
  };
}

/** Years are those of UTC: a list of archives needs no finer border. */
const startOfYear = (year: number): Instant => `${year}-01-01T00:00:00Z`;
const endOfYear = (year: number): Instant => `${year}-12-31T23:59:59Z`;

/** A sort key as it stands in `?before=`: it names only what the reader has just seen. */
export function cursorOf(sortKey: string): string {
  return sortKey.replace("#", "_");
}

/** The pages beside one, as the page of the list names them. */
export function pagingOf(
  { older, newer }: Pick<ListPage<unknown>, "older" | "newer">,
  { year, before }: Pick<ListRequest, "year" | "before">,
): ListPaging {
  const beyond = newer?.sortKey;
  return {
    year,
    before,
    older,
    ...(newer && { newer: { before: beyond === undefined ? undefined : cursorOf(beyond) } }),
  };
}

/** @throws Refusal `query-invalid` for a cursor that was not given out */
export function sortKeyOf(cursor: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ_[0-9a-z-]{1,80}$/.test(cursor)) return cursor.replace("_", "#");
  throw new Refusal(
    "query-invalid",
    404,
    "There is no such page of this list.",
    "Start again from its first page.",
    {
      field: "before",
    },
  );
}

/** @throws Refusal `query-invalid` for what is not a year */
export function yearOf(value: string | undefined): number | undefined {
  if (value === undefined || value === "") return undefined;
  if (/^(19|20|21)\d\d$/.test(value)) return Number(value);
  throw new Refusal("query-invalid", 404, "There is no such year.", "A year has four digits, such as 2020.", {
    field: "year",
  });
}
