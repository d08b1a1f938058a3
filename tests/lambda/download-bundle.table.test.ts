import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { BUNDLE_FILE, bundleFunction } from "../../infra/aws/functions/bundle.ts";
import { functionUrlEvent } from "../worlds/aws/function-url-event.ts";
import { temporaryFolder } from "../worlds/commands/temporary-folder.ts";
import {
  bytesAt,
  type DownloadsWorld,
  downloadsWorld,
  storedDownload,
} from "../worlds/documents/downloads.ts";

const KILOBYTES = 320;
const FILE = "/downloads/world-day/heart.jpg";
const READER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
let directory: string;
let bytes: number;
let world: DownloadsWorld;

beforeAll(async () => {
  directory = temporaryFolder();
  ({ bytes } = await bundleFunction("download", directory));
  world = await downloadsWorld([storedDownload("heart.jpg")]);
});

/** Loads the bundle in a process of its own, as Lambda does, and hands it events one after the other. */
function invoke(...events: unknown[]) {
  const script = `const { handler } = require(${JSON.stringify(join(directory, BUNDLE_FILE))});
    (async () => {
      const answers = [];
      for (const event of ${JSON.stringify(events)}) answers.push(await handler(event));
      console.log(JSON.stringify(answers));
      process.exit(0);
    })();`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", script], {
    encoding: "utf8",
    env: {
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: inject("dynamodbEndpoint"),
      NEWSROOM_TABLE: world.table,
      STAGE: "dev",
    },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.trim().split("\n");
  return { answers: JSON.parse(lines.at(-1) ?? ""), log: lines.slice(0, -1) };
}

const today = () => new Date().toISOString().slice(0, 10);

describe("the built download function", () => {
  test(`is at most ${KILOBYTES} KB`, () => {
    expect(bytes).toBeLessThanOrEqual(KILOBYTES * 1024);
  });

  test("leads to the bytes and has counted when it answers, once for a download in pieces", async () => {
    const before = today();
    const rest = { ...READER, "x-dateline-range": "bytes=500-" };
    const { answers, log } = invoke(
      functionUrlEvent(FILE, { method: "HEAD", headers: READER }),
      functionUrlEvent(FILE, { headers: READER }),
      functionUrlEvent(FILE, { headers: rest }),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({
        statusCode: 302,
        body: "",
        headers: { location: bytesAt("heart.jpg") },
      });
    const counts = [...new Set([before, today()])].map((day) => world.counts(day));
    const counted = (await Promise.all(counts)).flat().reduce((sum, { count }) => sum + count, 0);
    expect(counted + log.length).toBe(1); // a slow machine may have given up, and then says so
  });

  test("refuses other methods and unknown or hostile addresses without failing", () => {
    const { answers } = invoke(
      functionUrlEvent(FILE, { method: "POST" }),
      functionUrlEvent("/downloads/world-day/%00%ff"),
      functionUrlEvent("/downloads/../downloads/world-day/heart.jpg"),
      functionUrlEvent(`/downloads/world-day/${"a".repeat(3_000)}`),
    );
    expect(answers.map(({ statusCode }: { statusCode: number }) => statusCode)).toEqual([405, 404, 404, 404]);
  });
});
