import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { sendTransaction } from "../../functions/storage/dynamodb/transaction.ts";
import { placeCapacities } from "../../functions/storage/registrations/place-capacities.ts";
import { keyAttributes } from "../../functions/storage/registrations/registration-items.ts";
import { placeKey } from "../../functions/storage/registrations/registrations-keys.ts";
import { EVENT_ID } from "../worlds/content/small-newsroom.ts";
import { placesWorld } from "../worlds/documents/places.ts";

const taking = (table: string) => ({
  Update: {
    TableName: table,
    Key: keyAttributes(placeKey(EVENT_ID, "hall")),
    UpdateExpression: "ADD taken :one",
    ExpressionAttributeValues: { ":one": { N: "1" } },
  },
});

test("a new place has its seats, none taken and nobody waiting", async () => {
  const { places, row, count } = await placesWorld();
  await places.set(EVENT_ID, "hall", 120);
  expect(await row("hall")).toEqual({ capacity: "120", taken: "0", waiting: "0" });
  expect(await count()).toBe(1);
});

test("another capacity leaves alone what is taken and who waits", async () => {
  const { client, table, places, row } = await placesWorld();
  await places.set(EVENT_ID, "hall", 120);
  await sendTransaction(client, [taking(table)]);
  await places.set(EVENT_ID, "hall", 80);
  expect(await row("hall")).toEqual({ capacity: "80", taken: "1", waiting: "0" });
});

test("the same capacity writes nothing", async () => {
  const { client, table, places, row } = await placesWorld();
  await places.set(EVENT_ID, "hall", 120);
  const mark = {
    TableName: table,
    Key: keyAttributes(placeKey(EVENT_ID, "hall")),
    UpdateExpression: "REMOVE waiting",
  };
  await client.send(new UpdateItemCommand(mark)); // what a write would put back
  await places.set(EVENT_ID, "hall", 120);
  expect(await row("hall")).toEqual({ capacity: "120", taken: "0" });
});

test("whoever registers at that moment is waited for", async () => {
  const { client, table, row } = await placesWorld();
  let refused = 0;
  client.middlewareStack.add((next) => async (args) => {
    if (refused++ > 0) return next(args);
    throw Object.assign(new Error("Transaction is ongoing for the item"), {
      name: "TransactionConflictException",
    });
  });
  await placeCapacities(client, table, { attempts: 3, shortestMs: 1, longestMs: 2 }).set(
    EVENT_ID,
    "hall",
    120,
  );
  expect(await row("hall")).toMatchObject({ capacity: "120" });
});
