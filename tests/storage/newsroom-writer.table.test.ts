import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { heldBy } from "../../functions/storage/dynamodb/condition.ts";
import { newsroomWriter } from "../../functions/storage/newsroom/newsroom-writer.ts";
import { item } from "../../functions/storage/newsroom/parts.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

const NOW = "2026-01-01T00:00:00Z";
const QUICK = { attempts: 4, shortestMs: 1, longestMs: 2 };
const note = (n: number, body = "text") => ({
  ...item({ pk: "note", sk: String(n) }, body, NOW),
  writtenAt: NOW,
});

/** Lets the first attempts of a kind of call end as DynamoDB ends them under load, which DynamoDB Local never does. */
function busy(client: DynamoDBClient, answers: Array<(input: unknown) => unknown>): string[] {
  const tokens: string[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      if (args.input instanceof Object && "ClientRequestToken" in args.input)
        tokens.push(String(args.input.ClientRequestToken));
      const answer = answers.shift();
      return answer
        ? { output: Object.assign({ $metadata: {} }, answer(args.input)), response: {} }
        : next(args);
    },
    { step: "initialize", name: "busy" },
  );
  return tokens;
}

const conflict = () => {
  throw new TransactionCanceledException({
    message: "Transaction cancelled",
    $metadata: {},
    CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
  });
};

test("a transaction that met a conflict is tried again, with another token", async () => {
  const { client, table } = await freshNewsroomTable();
  const tokens = busy(client, [conflict, conflict]);

  await newsroomWriter(client, table, QUICK).transact([{ put: note(1) }, { put: note(2) }]);

  expect(await newsroomWriter(client, table).partition("note")).toHaveLength(2);
  expect(new Set(tokens).size).toBe(3);
});

test("a conflict that lasts is told in the end", async () => {
  const { client, table } = await freshNewsroomTable();
  busy(
    client,
    Array.from({ length: 9 }, () => conflict),
  );

  await expect(newsroomWriter(client, table, QUICK).transact([{ put: note(1) }])).rejects.toThrow(
    "cancelled",
  );
});

test("a condition that does not hold names its step, and nothing is written", async () => {
  const { client, table } = await freshNewsroomTable();
  const writer = newsroomWriter(client, table);
  const check = { check: { pk: "lease", sk: "publish" }, condition: heldBy("me") };

  await expect(writer.transact([{ put: note(1) }, check])).rejects.toMatchObject({ failed: [check] });
  expect(await writer.partition("note")).toEqual([]);
});

test("what a batch leaves unprocessed is asked for again", async () => {
  const { client, table } = await freshNewsroomTable();
  const items = Array.from({ length: 60 }, (_, n) => note(n));
  const writer = newsroomWriter(client, table, QUICK);
  const none = (name: "UnprocessedItems" | "UnprocessedKeys") => (input: unknown) =>
    input instanceof Object && "RequestItems" in input ? { [name]: input.RequestItems } : {};

  busy(client, [none("UnprocessedItems")]);
  await writer.putAll(items);
  client.middlewareStack.remove("busy");
  expect(await writer.partition("note")).toHaveLength(60);

  busy(client, [none("UnprocessedKeys"), none("UnprocessedKeys")]);
  expect(await writer.read([...items.map((each) => each.key), { pk: "note", sk: "none" }])).toHaveLength(60);
});
