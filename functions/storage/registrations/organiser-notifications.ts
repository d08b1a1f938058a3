import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../domain/instant.ts";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import { NotifiedState } from "../../domain/registration/organisers.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { reasonsOf, sendTransaction } from "../dynamodb/transaction.ts";
import { endAt, keyAttributes, outboxItem } from "./registration-items.ts";
import { housekeepingKey } from "./registrations-keys.ts";

/** How far the organisers of events have heard, and the mails by which they do. */
export interface OrganiserNotifications {
  /** Undefined as long as they have heard nothing. */
  of(event: string): Promise<NotifiedState | undefined>;
  /**
   * Stores how far they have heard together with the mails that tell them, or nothing of it.
   * @param before as it was read: whoever was faster has told them
   * @returns whether it was stored
   */
  commit(
    event: string,
    change: {
      readonly before: NotifiedState | undefined;
      readonly after: NotifiedState;
      readonly ends: Instant;
    },
    mails: readonly OutboxMail[],
  ): Promise<boolean>;
}

export function organiserNotifications(client: DynamoDBClient, table: string): OrganiserNotifications {
  return {
    of: async (event) => {
      const Key = keyAttributes(housekeepingKey(event, "organisers"));
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item && storedValue(NotifiedState, Item.heard?.S ?? "null", keyOfRow(Item));
    },
    commit: async (event, { before, after, ends }, mails) => {
      const Item = {
        ...keyAttributes(housekeepingKey(event, "organisers")),
        heard: { S: JSON.stringify(after) },
        ...endAt(ends),
      };
      const unchanged = before
        ? {
            ConditionExpression: "heard = :before",
            ExpressionAttributeValues: { ":before": { S: JSON.stringify(before) } },
          }
        : { ConditionExpression: "attribute_not_exists(pk)" };
      const puts = mails.map((mail) => ({ Put: { TableName: table, Item: outboxItem(mail) } }));
      try {
        await sendTransaction(client, [{ Put: { TableName: table, Item, ...unchanged } }, ...puts]);
        return true;
      } catch (error) {
        if (reasonsOf(error)[0] === "ConditionalCheckFailed") return false;
        throw error;
      }
    },
  };
}
