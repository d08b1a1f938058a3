import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished, test } from "vitest";
import { startDynamoDbLocal } from "../../../infra/local/machine/dynamodb-local.ts";
import { isAlive } from "../../worlds/commands/started-newsroom.ts";
import { freshNewsroomTable } from "../../worlds/tables/tables.ts";

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
  "a Java that never answers is tried at three ports, refused in one line, and not left running",
  async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1"); // accepts, and never answers
    onTestFinished(() => void silent.close());
    await once(silent, "listening");
    const bound = silent.address();
    const folder = mkdtempSync(join(tmpdir(), "dateline-java-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const java = join(folder, "java");
    writeFileSync(java, `#!/bin/sh\necho $$ >> ${folder}/pids\nexec sleep 60\n`, { mode: 0o755 });
    const port = async () => (typeof bound === "object" && bound ? bound.port : 0);
    const starting = startDynamoDbLocal({ java, port, limitMs: 200 });
    await expect(starting).rejects.toMatchObject({
      code: "dynamodb-unreachable",
      message: expect.stringMatching(/^DynamoDB Local could not be started.*3 times: .*$/),
    });
    const pids = readFileSync(join(folder, "pids"), "utf8").trim().split("\n").map(Number);
    expect(pids.length).toBe(3);
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  },
);
