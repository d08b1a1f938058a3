import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { expect, onTestFinished, test } from "vitest";
import { localS3Client } from "../../../infra/local/clients.ts";
import { createBucket, startLocalS3 } from "../../../infra/local/s3/s3.ts";
import { freshBucket } from "../../worlds/tables/tables.ts";

async function bytesIn(client: S3Client, Bucket: string, Key: string, Range?: string): Promise<Buffer> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...(Range && { Range }) }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

test("a range is the bytes it names", async () => {
  const { client, bucket: Bucket } = await freshBucket();
  const Body = randomBytes(300_000);
  await client.send(new PutObjectCommand({ Bucket, Key: "a", Body }));
  expect(await bytesIn(client, Bucket, "a", "bytes=65530-65545")).toEqual(Body.subarray(65_530, 65_546));
  expect(await bytesIn(client, Bucket, "a", "bytes=-5")).toEqual(Body.subarray(-5));
  await expect(bytesIn(client, Bucket, "a", "bytes=300000-")).rejects.toMatchObject({ name: "InvalidRange" });
});

test("a stream comes out of the encoding in which the SDK sends it", async () => {
  const { client, bucket: Bucket } = await freshBucket();
  const body = randomBytes(200_001);
  const chunks = [body.subarray(0, 1), body.subarray(1, 70_000), body.subarray(70_000)];
  await client.send(
    new PutObjectCommand({ Bucket, Key: "a", Body: Readable.from(chunks), ContentLength: body.length }),
  );
  expect(await bytesIn(client, Bucket, "a")).toEqual(body);
});

test("bytes other than their checksum are refused", async () => {
  const { client, bucket: Bucket } = await freshBucket();
  const put = new PutObjectCommand({ Bucket, Key: "a", Body: Buffer.from("abc"), ChecksumCRC32: "AAAAAA==" });
  await expect(client.send(put)).rejects.toMatchObject({ name: "BadDigest" });
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: "a" }))).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("keys are kept as they are, however they look, and listed page by page", async () => {
  const { client, bucket: Bucket } = await freshBucket();
  const keys = ["a/../b", "a/./c d+e", "фото/%41&<.jpg", `long/${"x".repeat(900)}`];
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  const listed: (string | undefined)[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client, pageSize: 3 }, { Bucket }))
    listed.push(...Contents.map(({ Key }) => Key));
  expect(listed).toEqual([...keys].sort());
  for (const key of keys) expect((await bytesIn(client, Bucket, key)).toString()).toBe(key);
});

test("what is stored is there after a restart with the same tag, and what was deleted is not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "s3-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const head = new HeadObjectCommand({ Bucket: "media", Key: "kept" });
  const before = await startLocalS3(folder);
  const client = localS3Client(before.endpoint);
  await createBucket(client, "media");
  for (const Key of ["kept", "deleted"])
    await client.send(new PutObjectCommand({ Bucket: "media", Key, Body: Key, CacheControl: "no-cache" }));
  await client.send(new DeleteObjectCommand({ Bucket: "media", Key: "deleted" }));
  const { ETag, LastModified } = await client.send(head);
  client.destroy();
  await before.stop();

  const after = await startLocalS3(folder);
  onTestFinished(() => after.stop());
  const again = localS3Client(after.endpoint);
  expect(await again.send(head)).toMatchObject({
    ETag,
    LastModified,
    CacheControl: "no-cache",
    ContentLength: 4,
  });
  await expect(bytesIn(again, "media", "deleted")).rejects.toMatchObject({ name: "NoSuchKey" });
});

test("a copy has the bytes and headers of what it was made of, and outlives it", async () => {
  const { client, bucket: from } = await freshBucket();
  const { bucket: to } = await freshBucket();
  const Body = randomBytes(70_000);
  await client.send(
    new PutObjectCommand({
      Bucket: from,
      Key: "a b/+.jpg",
      Body,
      ContentType: "image/jpeg",
      Metadata: { why: "so" },
    }),
  );
  await client.send(new CopyObjectCommand({ Bucket: to, Key: "c", CopySource: `${from}/a%20b/%2B.jpg` }));
  await client.send(new DeleteObjectCommand({ Bucket: from, Key: "a b/+.jpg" }));
  expect(await bytesIn(client, to, "c")).toEqual(Body);
  const head = await client.send(new HeadObjectCommand({ Bucket: to, Key: "c" }));
  expect(head).toMatchObject({ ContentType: "image/jpeg", Metadata: { why: "so" } });
  await expect(
    client.send(new CopyObjectCommand({ Bucket: to, Key: "d", CopySource: `${from}/a%20b/%2B.jpg` })),
  ).rejects.toMatchObject({ name: "NoSuchKey" });
});
