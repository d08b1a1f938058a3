import { createHmac, randomBytes } from "node:crypto";
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds } from "../../domain/instant.ts";
import { endAt, keyAttributes } from "./registration-items.ts";
import { limitKeyKey } from "./registrations-keys.ts";

const DAY_SECONDS = 86_400;

/**
 * Hashes with a key that is drawn anew every day and deleted the day after: from then on nobody can tell whose hash it
 * was.
 *
 * @returns the hash of a text on a day (`yyyy-mm-dd`), 22 characters of base64url
 */
export function dailyHashes(
  client: DynamoDBClient,
  table: string,
): (day: string, text: string) => Promise<string> {
  let known: { day: string; key: Promise<string> } | undefined;

  async function keyOfDay(day: string): Promise<string> {
    const key = keyAttributes(limitKeyKey(day));
    const drawn = randomBytes(32).toString("base64url");
    const ends = endAt(addSeconds(`${day}T00:00:00Z`, 2 * DAY_SECONDS));
    const item = { ...key, secret: { S: drawn }, ...ends };
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: item,
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
      return drawn;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
      );
      return Item?.secret?.S ?? drawn;
    }
  }

  function secretOf(day: string): Promise<string> {
    if (known?.day !== day) {
      const key = keyOfDay(day);
      known = { day, key };
      key.catch(() => {
        known = undefined;
      });
    }
    return known?.key ?? keyOfDay(day);
  }

  return async (day, text) =>
    createHmac("sha256", await secretOf(day))
      .update(text)
      .digest("base64url")
      .slice(0, 22);
}
