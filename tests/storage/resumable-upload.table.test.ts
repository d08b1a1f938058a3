import { createHash } from "node:crypto";
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import {
  partBytesOf,
  type ResumableUpload,
  resumableUpload,
} from "../../functions/storage/buckets/resumable-upload.ts";
import { freshBucket } from "../worlds/tables/tables.ts";

const MIB = 1024 * 1024;
/** Enough to be resumed: seven parts. */
const BYTES = 52 * MIB;

function content(seed: number): Buffer {
  const bytes = Buffer.alloc(BYTES, `content ${seed} `);
  for (let part = 0; part < BYTES; part += 8 * MIB) bytes.writeUInt32BE(part + seed, part);
  return bytes;
}

/** Gives stretches of odd lengths from one memory, as files are read, and breaks off after `most` bytes. */
function upload(bytes: Buffer, key: string, bucket: string, most = BYTES): ResumableUpload {
  async function* open() {
    const memory = Buffer.alloc(777_777);
    for (let at = 0; at < most; at += memory.length) yield memory.subarray(0, bytes.copy(memory, 0, at));
    if (most < BYTES) throw new Error("The line broke.");
  }
  return { bucket, key, bytes: BYTES, sha256: createHash("sha256").update(bytes).digest("hex"), open };
}

/** Counts the parts that are sent from here on. */
function countingParts(client: S3Client): () => number {
  let sent = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === "UploadPartCommand") sent++;
        return next(args);
      },
    { step: "initialize" },
  );
  return () => sent;
}

async function uploadsIn(client: S3Client, Bucket: string): Promise<number> {
  return (await client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads?.length ?? 0;
}

async function hashIn(client: S3Client, Bucket: string, Key: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return createHash("sha256")
    .update((await Body?.transformToByteArray()) ?? "")
    .digest("hex");
}

test("an upload that broke off goes on where it was", async () => {
  const { client, bucket } = await freshBucket();
  const whole = upload(content(1), "a", bucket);
  await expect(resumableUpload(client, upload(content(1), "a", bucket, 30 * MIB))).rejects.toThrow(
    "The line broke.",
  );
  expect(await uploadsIn(client, bucket)).toBe(1);

  const sent = countingParts(client);
  const progress: number[] = [];
  await resumableUpload(client, { ...whole, onProgress: (soFar) => progress.push(soFar) });
  expect(sent()).toBe(4);
  expect(progress.at(-1)).toBe(BYTES);
  expect(await hashIn(client, bucket, "a")).toBe(whole.sha256);
  expect(await uploadsIn(client, bucket)).toBe(0);
});

test("parts of other bytes are not taken over", async () => {
  const { client, bucket } = await freshBucket();
  await expect(resumableUpload(client, upload(content(1), "a", bucket, 30 * MIB))).rejects.toThrow();
  const other = upload(content(2), "a", bucket);
  const sent = countingParts(client);
  await resumableUpload(client, other);
  expect(sent()).toBe(7);
  expect(await hashIn(client, bucket, "a")).toBe(other.sha256);
});

test.each([
  ["other bytes", { sha256: "0".repeat(64) }],
  ["fewer bytes", { bytes: BYTES + 1 }],
  ["more bytes", { bytes: BYTES - 1 }],
])("of %s than announced nothing is stored, in whole or in parts", async (_what, announced) => {
  const { client, bucket } = await freshBucket();
  await expect(
    resumableUpload(client, { ...upload(content(1), "a", bucket), ...announced }),
  ).rejects.toMatchObject({ code: "content-invalid" });
  expect(await uploadsIn(client, bucket)).toBe(0);
  await expect(client.send(new HeadObjectCommand({ Bucket: bucket, Key: "a" }))).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("parts are of 8 MiB up to 80 GB, and never more than 10,000", () => {
  expect(partBytesOf(50_000_000)).toBe(8 * MIB);
  expect(partBytesOf(80e9)).toBe(8 * MIB);
  for (const bytes of [90e9, 1e12, 5 * 2 ** 40]) {
    expect(partBytesOf(bytes) % MIB).toBe(0);
    expect(Math.ceil(bytes / partBytesOf(bytes))).toBeLessThanOrEqual(10_000);
  }
});
