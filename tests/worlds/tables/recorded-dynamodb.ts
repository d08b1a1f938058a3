import { createServer, request } from "node:http";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { onLoopback } from "../commands/on-loopback.ts";

/** What IAM is asked for when DynamoDB is: an action on a table, on items of one partition. */
export interface TableCall {
  readonly action: string;
  readonly table: string;
  readonly partition: string;
}

export interface RecordedDynamoDb {
  readonly endpoint: string;
  readonly calls: readonly TableCall[];
  stop(): void;
}

/** Stands in front of DynamoDB, passes on what it is asked, and takes down what permissions that needs. */
export async function recordedDynamoDb(behind: string): Promise<RecordedDynamoDb> {
  const { hostname, port } = new URL(behind);
  const calls: TableCall[] = [];
  const server = createServer(async (asked, answer) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part);
    const body = Buffer.concat(parts);
    try {
      calls.push(...callsOf(String(asked.headers["x-amz-target"]).split(".")[1], JSON.parse(String(body))));
    } catch (error) {
      answer.writeHead(400).end(String(error));
      return;
    }
    const { method, headers, url: path } = asked;
    const passedOn = request({ hostname, port, method, headers, path }, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    passedOn.end(body);
  });
  const { endpoint, stop } = await onLoopback(server);
  return { endpoint, calls, stop };
}

type Attributes = Record<string, AttributeValue>;
interface Step {
  readonly TableName: string;
  readonly Key?: Attributes;
  readonly Item?: Attributes;
}
interface Asked extends Step {
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Attributes;
  readonly TransactItems?: readonly Record<string, Step>[];
}

/** DynamoDB Developer Guide, "Using IAM with DynamoDB transactions": each step needs what it would need by itself. */
const STEPS: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

/** @throws Error for what it does not know how to take down, so that nothing is left out unseen */
function callsOf(operation: string | undefined, asked: Asked): TableCall[] {
  switch (operation) {
    case "GetItem":
    case "PutItem":
    case "UpdateItem":
    case "DeleteItem":
      return [callOn(operation, asked)];
    case "Query":
      if (!asked.KeyConditionExpression?.startsWith("pk = :pk")) break;
      return [call(operation, asked.TableName, asked.ExpressionAttributeValues?.[":pk"])];
    case "TransactWriteItems":
      return (asked.TransactItems ?? []).flatMap((item) =>
        Object.entries(item).map(([step, on]) => callOn(STEPS[step], on)),
      );
  }
  throw new Error(
    `It is not known which permissions ${operation} ${asked.KeyConditionExpression ?? ""} needs.`,
  );
}

const callOn = (action: string | undefined, { TableName, Key, Item }: Step): TableCall =>
  call(action, TableName, (Key ?? Item)?.pk);

function call(action: string | undefined, table: string, pk: AttributeValue | undefined): TableCall {
  if (action === undefined || pk?.S === undefined) throw new Error("A call without action or partition.");
  return { action: `dynamodb:${action}`, table, partition: pk.S };
}
