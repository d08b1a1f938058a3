import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { answers, startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import { freePort } from "../../../infra/local/free-port.ts";
import { isAlive } from "../../worlds/started-newsroom.ts";
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

test("a port that another DynamoDB Local has taken meanwhile is left for another, and its tables alone", async () => {
  const taken = Number(new URL(inject("dynamodbEndpoint")).port);
  const ports = [taken];
  const { endpoint, stop } = await startDynamoDbLocal({
    port: async () => ports.pop() ?? (await freePort()),
  });
  onTestFinished(stop);
  expect(endpoint).not.toBe(inject("dynamodbEndpoint"));
  expect(await answers(endpoint)).toBe(true);
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
