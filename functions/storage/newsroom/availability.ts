import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../domain/instant.ts";
import { ShownLevels } from "../../domain/registration/shown-levels.ts";
import { fromAttributes, toAttributes } from "../dynamodb/attributes.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import { readItem } from "../dynamodb/read-item.ts";
import { AVAILABILITY_PARTITION, availabilityKey } from "./keys.ts";
import { item } from "./parts.ts";

/** What is shown of an event's seats, as it was read. */
export interface StoredLevels {
  readonly levels: ShownLevels;
  /** Hash of what is stored: whoever changes it says what they saw. */
  readonly hash: string;
}

/** What readers are shown of seats, in the Newsroom table. */
export interface AvailabilityBoard {
  /** As it is now, by event. */
  all(): Promise<Map<string, StoredLevels>>;
  /** Shows it, unless another run has changed it since it was read, which then has read the seats later. */
  show(
    event: string,
    former: StoredLevels | undefined,
    levels: ShownLevels,
    at: { readonly publishAt: Instant; readonly now: Instant },
  ): Promise<void>;
  /** Takes it away, unless another run has changed it since it was read. */
  remove(event: string, former: StoredLevels): Promise<void>;
}

export function availabilityBoard(client: DynamoDBClient, table: string): AvailabilityBoard {
  return {
    all: async () => {
      const found = new Map<string, StoredLevels>();
      for await (const attributes of consistentQuery(client, table, { pk: AVAILABILITY_PARTITION })) {
        const stored = fromAttributes(attributes);
        found.set(stored.key.sk, { levels: readItem(ShownLevels, stored).value, hash: stored.hash });
      }
      return found;
    },
    show: async (event, former, levels, { publishAt, now }) => {
      const shown = item(availabilityKey(event), JSON.stringify(levels), publishAt);
      const Item = toAttributes({ ...shown, writtenAt: now });
      await unlessConflict(client.send(new PutItemCommand({ TableName: table, Item, ...asRead(former) })));
    },
    remove: async (event, former) => {
      const { pk, sk } = availabilityKey(event);
      const Key = { pk: { S: pk }, sk: { S: sk } };
      await unlessConflict(client.send(new DeleteItemCommand({ TableName: table, Key, ...asRead(former) })));
    },
  };
}

/** What is stored is what was read. */
const asRead = (former: StoredLevels | undefined) =>
  former === undefined
    ? { ConditionExpression: "attribute_not_exists(pk)" }
    : {
        ConditionExpression: "#hash = :hash",
        ExpressionAttributeNames: { "#hash": "hash" },
        ExpressionAttributeValues: { ":hash": { S: former.hash } },
      };

async function unlessConflict(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
