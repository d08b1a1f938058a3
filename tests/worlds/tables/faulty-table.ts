import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { registrations } from "../../../functions/storage/registrations/registrations.ts";
import type { SubmittingDependencies } from "../../../functions/workflows/registration/dependencies.ts";
import { localDynamoDbClient } from "../../../infra/local/clients.ts";
import type { RegisteringWorld } from "../registration/registering.ts";

/** What goes wrong with a transaction: DynamoDB Local never does these by itself. */
export type Fault = "conflict" | "throttled" | "lost-answer";

/** A client of the run's table whose transactions meet a fault whenever `next` names one. */
export function faultyClient(next: () => Fault | undefined): DynamoDBClient {
  const client = localDynamoDbClient(inject("dynamodbEndpoint"));
  client.middlewareStack.add(
    (send, context) => async (request) => {
      const fault = context.commandName === TransactWriteItemsCommand.name ? next() : undefined;
      if (fault === "conflict") throw canceled("TransactionConflict");
      if (fault === "throttled") throw canceled("ThrottlingError");
      const answer = await send(request);
      if (fault === "lost-answer")
        throw Object.assign(new Error("socket hang up"), { name: "TimeoutError", code: "ECONNRESET" });
      return answer;
    },
    { step: "initialize", name: "fault", priority: "low" },
  );
  return client;
}

/** Attempts that follow each other at once. */
export const SOON = { attempts: 6, shortestMs: 1, longestMs: 5 };

/** A world's dependencies, whose transactions meet the faults in turn. */
export function withFaults(
  { dependencies, table }: RegisteringWorld,
  ...faults: readonly (Fault | undefined)[]
): SubmittingDependencies {
  const left = [...faults];
  const client = faultyClient(() => left.shift());
  return { ...dependencies, registrations: registrations(client, table, SOON) };
}

function canceled(code: string): TransactionCanceledException {
  return new TransactionCanceledException({
    message: `Transaction cancelled [${code}]`,
    $metadata: {},
    CancellationReasons: [{ Code: code }],
  });
}

/** The same table without the conditions on seats, to prove that a test would notice. */
export function withoutConditions(_client: DynamoDBClient): DynamoDBClient {
  const careless = localDynamoDbClient(inject("dynamodbEndpoint"));
  careless.middlewareStack.add(
    (send) => async (request) => {
      const input = request.input as { TransactItems?: TransactWriteItem[] };
      for (const { Update } of input.TransactItems ?? []) if (Update) dropCondition(Update);
      return send(request);
    },
    { step: "initialize", name: "careless", priority: "high" },
  );
  return careless;
}

function dropCondition(update: NonNullable<TransactWriteItem["Update"]>): void {
  const { ":taken": taken, ":waiting": waiting } = update.ExpressionAttributeValues ?? {};
  if (!taken || !waiting) return;
  delete update.ConditionExpression;
  delete update.ExpressionAttributeNames;
  update.ExpressionAttributeValues = { ":taken": taken, ":waiting": waiting };
}
