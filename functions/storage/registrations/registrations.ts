import { randomUUID } from "node:crypto";
import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { locksChangedBy } from "../../domain/registration/address-lock.ts";
import type { QueueEntry } from "../../domain/registration/footprint.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import type { PlaceSeats } from "../../domain/registration/seats.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import type { Key } from "../dynamodb/key.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { requiredOfRow } from "../dynamodb/required.ts";
import { RETRY_POLICY, type RetryPolicy } from "../dynamodb/retry-policy.ts";
import { isPassing, reasonsOf, sendTransaction } from "../dynamodb/transaction.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import {
  type Attributes,
  keyAttributes,
  queueEntryIn,
  registrationIn,
  seatsIn,
} from "./registration-items.ts";
import { readLock, type StoredLock } from "./registration-locks.ts";
import type { StepSubject, StoredChange } from "./registration-step.ts";
import { mostOperations, stepsOf } from "./registration-transaction.ts";
import {
  holdsPartition,
  placeKey,
  REGISTRATION_SHARDS,
  registrationKey,
  registrationsPartition,
  waitingPartition,
} from "./registrations-keys.ts";

/** A change was not stored because what it was decided on was no longer so: read again and decide anew. */
export class Conflict extends Error {
  override readonly name = "Conflict";

  /** @param about what was not as it had been read */
  constructor(
    readonly about: ReadonlySet<StepSubject>,
    cause?: unknown,
  ) {
    super(`What was read has changed: ${[...about].join(", ")}.`, { cause });
  }
}

/** Registrations and what follows from them. Everything is read as it is now. */
export interface Registrations {
  registration(event: string, id: string): Promise<Registration | undefined>;
  /** What keeps an address, even if its holds are over. */
  lock(event: string, addressHash: string): Promise<StoredLock>;
  /** Places that were never published are not there. */
  seats(event: string, places: readonly string[]): Promise<Map<string, PlaceSeats>>;
  /** Ids of registrations with a hold, or a time to verify, that was over at `now`; the one over longest first. */
  ended(event: string, place: string, now: Instant): AsyncGenerator<string>;
  /** In the order of turns. */
  queue(event: string, place: string): AsyncGenerator<QueueEntry>;
  /** Ids of all registrations for an event, in no order: one that cannot be read is among them. */
  ids(event: string): AsyncGenerator<string>;
  /** All registrations for an event, in no order. */
  all(event: string): AsyncGenerator<Registration>;
  /** How many operations their transaction has at most: DynamoDB takes 100. */
  operations(changes: readonly StoredChange[]): number;
  /**
   * Carries out all changes or none.
   *
   * @param seats of the places, as they were read for the decision
   * @param locks of addresses, by hash, as they were read for the decision; what is missing is read
   * @throws Conflict when something was no longer as it was read
   * @throws Refusal `registration-busy` when the table did not get to it
   */
  commit(
    changes: readonly StoredChange[],
    seats: ReadonlyMap<string, PlaceSeats>,
    locks?: ReadonlyMap<string, StoredLock>,
  ): Promise<void>;
}

/** A person waits for the answer: ten seconds at most. */
const PERSON_PATIENCE: RetryPolicy = { ...RETRY_POLICY, longestMs: 1_500 };

export function registrations(
  client: DynamoDBClient,
  table: string,
  patience: RetryPolicy = PERSON_PATIENCE,
): Registrations {
  async function item(key: Key): Promise<Attributes | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: keyAttributes(key), ConsistentRead: true }),
    );
    return Item;
  }

  async function* rows(event: string): AsyncGenerator<Attributes> {
    for (const shard of REGISTRATION_SHARDS)
      yield* consistentQuery(client, table, { pk: registrationsPartition(event, shard) });
  }

  async function registration(event: string, id: string): Promise<Registration | undefined> {
    const found = await item(registrationKey(event, id));
    return found && registrationIn(found);
  }

  const lock = (event: string, hash: string): Promise<StoredLock> =>
    readLock(client, table, { event, hash }, (id) => registration(event, id));

  /** The locks that changes concern, each as it was read for the decision or is now. */
  async function locksOf(
    changes: readonly StoredChange[],
    read: ReadonlyMap<string, StoredLock>,
  ): Promise<Map<string, StoredLock>> {
    const hashes = locksChangedBy(changes);
    if (hashes.length === 0) return new Map();
    const [first] = changes;
    const event = requiredOfRow((first?.after ?? first?.before)?.event, "event");
    const rows = hashes.map(async (hash) => [hash, read.get(hash) ?? (await lock(event, hash))] as const);
    return new Map(await Promise.all(rows));
  }

  return {
    registration,
    lock,
    seats: async (event, places) => {
      const rows = await Promise.all(
        places.map(async (place) => [place, await item(placeKey(event, place))] as const),
      );
      return new Map(rows.flatMap(([place, row]) => (row ? [[place, seatsIn(row)]] : [])));
    },
    ended: async function* (event, place, now) {
      // An end at `now` itself is over; `#` begins what follows the instant, and `$` comes after it.
      const until = { pk: holdsPartition(event, place), high: `${now}$` };
      for await (const row of consistentQuery(client, table, until))
        yield registrationsKeyOf(keyOfRow(row), "hold").registration;
    },
    queue: async function* (event, place) {
      for await (const found of consistentQuery(client, table, { pk: waitingPartition(event, place) }))
        yield queueEntryIn(found);
    },
    ids: async function* (event) {
      for await (const row of rows(event)) yield keyOfRow(row).sk;
    },
    all: async function* (event) {
      for await (const found of rows(event)) yield registrationIn(found);
    },
    operations: mostOperations,
    commit: async (changes, seats, read = new Map()) => {
      const steps = stepsOf(table, changes, seats, await locksOf(changes, read));
      if (!steps) throw new Conflict(new Set(["address"]));
      try {
        const items = steps.map((step) => step.item);
        await sendTransaction(client, items, patience, randomUUID());
      } catch (error) {
        const reasons = reasonsOf(error);
        const failed = steps.filter((_, i) => reasons[i] === "ConditionalCheckFailed");
        if (failed.length > 0) throw new Conflict(new Set(failed.map((step) => step.about)), error);
        throw isPassing(error) ? busy(error) : error;
      }
    },
  };
}

function busy(cause: unknown): Refusal {
  return new Refusal(
    "registration-busy",
    503,
    "So many people register at this moment that this could not be stored.",
    "Try again in a minute: what you typed is kept.",
    { cause },
  );
}
