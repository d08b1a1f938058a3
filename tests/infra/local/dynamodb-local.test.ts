import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import { freshNewsroomTable } from "../../worlds/tables.ts";

test("every test has a table of its own", async () => {
  const one = await freshNewsroomTable();
  const other = await freshNewsroomTable();
  expect(one.table).not.toBe(other.table);
  const item = { pk: { S: "/en/" }, sk: { S: "document" } };
  const answer = await one.client.send(new PutItemCommand({ TableName: one.table, Item: item }));
  expect(answer.$metadata.httpStatusCode).toBe(200);
});

test("a machine without Java gets one line with the remedy", async () => {
  await expect(startDynamoDbLocal({ java: "/nowhere/bin/java" })).rejects.toMatchObject({
    code: "java-missing",
    help: expect.stringContaining("Install a JRE"),
  });
});
