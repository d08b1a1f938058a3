import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { fromAttributes } from "../dynamodb/attributes.ts";
import type { StoredItem } from "../dynamodb/item.ts";
import type { Key } from "../dynamodb/key.ts";
import {
  documentKey,
  formKey,
  type ListName,
  LONGEST_PATH,
  listPartition,
  listStateKey,
  siteKey,
} from "./keys.ts";
import { readParts } from "./parts.ts";

/** A stretch of an ordered list. Instants bound the key by which the list is ordered. */
export interface KeyRange {
  /** Entries at or after this instant. */
  readonly from?: Instant | undefined;
  /** Entries at or before this instant. */
  readonly to?: Instant | undefined;
  /** Entries strictly beyond this sort key, in the direction of reading: the cursor of the page before. */
  readonly beyond?: string | undefined;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** Reads the Newsroom table: eventually consistent, half a read unit for every 4 KB. */
export interface NewsroomReader {
  document(path: string): Promise<StoredItem | undefined>;
  form(path: string, form: "md" | "txt"): Promise<StoredItem | undefined>;
  site(language: Language): Promise<StoredItem | undefined>;
  item(key: Key): Promise<StoredItem | undefined>;
  list(language: Language, list: ListName, stretch: KeyRange): Promise<StoredItem[]>;
  listState(language: Language, list: ListName): Promise<StoredItem | undefined>;
  /** All items of a small partition, in the order of their sort keys. */
  partition(pk: string): Promise<StoredItem[]>;
}

/** Is told how many read units a call consumed, as DynamoDB counts them. */
export type ConsumptionMeter = (units: number) => void;

/**
 * @param consumed is told the units of every call; tests hold the budgets of the pages against it
 */
export function newsroomReader(
  client: DynamoDBClient,
  table: string,
  consumed?: ConsumptionMeter,
): NewsroomReader {
  async function item(key: Key): Promise<StoredItem | undefined> {
    const answer = await client.send(
      new GetItemCommand({
        TableName: table,
        Key: { pk: { S: key.pk }, sk: { S: key.sk } },
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    consumed?.(answer.ConsumedCapacity?.CapacityUnits ?? 0);
    return answer.Item && fromAttributes(answer.Item);
  }

  async function query(
    pk: string,
    range: Range,
    newestFirst: boolean,
    limit?: number,
  ): Promise<StoredItem[]> {
    const items: StoredItem[] = [];
    if (range.low > range.high) return items; // DynamoDB refuses an empty range, such as a year that has not begun
    let start: Record<string, AttributeValue> | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :low AND :high",
          ExpressionAttributeValues: {
            ":pk": { S: pk },
            ":low": { S: range.low },
            ":high": { S: range.high },
          },
          ScanIndexForward: !newestFirst,
          ReturnConsumedCapacity: "TOTAL",
          ...(limit !== undefined && { Limit: limit - items.length }),
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      consumed?.(answer.ConsumedCapacity?.CapacityUnits ?? 0);
      for (const attributes of answer.Items ?? []) items.push(fromAttributes(attributes));
      start = answer.LastEvaluatedKey;
    } while (start && (limit === undefined || items.length < limit));
    return items;
  }

  /** A head whose parts are gone was replaced between the two reads: its successor is whole. */
  async function whole(key: Key): Promise<StoredItem | undefined> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      const head = await item(key);
      const read = head && (await readParts(item, head));
      if (read || !head) return read;
    }
    throw new Error(`The parts of ${key.pk} are missing.`);
  }

  return {
    item,
    document: async (path) => (path.length > LONGEST_PATH ? undefined : whole(documentKey(path))),
    form: async (path, form) => (path.length > LONGEST_PATH ? undefined : item(formKey(path, form))),
    site: (language) => item(siteKey(language)),
    listState: (language, list) => item(listStateKey(language, list)),
    list: (language, list, stretch) =>
      query(listPartition(language, list), rangeOf(stretch), stretch.newestFirst, stretch.limit),
    partition: (pk) => query(pk, { low: " ", high: "~" }, false),
  };
}

interface Range {
  readonly low: string;
  readonly high: string;
}

/**
 * Sort keys begin with a digit (an instant); a list's `state` sorts after them and is never within a range. A cursor
 * comes from the reader, so it only narrows: one from the future must not reach beyond `to`.
 */
function rangeOf({ from, to, beyond, newestFirst }: KeyRange): Range {
  const low = from ?? "0";
  const high = to === undefined ? "9~" : `${to}#~`;
  if (beyond === undefined) return { low, high };
  const range = newestFirst ? { low, high: before(beyond) } : { low: `${beyond}!`, high };
  if (range.low < low) range.low = low;
  if (range.high > high) range.high = high;
  return range;
}

/** The greatest string that sorts before `key`, as far as sort keys go: they end in a hexadecimal digit or a letter. */
function before(key: string): string {
  const last = key.charCodeAt(key.length - 1);
  return `${key.slice(0, -1)}${String.fromCharCode(last - 1)}~`;
}
