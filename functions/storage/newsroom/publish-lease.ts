import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds, type Clock, type Instant, latest, toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { heldBy } from "../dynamodb/condition.ts";
import type { Key } from "../dynamodb/key.ts";
import { isConditionFailure, type Operation, sendTransaction } from "../dynamodb/transaction.ts";
import { leaseKey, leaseLaneKey } from "./keys.ts";
import { type LeaseHolder, type LeaseState, leaseLost, leaseStateOf, leaseTaken } from "./lease-state.ts";

/**
 * The lease keeps two publishers apart. It ends by itself, is renewed while its holder lives, and whoever takes it
 * over rewrites its lanes, so that every transaction of the former holder fails from then on:
 *
 *     A takes ----- renews ----- renews ---X (stalls)      wakes: its lane is B's, it stops
 *                                           '-- 60 s --'
 *                                                       B takes -----
 *
 * An emergency does not wait for that. It marks the lease, and takes it over after five seconds at the latest:
 *
 *     A takes ----- sees the mark, gives it back ---- ends
 *              E marks ------------------------- E takes -----
 *
 * A transaction checks one lane and not the lease: two transactions that check the same item are in each other's
 * way, so each writer at work has a lane of its own.
 */
export const LEASE_SECONDS = 60;
const RENEW_EVERY_MS = 15_000;
export const LEASE_LANES = 8;

const YIELD_MS = 5_000;
/** How often a holder looks whether an emergency asks for the lease, and the emergency whether it was given. */
const LOOK_EVERY_MS = 500;

export interface LeaseOptions {
  readonly holder: LeaseHolder;
  readonly clock: Clock;
  /** Whether a holder is known to have died, so that its lease need not be waited for. */
  readonly hasDied?: (holder: LeaseHolder) => boolean;
  /** Milliseconds that a publisher has to give the lease to an emergency. */
  readonly yieldMs?: number;
}

export interface PublishLease {
  /**
   * Rises by one when the lease is taken or given back, by two when it is taken over: who takes it one above what
   * it was before knows that nobody has written in between.
   */
  generation(): Promise<number>;
  /** @throws Refusal `publish-lease-held`, naming the holder and until when */
  take(): Promise<HeldLease>;
  /**
   * Takes the lease from a publisher, who has five seconds to give it back. Another emergency is not interrupted.
   * @param verb of the command, for others to read
   * @throws Refusal `publish-lease-held` while another emergency holds it
   */
  takeForEmergency(verb: string): Promise<HeldLease>;
}

export interface HeldLease {
  readonly generation: number;
  /** The latest instant at which an earlier holder wrote, or this one. */
  readonly lastWrite: Instant | undefined;
  /** Notes when this holder wrote: what it writes next is written later. */
  wrote(at: Instant | undefined): void;
  /** Aborted with a Refusal once an emergency asks for the lease, or another holds it. */
  readonly signal: AbortSignal;
  /** The step that makes a transaction fail once the lease is another's. */
  guard(lane: number): Operation;
  /** What to throw when it failed: says who holds the lease now. */
  lost(): Promise<Refusal>;
  /** Gives it back, and tells the next holder when this one wrote. */
  release(): Promise<void>;
}

