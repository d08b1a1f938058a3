import { ListState, SitemapFile } from "../../domain/documents/listing.ts";
import { ALWAYS, earliest, earliestOf, type Instant } from "../../domain/instant.ts";
import type { NewsroomItem, StoredItem } from "../../storage/dynamodb/item.ts";
import type { Key } from "../../storage/dynamodb/key.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import {
  listStateKeyOf,
  SITEMAP_FILES_PARTITION,
  sitemapFileKey,
  sitemapPartition,
} from "../../storage/newsroom/keys.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import { parsePartition } from "../../storage/newsroom/parse-key.ts";
import { item } from "../../storage/newsroom/parts.ts";
import { keyText } from "./stored/held-items.ts";

/**
 * What lists and sitemap files as a whole must know: it follows from the records of all units, except when an entry
 * last left, which is history. So it is compared with the records at the end of every publication, and a run that
 * was killed before that is made good by the next.
 */
export interface PartitionStates {
  /**
   * The states of partitions that an entry leaves at `at`, for the transaction in which it does. Whoever asks
   * writes them before anyone else asks.
   */
  leaving(partitions: readonly string[], at: Instant): Promise<NewsroomItem[]>;
  /** What differs from what the records say. */
  outdated(records: Iterable<LedgerRecord>): Promise<{ puts: NewsroomItem[]; removes: Key[] }>;
}

export function partitionStates(writer: NewsroomWriter): PartitionStates {
  const known = new Map<string, StoredItem | NewsroomItem | undefined>();

  async function load(partitions: readonly string[]): Promise<void> {
    const unknown = partitions.filter((pk) => !known.has(pk));
    const stored = new Map(
      (await writer.read(unknown.map(stateKey))).map((each) => [keyText(each.key), each]),
    );
    for (const pk of unknown) known.set(pk, stored.get(keyText(stateKey(pk))));
  }

  return {
    leaving: async (partitions, at) => {
      await load(partitions);
      return partitions.map((pk) => {
        const state = withRemoval(pk, known.get(pk), at);
        known.set(pk, state);
        return state;
      });
    },
    outdated: async (records) => {
      const instants = instantsByPartition(records);
      const files = await writer.partition(SITEMAP_FILES_PARTITION);
      for (const file of files) known.set(sitemapPartition(file.key.sk), file);
      await load([...instants.keys()]);
      const puts: NewsroomItem[] = [];
      const removes: Key[] = [];
      for (const [pk, state] of known) {
        const due = stateOf(pk, state, instants.get(pk) ?? []);
        if (due === undefined && state) removes.push(state.key);
        else if (due && due.hash !== state?.hash) puts.push(due);
      }
      return { puts, removes };
    },
  };
}

function instantsByPartition(records: Iterable<LedgerRecord>): Map<string, Instant[]> {
  const instants = new Map<string, Instant[]>();
  for (const { entries, formerly = [] } of records) {
    for (const pk of formerly) if (!instants.has(pk)) instants.set(pk, []);
    for (const [publishAt, partitions] of Object.entries(entries))
      for (const pk of partitions) {
        const known = instants.get(pk);
        if (known) known.push(publishAt);
        else instants.set(pk, [publishAt]);
      }
  }
  return instants;
}

/** Name of the sitemap file whose entries are in a partition; undefined for a list. */
function sitemapOf(pk: string): string | undefined {
  const partition = parsePartition(pk);
  return partition?.kind === "sitemap" ? partition.name : undefined;
}

function stateKey(pk: string): Key {
  const sitemap = sitemapOf(pk);
  return sitemap === undefined ? listStateKeyOf(pk) : sitemapFileKey(sitemap);
}

/** The state that follows from when the entries become visible, and from the state before; none for an empty sitemap file. */
function stateOf(
  pk: string,
  before: NewsroomItem | undefined,
  instants: Instant[],
): NewsroomItem | undefined {
  const sitemap = sitemapOf(pk);
  if (sitemap !== undefined) {
    const publishAt = earliest(instants);
    return publishAt ? sitemapState(sitemap, publishAt, removalOf(pk, before)) : undefined;
  }
  const years = new Map<number, Instant>();
  for (const publishAt of instants) {
    const year = Number(publishAt.slice(0, 4));
    years.set(year, earliestOf(publishAt, years.get(year)));
  }
  const sorted = [...years].map(([year, publishAt]) => ({ year, publishAt })).sort((a, b) => a.year - b.year);
  return listState(pk, sorted, removalOf(pk, before));
}

function withRemoval(pk: string, before: NewsroomItem | undefined, at: Instant): NewsroomItem {
  const sitemap = sitemapOf(pk);
  if (sitemap !== undefined) return sitemapState(sitemap, before?.publishAt ?? ALWAYS, at);
  return listState(pk, before ? stateValue(ListState, before).years : [], at);
}

function listState(pk: string, years: ListState["years"], removedAt: Instant | undefined): NewsroomItem {
  const state: ListState = { kind: "list-state", ...(removedAt && { removedAt }), years };
  return item(listStateKeyOf(pk), JSON.stringify(state), ALWAYS);
}

function sitemapState(name: string, publishAt: Instant, removedAt: Instant | undefined): NewsroomItem {
  const file: SitemapFile = {
    kind: "sitemap-file",
    name,
    publishAt,
    ...(removedAt && { removedAt }),
  };
  return item(sitemapFileKey(name), JSON.stringify(file), publishAt);
}

function removalOf(pk: string, before: NewsroomItem | undefined): Instant | undefined {
  return before && stateValue(sitemapOf(pk) === undefined ? ListState : SitemapFile, before).removedAt;
}

function stateValue<Schema extends typeof ListState | typeof SitemapFile>(
  schema: Schema,
  state: NewsroomItem,
) {
  return readItem(schema, { ...state, writtenAt: ALWAYS }).value;
}
