import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { ALWAYS, Instant } from "../../domain/instant.ts";
import { RETIRE_VERBS } from "../../domain/retire-verbs.ts";
import { fromAttributes } from "../dynamodb/attributes.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import type { NewsroomItem } from "../dynamodb/item.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { holdingKey, holdingsPartition, LEDGER_PARTITION, ledgerKey } from "./keys.ts";
import { item } from "./parts.ts";

/**
 * The ledger is what publishing remembers. A record tells of a unit what concerns all others, in few bytes, since
 * all records are read each time; a holding tells which items a document of the unit consists of, and is written
 * in the document's own transaction, so it is always true. A unit whose record does not carry the fingerprint of
 * its content has not been published to the end.
 */
export const LedgerRecord = v.object({
  fingerprint: v.string(),
  /** Folder it was published from, for messages. */
  folder: v.string(),
  /** How and when it left, if it did: it comes back only with a correction that says so. */
  left: v.optional(v.object({ verb: v.picklist(RETIRE_VERBS), at: Instant })),
  /** When it is to be published again although its content is the same. */
  renewAt: v.optional(Instant),
  /** Partitions in which its entries stand, one mention for each, by the instant at which the entry becomes visible. */
  entries: v.record(Instant, v.array(v.string())),
  /** Partitions in which entries of it stood once: they may be empty by now, which their state must say. */
  formerly: v.optional(v.array(v.string())),
});
export type LedgerRecord = v.InferOutput<typeof LedgerRecord>;

const HeldKey = v.object({ pk: v.string(), sk: v.string() });

/** An item as far as comparing needs it. */
export const HeldItem = v.object({
  ...HeldKey.entries,
  hash: v.string(),
  publishAt: Instant,
  until: v.optional(Instant),
});
export type HeldItem = v.InferOutput<typeof HeldItem>;

export const Holding = v.object({
  /** Path of the document; `sitemap` for the entries in sitemaps, which belong to all languages. */
  path: v.string(),
  items: v.array(HeldItem),
  parts: v.array(HeldKey),
  /** What is no longer part of it: removed after the transaction that replaced it. */
  stale: v.array(HeldKey),
  /** Other addresses that change with it. */
  alsoAt: v.array(v.string()),
  /** Hash of the content that it was made of, apart from the compiler; 0.1 did not keep it. */
  sources: v.optional(v.string()),
  /** Whether this is a former address, which redirects to the present one. */
  redirect: v.boolean(),
});
export type Holding = v.InferOutput<typeof Holding>;

export interface Ledger {
  /** All records by unit, read consistently. */
  records(): Promise<Map<string, LedgerRecord>>;
  /** What the unit holds, by path, read consistently. */
  holdings(unit: string): Promise<Map<string, Holding>>;
}

/** Ids of units begin with their kind and mostly go on with a UUID, so these borders cut the ledger into even segments. */
const SEGMENT_BORDERS = [" ", "release/", "release/4", "release/8", "release/c", "release/g", "~"];

export function newsroomLedger(client: DynamoDBClient, table: string): Ledger {
  async function readSegment(low: string, high: string, records: Map<string, LedgerRecord>): Promise<void> {
    for await (const attributes of consistentQuery(client, table, { pk: LEDGER_PARTITION, low, high })) {
      const { key, body } = fromAttributes(attributes);
      records.set(key.sk, storedValue(LedgerRecord, body, key));
    }
  }

  return {
    records: async () => {
      const records = new Map<string, LedgerRecord>();
      const segments = SEGMENT_BORDERS.slice(1).map((high, i) => ({ low: SEGMENT_BORDERS[i] ?? " ", high }));
      await Promise.all(segments.map(({ low, high }) => readSegment(low, high, records)));
      return records;
    },
    holdings: async (unit) => {
      const holdings = new Map<string, Holding>();
      for await (const attributes of consistentQuery(client, table, { pk: holdingsPartition(unit) })) {
        const { key, body } = fromAttributes(attributes);
        holdings.set(key.sk, storedValue(Holding, body, key));
      }
      return holdings;
    },
  };
}

export function recordItem(unit: string, record: LedgerRecord): NewsroomItem {
  return item(ledgerKey(unit), JSON.stringify(record), ALWAYS);
}

export function holdingItem(unit: string, holding: Holding): NewsroomItem {
  return item(holdingKey(unit, holding.path), JSON.stringify(holding), ALWAYS);
}
