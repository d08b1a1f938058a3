import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { Instant } from "../../domain/instant.ts";
import { type KnownTimesAndVenues, TimeAndVenue } from "../../domain/registration/time-and-venue.ts";
import { requiredOfRow } from "../dynamodb/required.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { endAt, keyAttributes } from "./registration-items.ts";
import { housekeepingKey } from "./registrations-keys.ts";

/** What housekeeping goes through all registrations of an event for. */
export type HousekeepingTask =
  | "tell"
  | "remind"
  | "forget-needs"
  | "erase"
  | `directions-${string}`
  | `remind-list-${string}`
  | `end-list-${string}`
  | `forget-answers-${number}`;

/** What a pass through all registrations has come to. */
export interface HousekeepingMark {
  /** For what it was made: a fingerprint, or an instant. */
  readonly what: string;
  /** When it was finished first. */
  readonly at: Instant;
  /** Whether it was made once more since. */
  readonly settled: boolean;
  /** Places that registrations have and the event no longer. */
  readonly formerPlaces: readonly string[];
}

/** How far the tasks of an event have come, so that a pass through all registrations is not made every minute. */
export interface HousekeepingMarks {
  of(event: string, task: HousekeepingTask): Promise<HousekeepingMark | undefined>;
  set(event: string, task: HousekeepingTask, mark: HousekeepingMark, ends: Instant): Promise<void>;
  /** Times and venues of which people were told so far. */
  known(event: string): Promise<KnownTimesAndVenues>;
  setKnown(event: string, known: KnownTimesAndVenues, ends: Instant): Promise<void>;
}

const Known = v.record(v.string(), TimeAndVenue);
/** Beside the marks of the tasks; read only when somebody may have to be told. */
const KNOWN = "known";

export function housekeepingMarks(client: DynamoDBClient, table: string): HousekeepingMarks {
  return {
    of: async (event, task) => {
      const key = keyAttributes(housekeepingKey(event, task));
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
      );
      const what = Item?.what?.S;
      if (what === undefined) return undefined;
      return {
        what,
        at: requiredOfRow(Item?.at?.S, "at"),
        settled: Item?.settled?.BOOL === true,
        formerPlaces: (Item?.formerPlaces?.L ?? []).flatMap(({ S }) => S ?? []),
      };
    },
    set: async (event, task, { what, at, settled, formerPlaces }, ends) => {
      const item = {
        ...keyAttributes(housekeepingKey(event, task)),
        what: { S: what },
        at: { S: at },
        settled: { BOOL: settled },
        formerPlaces: { L: formerPlaces.map((place) => ({ S: place })) },
        ...endAt(ends),
      };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
    known: async (event) => {
      const key = housekeepingKey(event, KNOWN);
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyAttributes(key), ConsistentRead: true }),
      );
      const body = Item?.body?.S;
      return body === undefined ? {} : storedValue(Known, body, key);
    },
    setKnown: async (event, known, ends) => {
      const body = { S: JSON.stringify(known) };
      const item = { ...keyAttributes(housekeepingKey(event, KNOWN)), body, ...endAt(ends) };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
  };
}
