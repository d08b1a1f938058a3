import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect, inject, onTestFinished, test } from "vitest";
import { mediaPath } from "../../../functions/domain/addresses.ts";
import { startEdge } from "../../../infra/local/edge/edge.ts";
import { freshBucket } from "../../worlds/tables/tables.ts";

/** More than the buffers between the bucket and a reader hold. */
const BYTES = randomBytes(24 * 1024 * 1024);
const SHA256 = createHash("sha256").update(BYTES).digest("hex");
const CONNECTIONS = 2;
/** How long the edge waits for those who stop: long enough for a reader on a busy machine. */
const WAIT_MS = 3_000;

/** An edge that has only two connections to its bucket: a stream left open on each, and nobody gets anything more. */
async function narrowEdge(timeoutMs?: number): Promise<string> {
  const { client, bucket } = await freshBucket();
  const path = mediaPath(SHA256, "film.mp4");
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: path.slice(1), Body: BYTES }));
  const narrow = new S3Client({
    endpoint: inject("s3Endpoint"),
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    forcePathStyle: true,
    requestHandler: { httpAgent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }) },
  });
  onTestFinished(() => narrow.destroy());
  const { address, stop } = await startEdge({
    port: 0,
    fetch: () => new Response(null, { status: 404 }),
    media: { client: narrow, bucket },
    clock: () => new Date(),
    ...(timeoutMs && { timeoutMs }),
  });
  onTestFinished(stop);
  return `${address}${path}`;
}

/** A reader who has got the first bytes and takes no more. */
async function beginning(address: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = get(address, { headers });
  request.on("error", () => {});
  const [response]: IncomingMessage[] = await once(request, "response");
  if (!response) throw new Error("There was no response.");
  response.on("error", () => {});
  await once(response, "readable");
  onTestFinished(() => void request.destroy());
  return response;
}

async function hashOf(address: string): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) });
  return createHash("sha256")
    .update(new Uint8Array(await answer.arrayBuffer()))
    .digest("hex");
}

test.each(["bytes=0-", "bytes=1000-", "lines=1-2"])(
  "readers who hang up half-way through %s leave no stream from the bucket open",
  async (range) => {
    const address = await narrowEdge();
    for (let n = 0; n < 3 * CONNECTIONS; n++) (await beginning(address, { Range: range })).destroy();
    expect(await hashOf(address)).toBe(SHA256);
  },
);

test("readers who stop and stay connected are let go after a while", async () => {
  const address = await narrowEdge(WAIT_MS);
  for (let n = 0; n < CONNECTIONS; n++) await beginning(address);
  expect(await hashOf(address)).toBe(SHA256);
});
