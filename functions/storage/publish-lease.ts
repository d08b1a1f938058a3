import { randomUUID } from "node:crypto";
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds, type Clock, type Instant, toInstant } from "../domain/instant.ts";
import { Refusal } from "../domain/refusal.ts";
import { heldBy } from "./condition.ts";
import { type Key, leaseKey, leaseLaneKey } from "./keys.ts";
import { isConditionFailure, type Operation, sendTransaction } from "./transaction.ts";

/**
 * The lease keeps two publishers apart. It ends by itself, is renewed while its holder lives, and whoever takes it
 * over rewrites its lanes, so that every transaction of the former holder fails from then on:
 *
 *     A takes ----- renews ----- renews ---X (stalls)      wakes: its lane is B's, it stops
 *                                           '-- 60 s --'
 *                                                       B takes -----
 *
 * A transaction checks one lane and not the lease: two transactions that check the same item are in each other's
 * way, so each writer at work has a lane of its own.
 */
export const LEASE_SECONDS = 60;
const RENEW_EVERY_MS = 15_000;
export const LEASE_LANES = 8;

/** Who publishes, for others to read: `dana@press-laptop, process 4711`. */
export interface LeaseHolder {
  readonly name: string;
  readonly machine: string;
  readonly process: number;
}

export interface LeaseOptions {
  readonly holder: LeaseHolder;
  readonly clock: Clock;
  /** Whether a holder is known to have died, so that its lease need not be waited for. */
  readonly hasDied?: (holder: LeaseHolder) => boolean;
}

export interface PublishLease {
  /**
   * Rises by one when the lease is taken or given back, by two when it is taken over: who takes it one above what
   * it was before knows that nobody has written in between.
   */
  generation(): Promise<number>;
  /** @throws Refusal `publish-lease-held`, naming the holder and until when */
  take(): Promise<HeldLease>;
}

export interface HeldLease {
  readonly generation: number;
  /** The latest instant at which an earlier holder wrote. */
  readonly lastWrite: Instant | undefined;
  /** The step that makes a transaction fail once the lease is another's. */
  guard(lane: number): Operation;
  /** What to throw when it failed: says who holds the lease now. */
  lost(): Promise<Refusal>;
  release(lastWrite: Instant | undefined): Promise<void>;
}

/** The lease as it is stored. */
interface LeaseState {
  readonly generation: number;
  readonly until: Instant;
  readonly lastWrite: Instant | undefined;
  readonly holder: LeaseHolder | undefined;
}

export function publishLease(
  client: DynamoDBClient,
  table: string,
  { holder, clock, hasDied = () => false }: LeaseOptions,
): PublishLease {
  async function read(): Promise<LeaseState | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: attributesOf(leaseKey), ConsistentRead: true }),
    );
    return Item && stateOf(Item);
  }

  async function take(): Promise<HeldLease> {
    const before = await read();
    const now = toInstant(clock());
    if (before?.holder && before.until > now && !hasDied(before.holder)) throw held(before);
    const owner = randomUUID();
    const generation = (before?.generation ?? 0) + (before?.holder ? 2 : 1);
    try {
      await sendTransaction(client, leaseItems(table, { owner, holder, generation, before, now }));
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      throw held(await read());
    }
    return hold({ owner, generation, lastWrite: before?.lastWrite });
  }

  function hold({
    owner,
    generation,
    lastWrite,
  }: Pick<HeldLease, "generation" | "lastWrite"> & { owner: string }) {
    const update = async (expression: string, values: Record<string, AttributeValue>) => {
      const { expression: condition, names, values: owned } = heldBy(owner);
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: attributesOf(leaseKey),
            UpdateExpression: expression,
            ConditionExpression: condition,
            ExpressionAttributeNames: { ...names, "#until": "until" },
            ExpressionAttributeValues: { ...owned, ...values },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        clearInterval(renewal); // another holds it: the next guard says so
      }
    };
    const renew = () =>
      update("SET #until = :until", { ":until": { S: addSeconds(toInstant(clock()), LEASE_SECONDS) } });
    const renewal = setInterval(() => renew().catch(() => {}), RENEW_EVERY_MS); // missed once, it is renewed the next time
    renewal.unref();
    return {
      generation,
      lastWrite,
      guard: (lane: number): Operation => ({ check: leaseLaneKey(lane), condition: heldBy(owner) }),
      lost: async () => held(await read()),
      release: async (wrote: Instant | undefined) => {
        clearInterval(renewal);
        const assignments = `#until = :now, generation = generation + :one${wrote ? ", lastWrite = :wrote" : ""}`;
        await update(`SET ${assignments} REMOVE #owner, holder`, {
          ":now": { S: toInstant(clock()) },
          ":one": { N: "1" },
          ...(wrote && { ":wrote": { S: wrote } }),
        });
      },
    };
  }

  return { generation: async () => (await read())?.generation ?? 0, take };
}

interface Taking {
  readonly owner: string;
  readonly holder: LeaseHolder;
  readonly generation: number;
  readonly before: LeaseState | undefined;
  readonly now: Instant;
}

/** The lease, provided that it still is as it was seen, and all its lanes. */
function leaseItems(table: string, { owner, holder, generation, before, now }: Taking): TransactWriteItem[] {
  const lease = {
    ...attributesOf(leaseKey),
    owner: { S: owner },
    holder: { S: JSON.stringify(holder) },
    generation: { N: String(generation) },
    until: { S: addSeconds(now, LEASE_SECONDS) },
    ...(before?.lastWrite && { lastWrite: { S: before.lastWrite } }),
  };
  const unchanged = before
    ? {
        ConditionExpression: "generation = :generation AND #until = :until",
        ExpressionAttributeNames: { "#until": "until" },
        ExpressionAttributeValues: {
          ":generation": { N: String(before.generation) },
          ":until": { S: before.until },
        },
      }
    : { ConditionExpression: "attribute_not_exists(pk)" };
  const lanes = Array.from({ length: LEASE_LANES }, (_, lane) => ({
    Put: { TableName: table, Item: { ...attributesOf(leaseLaneKey(lane)), owner: { S: owner } } },
  }));
  return [{ Put: { TableName: table, Item: lease, ...unchanged } }, ...lanes];
}

function stateOf(attributes: Record<string, AttributeValue>): LeaseState {
  const { generation, until, lastWrite, holder } = attributes;
  return {
    generation: Number(generation?.N ?? 0),
    until: until?.S ?? "",
    lastWrite: lastWrite?.S,
    holder: holder?.S === undefined ? undefined : JSON.parse(holder.S),
  };
}

function held(state: LeaseState | undefined): Refusal {
  const { holder } = state ?? {};
  const who = holder ? `${holder.name} (process ${holder.process})` : "Another publisher";
  return new Refusal(
    "publish-lease-held",
    409,
    holder && state ? `${who} is publishing, until ${state.until} at the latest.` : `${who} was faster.`,
    "Wait until it has ended, then publish again: what is already there is not written twice.",
  );
}

const attributesOf = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } });
