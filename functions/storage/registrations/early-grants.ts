import { randomBytes } from "node:crypto";
import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type * as v from "valibot";
import { AccessRecord, Grant, grantEnds, openingEnds } from "../../domain/early/grant.ts";
import type { Instant } from "../../domain/instant.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import type { Key } from "../dynamodb/key.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import {
  END_ATTRIBUTE,
  GRANTS_PARTITION,
  grantEntryKey,
  grantKey,
  grantPartition,
  OPENED_PREFIX,
  openedKey,
} from "./registrations-keys.ts";

/** As much as whoever opens a link needs: the grant behind it, and the log. */
export interface EarlyAccess {
  /** The grant, whatever its state; undefined when there is none, or none any more. */
  grant(id: string, now: Instant): Promise<Grant | undefined>;
  /** @param liftsAt of what was opened: the log of it ends 30 days after that */
  opened(grant: Grant, opening: Omit<AccessRecord, "grantId">, liftsAt: Instant): Promise<void>;
}

/** As much as the press office needs. */
export interface EarlyGrants extends EarlyAccess {
  add(grant: Grant): Promise<void>;
  /** All grants that have not been forgotten, oldest first. */
  all(now: Instant): Promise<Grant[]>;
  openings(grantId: string, now: Instant): Promise<AccessRecord[]>;
  /** A grant that was revoked before keeps its time. */
  revoke(grantId: string, at: Instant): Promise<void>;
  /** Deletes everything whose end has come, and says how many grants and openings that were. */
  sweep(now: Instant): Promise<{ grants: number; openings: number }>;
}

type Attributes = Record<string, AttributeValue>;

export function earlyGrants(client: DynamoDBClient, table: string): EarlyGrants {
  const TableName = table;

  /** The value in an item's body, as long as its end has not come. */
  function valueIn<Schema extends v.GenericSchema>(
    schema: Schema,
    attributes: Attributes | undefined,
    now: Instant,
  ): v.InferOutput<Schema> | undefined {
    const body = attributes?.body?.S;
    return attributes === undefined || body === undefined || hasEnded(attributes, now)
      ? undefined
      : storedValue(schema, body, keyOfRow(attributes));
  }

  async function grant(id: string, now: Instant): Promise<Grant | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: keyOf(grantKey(id)), ConsistentRead: true }),
    );
    const granted = valueIn(Grant, Item, now);
    if (granted === undefined) return undefined;
    const revokedAt = Item?.revokedAt?.S;
    return { ...granted, ...(revokedAt !== undefined && { revokedAt }) };
  }

  async function* entries(): AsyncGenerator<{ id: string; attributes: Attributes }> {
    for await (const attributes of consistentQuery(client, table, { pk: GRANTS_PARTITION }))
      yield { id: registrationsKeyOf(keyOfRow(attributes), "grant-entry").grant, attributes };
  }

  const openedItems = (grantId: string) =>
    consistentQuery(client, table, {
      pk: grantPartition(grantId),
      low: OPENED_PREFIX,
      high: `${OPENED_PREFIX}~`,
    });
  const remove = (attributes: Attributes) =>
    client.send(new DeleteItemCommand({ TableName, Key: keyOf(keyOfRow(attributes)) }));

  return {
    grant,
    opened: async ({ id, ...grant }, opening, liftsAt) => {
      const item = itemOf(
        openedKey(id, opening.at, randomBytes(8).toString("hex")),
        { grantId: id, ...opening },
        openingEnds(liftsAt, grant),
      );
      await client.send(
        new PutItemCommand({ TableName, Item: item, ConditionExpression: "attribute_not_exists(pk)" }),
      );
    },
    add: async (granted) => {
      const ends = grantEnds(granted);
      const items = [
        itemOf(grantKey(granted.id), granted, ends),
        itemOf(grantEntryKey(granted.createdAt, granted.id), {}, ends),
      ];
      await client.send(
        new TransactWriteItemsCommand({
          TransactItems: items.map((Item) => ({
            Put: { TableName, Item, ConditionExpression: "attribute_not_exists(pk)" },
          })),
        }),
      );
    },
    all: async (now) => {
      const found: Grant[] = [];
      for await (const { id } of entries()) {
        const one = await grant(id, now);
        if (one) found.push(one);
      }
      return found;
    },
    openings: async (grantId, now) => {
      const found: AccessRecord[] = [];
      for await (const attributes of openedItems(grantId)) {
        const opening = valueIn(AccessRecord, attributes, now);
        if (opening !== undefined) found.push(opening);
      }
      return found;
    },
    revoke: async (grantId, at) => {
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key: keyOf(grantKey(grantId)),
          ConditionExpression: "attribute_exists(pk)", // what TTL has deleted must not come back as half an item
          UpdateExpression: "SET revokedAt = if_not_exists(revokedAt, :at)",
          ExpressionAttributeValues: { ":at": { S: at } },
        }),
      );
    },
    sweep: async (now) => {
      const swept = { grants: 0, openings: 0 };
      for await (const { id, attributes } of entries()) {
        for await (const opening of openedItems(id)) {
          if (!hasEnded(opening, now)) continue;
          await remove(opening);
          swept.openings++;
        }
        if (!hasEnded(attributes, now)) continue;
        await client.send(new DeleteItemCommand({ TableName, Key: keyOf(grantKey(id)) }));
        await remove(attributes); // last, so that a run that was cut off finds the rest again
        swept.grants++;
      }
      return swept;
    },
  };
}

const secondsOf = (instant: Instant): number => Date.parse(instant) / 1000;

function hasEnded(attributes: Attributes, now: Instant): boolean {
  return Number(attributes[END_ATTRIBUTE]?.N) <= secondsOf(now);
}

function itemOf(key: Key, body: unknown, ends: Instant): Attributes {
  return {
    ...keyOf(key),
    body: { S: JSON.stringify(body) },
    [END_ATTRIBUTE]: { N: String(secondsOf(ends)) },
  };
}

function keyOf({ pk, sk }: Key): Attributes {
  return { pk: { S: pk }, sk: { S: sk } };
}
