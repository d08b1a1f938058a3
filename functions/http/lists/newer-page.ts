import type { GenericSchema } from "valibot";
import type { Instant } from "../../domain/instant.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { type OrderedList, readVisiblePage } from "./visible-page.ts";

/** The page of a list that one came from: the one that begins beyond an entry, or the first. */
export interface NewerPage {
  /** Sort key of the entry beyond which it begins; the first page has none. */
  readonly sortKey: string | undefined;
}

/**
 * The page before the one that begins beyond the entry `beyond`: it ends with that entry.
 * @param list newest first
 * @returns undefined for the first page, which begins beyond nothing
 */
export async function readNewerPage(
  reader: NewsroomReader,
  schema: GenericSchema,
  list: OrderedList,
  { beyond, limit, now }: { beyond: string | undefined; limit: number; now: Instant },
): Promise<NewerPage | undefined> {
  if (beyond === undefined) return undefined;
  const position = { direction: "prev", sortKey: beyond } as const;
  const { entries } = await readVisiblePage(reader, schema, list, { position, limit, now });
  return { sortKey: entries.length < limit ? undefined : entries[0]?.sortKey };
}
