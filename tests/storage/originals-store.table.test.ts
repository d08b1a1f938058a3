import { buffer } from "node:stream/consumers";
import { GetObjectCommand, HeadObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { expect, inject, test } from "vitest";
import { originalsStore, type StoredOriginal } from "../../functions/storage/buckets/originals-store.ts";
import { localS3Client } from "../../infra/local/clients.ts";
import {
  breakingAtPart,
  bytesOfOriginal,
  LARGE_BYTES,
  originalFile,
  sha256Of,
} from "../worlds/media/originals.ts";
import { freshBucket } from "../worlds/tables/tables.ts";

async function freshStore() {
  const { client, bucket } = await freshBucket();
  return { client, bucket, store: originalsStore(client, bucket) };
}

test("an original is found by its hash, whole and from any byte on", async () => {
  const { store } = await freshStore();
  const original = originalFile(100_000);
  expect(await store.has(original.sha256)).toBe(false);
  expect(await store.bytesOf(original.sha256)).toBeUndefined();

  await store.add(original);
  expect(await store.bytesOf(original.sha256)).toBe(100_000);
  expect(sha256Of(await buffer(await store.open(original.sha256)))).toBe(original.sha256);
  const rest = await buffer(await store.open(original.sha256, 99_000));
  expect(rest).toEqual(bytesOfOriginal(100_000).subarray(99_000));
});

test("the store does not learn what the file was called", async () => {
  const { client, bucket, store } = await freshStore();
  const original = originalFile(1_000, "Aigul Serik.jpg");
  await store.add(original);

  const Key = `originals/${original.sha256}`;
  const told = await client.send(new HeadObjectCommand({ Bucket: bucket, Key }));
  expect(JSON.stringify({ ...told, $metadata: undefined })).not.toMatch(/Aigul|Serik/);
  expect(told).toMatchObject({ ContentType: "image/jpeg", ContentLength: 1_000 });
});

test("the list tells hash, size and day of each", async () => {
  const { store } = await freshStore();
  const [first, second] = [originalFile(1_000), originalFile(2_000)];
  for (const original of [first, second]) await store.add(original);
  const listed: StoredOriginal[] = [];
  for await (const each of store.list()) listed.push(each);

  expect(listed).toHaveLength(2);
  for (const { sha256, bytes } of [first, second])
    expect(listed).toContainEqual({ sha256, bytes, addedAt: expect.any(Date) });
});

test("an upload that is cut half-way goes on with the part that was missing", async () => {
  const { bucket, store } = await freshStore();
  const original = originalFile(LARGE_BYTES);
  const poorLine = localS3Client(inject("s3Endpoint"));
  breakingAtPart(poorLine, 5);
  await expect(originalsStore(poorLine, bucket).add(original)).rejects.toThrow("The line broke.");
  expect(await store.has(original.sha256)).toBe(false);
  const begun = await store.begun(original.sha256);
  expect(begun).toBe(4 * 8 * 1024 * 1024);

  const goodLine = localS3Client(inject("s3Endpoint"));
  const sent = breakingAtPart(goodLine, Number.POSITIVE_INFINITY);
  await originalsStore(goodLine, bucket).add(original);
  expect(sent()).toBe(Math.ceil(LARGE_BYTES / (8 * 1024 * 1024)) - 4);
  expect(sha256Of(await buffer(await store.open(original.sha256)))).toBe(original.sha256);
});

test("a file that is not what its hash says is refused, and nothing of it is stored", async () => {
  const { client, bucket, store } = await freshStore();
  for (const bytes of [1_000, LARGE_BYTES]) {
    const original = { ...originalFile(bytes), sha256: "0".repeat(64) };
    await expect(store.add(original)).rejects.toMatchObject({ code: "content-invalid" });
  }
  expect(await store.begun("0".repeat(64))).toBe(0);
  for await (const { KeyCount } of paginateListObjectsV2({ client }, { Bucket: bucket }))
    expect(KeyCount).toBe(0);
});

test("what is removed is gone, and its neighbours stay", async () => {
  const { client, bucket, store } = await freshStore();
  const [gone, kept] = [originalFile(1_000), originalFile(2_000)];
  for (const original of [gone, kept]) await store.add(original);
  await store.remove(gone.sha256);

  expect([await store.has(gone.sha256), await store.has(kept.sha256)]).toEqual([false, true]);
  const asked = client.send(new GetObjectCommand({ Bucket: bucket, Key: `originals/${gone.sha256}` }));
  await expect(asked).rejects.toThrow();
});
