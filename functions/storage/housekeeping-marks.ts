import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../domain/instant.ts";
import { endAt, keyOf } from "./registration-items.ts";
import { housekeepingKey } from "./registrations-keys.ts";

/** What housekeeping goes through all registrations of an event for. */
export type HousekeepingTask = "tell" | "remind" | "forget-needs" | "erase" | `forget-answers-${number}`;

/** How far the tasks of an event have come, so that a pass through all registrations is made once and not every minute. */
export interface HousekeepingMarks {
  /** For what a task was last finished: a fingerprint, or an instant. */
  finished(event: string, task: HousekeepingTask): Promise<string | undefined>;
  finish(event: string, task: HousekeepingTask, what: string, ends: Instant): Promise<void>;
}

export function housekeepingMarks(client: DynamoDBClient, table: string): HousekeepingMarks {
  return {
    finished: async (event, task) => {
      const key = keyOf(housekeepingKey(event, task));
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
      );
      return Item?.what?.S;
    },
    finish: async (event, task, what, ends) => {
      const item = { ...keyOf(housekeepingKey(event, task)), what: { S: what }, ...endAt(ends) };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
  };
}
