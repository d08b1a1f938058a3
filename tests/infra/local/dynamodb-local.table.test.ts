import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test, vi } from "vitest";
import { answers, startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
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

test.skipIf(process.platform === "win32")(
  "it ends even when we are killed without a chance to end it",
  async () => {
    const starter = spawn("npx", ["tsx", "tests/worlds/start-dynamodb.ts"], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    const [line] = await once(createInterface(starter.stdout), "line");
    const { endpoint } = JSON.parse(line);
    expect(await answers(endpoint)).toBe(true);
    process.kill(-(starter.pid ?? 0), "SIGKILL");
    await vi.waitFor(async () => expect(await answers(endpoint)).toBe(false), { timeout: 10_000 });
  },
);
