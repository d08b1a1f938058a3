import { randomUUID } from "node:crypto";
import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { toAttributes } from "./attributes.ts";
import type { Condition } from "./condition.ts";
import type { StoredItem } from "./item.ts";
import type { Key } from "./key.ts";
import { type RetryPolicy, withBackoff } from "./retry-policy.ts";

/** One step of a transaction. No two steps of one transaction may touch the same item. */
export type Operation =
  | { readonly put: StoredItem; readonly condition?: Condition }
  | { readonly remove: Key; readonly condition?: Condition }
  | { readonly check: Key; readonly condition: Condition };

/** DynamoDB API reference, TransactWriteItems: at most 100 actions and 4 MB. */
export const TRANSACTION_OPERATIONS = 100;
export const TRANSACTION_BYTES = 4 * 1024 * 1024;

/** A transaction was not carried out, because what some of its steps asked for was not so. */
export class ConditionFailed extends Error {
  override readonly name = "ConditionFailed";

  /** @param failed those steps, in their order */
  constructor(
    readonly failed: readonly Operation[],
    cause: unknown,
  ) {
    super(`A condition failed on ${failed.map((each) => nameOf(operationKey(each))).join(", ")}.`, { cause });
  }
}

/**
 * Carries out all operations or none. Tries again where another transaction was in the way or the table was
 * busy; each attempt has a token of its own, so that an answer lost on the way is not carried out twice.
 *
 * @throws ConditionFailed when a condition does not hold
 */
export async function transact(
  client: DynamoDBClient,
  table: string,
  operations: readonly Operation[],
  patience?: RetryPolicy,
): Promise<void> {
  const items = operations.map((operation) => toTransactItem(table, operation));
  try {
    await sendTransaction(client, items, patience);
  } catch (error) {
    const failed = operations.filter((_, i) => reasonsOf(error)[i] === "ConditionalCheckFailed");
    throw failed.length > 0 ? new ConditionFailed(failed, error) : error;
  }
}

/**
 * The same for items of any shape.
 *
 * @param token the same at every attempt, where an attempt may have been carried out although its answer was lost:
 * within ten minutes DynamoDB then carries it out once (API reference, TransactWriteItems, ClientRequestToken)
 * @throws TransactionCanceledException when a condition does not hold
 */
export async function sendTransaction(
  client: DynamoDBClient,
  items: TransactWriteItem[],
  patience?: RetryPolicy,
  token?: string,
): Promise<void> {
  const attempt = () =>
    client.send(
      new TransactWriteItemsCommand({
        TransactItems: items,
        ClientRequestToken: token ?? randomUUID(),
      }),
    );
  await withBackoff(attempt, isPassing, patience);
}

/** Whether a transaction was refused because a condition did not hold. */
export function isConditionFailure(error: unknown): boolean {
  return reasonsOf(error).includes("ConditionalCheckFailed");
}

export function operationKey(operation: Operation): Key {
  if ("put" in operation) return operation.put.key;
  return "remove" in operation ? operation.remove : operation.check;
}

function toTransactItem(table: string, operation: Operation): TransactWriteItem {
  const condition = operation.condition && {
    ConditionExpression: operation.condition.expression,
    ...(operation.condition.names && { ExpressionAttributeNames: operation.condition.names }),
    ExpressionAttributeValues: operation.condition.values,
  };
  if ("put" in operation)
    return { Put: { TableName: table, Item: toAttributes(operation.put), ...condition } };
  const { pk, sk } = operationKey(operation);
  const named = { TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } };
  if ("remove" in operation) return { Delete: { ...named, ...condition } };
  return { ConditionCheck: { ...named, ConditionExpression: operation.condition.expression, ...condition } };
}

const PASSING = new Set([
  "TransactionConflict",
  "TransactionConflictException",
  "TransactionInProgressException",
  "ThrottlingError",
  "ThrottlingException",
  "ProvisionedThroughputExceeded",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "InternalServerError",
]);

/** A failed condition decides, even where another step met a conflict in the same attempt. */
export function isPassing(error: unknown): boolean {
  const reasons = reasonsOf(error);
  if (reasons.includes("ConditionalCheckFailed")) return false;
  return reasons.some((reason) => PASSING.has(reason)) || (error instanceof Error && PASSING.has(error.name));
}

/** Why each step of a transaction was not carried out, in their order; empty for any other error. */
export function reasonsOf(error: unknown): string[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "None");
}

function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}
