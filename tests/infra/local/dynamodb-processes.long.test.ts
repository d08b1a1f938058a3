import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { isDynamoDbLocal, startDynamoDbLocal } from "../../../infra/local/machine/dynamodb-local.ts";
import { freePort } from "../../../infra/local/machine/free-port.ts";

test("a port that another DynamoDB Local has taken meanwhile is left for another, and its tables alone", async () => {
  const taken = Number(new URL(inject("dynamodbEndpoint")).port);
  const ports = [taken];
  const { endpoint, stop } = await startDynamoDbLocal({
    port: async () => ports.pop() ?? (await freePort()),
  });
  onTestFinished(stop);
  expect(endpoint).not.toBe(inject("dynamodbEndpoint"));
  expect(await isDynamoDbLocal(endpoint)).toBe(true);
});

test.skipIf(process.platform === "win32")(
  "it ends even when we are killed without a chance to end it",
  async () => {
    const starter = spawn("npx", ["tsx", "tests/worlds/tables/start-dynamodb.ts"], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    const [line] = await once(createInterface(starter.stdout), "line");
    const { endpoint } = JSON.parse(line);
    expect(await isDynamoDbLocal(endpoint)).toBe(true);
    process.kill(-(starter.pid ?? 0), "SIGKILL");
    await vi.waitFor(async () => expect(await isDynamoDbLocal(endpoint)).toBe(false), { timeout: 10_000 });
  },
);
