import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { fromAttributes, toAttributes } from "../dynamodb/attributes.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import type { StoredItem } from "../dynamodb/item.ts";
import type { Key } from "../dynamodb/key.ts";
import { RETRY_POLICY, type RetryPolicy, withBackoff } from "../dynamodb/retry-policy.ts";
import { type Operation, transact } from "../dynamodb/transaction.ts";

/** Writes the Newsroom table, and reads what a publisher must see as it is now. */
export interface NewsroomWriter {
  /**
   * All operations or none; at most TRANSACTION_OPERATIONS.
   * @throws ConditionFailed when a condition does not hold
   */
  transact(operations: readonly Operation[]): Promise<void>;
  /** Any number of items, each for itself: only for what nobody reads yet, such as parts. */
  putAll(items: readonly StoredItem[]): Promise<void>;
  /** Those of the items that exist, read consistently, in no order. */
  read(keys: readonly Key[]): Promise<StoredItem[]>;
  /** All items of a small partition, read consistently, in the order of their sort keys. */
  partition(pk: string): Promise<StoredItem[]>;
}

/** DynamoDB API reference: BatchWriteItem takes 25 items and 16 MB, BatchGetItem 100. */
const BATCH_WRITES = 25;
const BATCH_READS = 100;

export function newsroomWriter(
  client: DynamoDBClient,
  table: string,
  patience: RetryPolicy = RETRY_POLICY,
): NewsroomWriter {
  async function putBatch(items: readonly StoredItem[]): Promise<void> {
    let requests = items.map((item) => ({ PutRequest: { Item: toAttributes(item) } }));
    await withBackoff(
      async () => {
        const command = new BatchWriteItemCommand({ RequestItems: { [table]: requests } });
        const { UnprocessedItems } = await client.send(command);
        const left = UnprocessedItems?.[table] ?? [];
        requests = left.flatMap(({ PutRequest }) =>
          PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
        );
        if (requests.length > 0) throw new Unprocessed(requests.length, table);
      },
      isUnprocessed,
      patience,
    );
  }

  async function readBatch(keys: readonly Key[], found: StoredItem[]): Promise<void> {
    let wanted: Record<string, AttributeValue>[] = keys.map(({ pk, sk }) => ({
      pk: { S: pk },
      sk: { S: sk },
    }));
    await withBackoff(
      async () => {
        const command = new BatchGetItemCommand({
          RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } },
        });
        const { Responses, UnprocessedKeys } = await client.send(command);
        for (const attributes of Responses?.[table] ?? []) found.push(fromAttributes(attributes));
        wanted = UnprocessedKeys?.[table]?.Keys ?? [];
        if (wanted.length > 0) throw new Unprocessed(wanted.length, table);
      },
      isUnprocessed,
      patience,
    );
  }

  return {
    transact: (operations) => transact(client, table, operations, patience),
    putAll: async (items) => {
      for (const batch of batches(items, BATCH_WRITES)) await putBatch(batch);
    },
    read: async (keys) => {
      const found: StoredItem[] = [];
      for (const batch of batches(keys, BATCH_READS)) await readBatch(batch, found);
      return found;
    },
    partition: async (pk) => {
      const items: StoredItem[] = [];
      for await (const attributes of consistentQuery(client, table, { pk }))
        items.push(fromAttributes(attributes));
      return items;
    },
  };
}

/** DynamoDB took or gave only some of a batch: the rest is asked for again. */
class Unprocessed extends Error {
  override readonly name = "Unprocessed";

  constructor(count: number, table: string) {
    super(`DynamoDB left ${count} items of a batch for ${table} unprocessed.`);
  }
}

const isUnprocessed = (error: unknown) => error instanceof Unprocessed;

function* batches<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