export function publishLease(
  client: DynamoDBClient,
  table: string,
  { holder, clock, hasDied = () => false, yieldMs = YIELD_MS }: LeaseOptions,
): PublishLease {
  async function read(): Promise<LeaseState | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: attributesOf(leaseKey), ConsistentRead: true }),
    );
    return Item && leaseStateOf(Item);
  }

  const isLive = (state: LeaseState | undefined): state is LeaseState & { holder: LeaseHolder } =>
    state?.holder !== undefined && state.until > toInstant(clock()) && !hasDied(state.holder);

  async function take(before: LeaseState | undefined, emergency?: string): Promise<HeldLease> {
    const owner = randomUUID();
    const generation = (before?.generation ?? 0) + (before?.holder ? 2 : 1);
    const now = toInstant(clock());
    try {
      await sendTransaction(client, leaseItems(table, { owner, holder, generation, before, now, emergency }));
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      throw leaseTaken(await read());
    }
    return hold({ owner, generation, lastWrite: before?.lastWrite });
  }

  /** Asks a publisher for the lease. A mark that comes too late finds another generation and does nothing. */
  async function ask({ generation }: LeaseState): Promise<void> {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: attributesOf(leaseKey),
          UpdateExpression: "SET wantedBy = :holder",
          ConditionExpression: "generation = :generation",
          ExpressionAttributeValues: {
            ":holder": { S: JSON.stringify(holder) },
            ":generation": { N: String(generation) },
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  function hold({
    owner,
    generation,
    lastWrite: before,
  }: Pick<HeldLease, "generation" | "lastWrite"> & { owner: string }): HeldLease {
    let lastWrite = before;
    const lost = new AbortController();
    const end = (timer: NodeJS.Timeout, state: LeaseState | undefined) => {
      clearInterval(timer);
      if (!lost.signal.aborted) lost.abort(leaseLost(state));
    };
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
        end(renewal, await read()); // another holds it
      }
    };
    const renew = () =>
      update("SET #until = :until", { ":until": { S: addSeconds(toInstant(clock()), LEASE_SECONDS) } });
    const giveBack = async () => {
      clearInterval(renewal);
      clearInterval(looking);
      const assignments = `#until = :now, generation = generation + :one${lastWrite ? ", lastWrite = :wrote" : ""}`;
      await update(`SET ${assignments} REMOVE #owner, holder, emergency, wantedBy`, {
        ":now": { S: toInstant(clock()) },
        ":one": { N: "1" },
        ...(lastWrite && { ":wrote": { S: lastWrite } }),
      });
    };
    /** An emergency need not wait until all that was begun has ended: what comes after it finds its lane taken. */
    const look = async () => {
      const state = await read();
      if (!state?.wantedBy && state?.owner === owner) return;
      end(looking, state);
      lastWrite = toInstant(clock());
      await giveBack();
    };
    // missed once, both are done the next time
    const renewal = setInterval(() => renew().catch(() => {}), RENEW_EVERY_MS);
    const looking = setInterval(() => look().catch(() => {}), LOOK_EVERY_MS);
    renewal.unref();
    looking.unref();
    return {
      generation,
      get lastWrite() {
        return lastWrite;
      },
      wrote: (at) => {
        lastWrite = latest([lastWrite, at]);
      },
      signal: lost.signal,
      guard: (lane: number): Operation => ({ check: leaseLaneKey(lane), condition: heldBy(owner) }),
      lost: async () => leaseLost(await read()),
      release: giveBack,
    };
  }

  return {
    generation: async () => (await read())?.generation ?? 0,
    take: async () => {
      const before = await read();
      if (isLive(before)) throw leaseTaken(before);
      return take(before);
    },
    takeForEmergency: async (verb) => {
      let before = await read();
      if (isLive(before) && before.emergency !== undefined) throw leaseTaken(before);
      if (isLive(before)) await ask(before);
      for (let waited = 0; isLive(before) && waited < yieldMs; waited += LOOK_EVERY_MS) {
        await setTimeout(LOOK_EVERY_MS);
        before = await read();
      }
      try {
        return await take(before, verb);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return take(await read(), verb); // it was given back, or taken, between the last look and this
      }
    },
  };
}

interface Taking {
  readonly owner: string;
  readonly holder: LeaseHolder;
  readonly generation: number;
  readonly before: LeaseState | undefined;
  readonly now: Instant;
  readonly emergency: string | undefined;
}

/** The lease, provided that it still is as it was seen, and all its lanes. */
function leaseItems(
  table: string,
  { owner, holder, generation, before, now, emergency }: Taking,
): TransactWriteItem[] {
  const lease = {
    ...attributesOf(leaseKey),
    owner: { S: owner },
    holder: { S: JSON.stringify(holder) },
    generation: { N: String(generation) },
    until: { S: addSeconds(now, LEASE_SECONDS) },
    ...(emergency !== undefined && { emergency: { S: emergency } }),
    ...(before?.lastWrite && { lastWrite: { S: before.lastWrite } }),
  };
  // an emergency takes the lease from a publisher who may just have renewed it
  const unchanged = before
    ? {
        ConditionExpression: `generation = :generation${emergency === undefined ? " AND #until = :until" : ""}`,
        ...(emergency === undefined && { ExpressionAttributeNames: { "#until": "until" } }),
        ExpressionAttributeValues: {
          ":generation": { N: String(before.generation) },
          ...(emergency === undefined && { ":until": { S: before.until } }),
        },
      }
    : { ConditionExpression: "attribute_not_exists(pk)" };
  const lanes = Array.from({ length: LEASE_LANES }, (_, lane) => ({
    Put: { TableName: table, Item: { ...attributesOf(leaseLaneKey(lane)), owner: { S: owner } } },
  }));
  return [{ Put: { TableName: table, Item: lease, ...unchanged } }, ...lanes];
}

const attributesOf = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } });
