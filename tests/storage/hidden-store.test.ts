import { NoSuchKey } from "@aws-sdk/client-s3";
import { expect, test, vi } from "vitest";
import { putGoneObject } from "../../functions/storage/buckets/gone-object.ts";
import { hiddenStore } from "../../functions/storage/buckets/hidden-store.ts";
import { mediaPurge } from "../../functions/storage/buckets/media-purge.ts";
import { versionedBuckets } from "../worlds/tables/versioned-bucket.ts";

/** On one machine no versions are kept: `tests/workflows/emergency` hides and shows there. */

const AT = "2026-03-01T10:00:00Z";
const KEY = "media/0-/x/photo.jpg";

async function buckets() {
  const s3 = await versionedBuckets();
  const store = hiddenStore(s3.client, { media: "media", originals: "originals" });
  return { ...s3, store, purge: mediaPurge(s3.client, "media") };
}

test("hidden bytes leave the public bucket in every version, and come back as they were", async () => {
  const { store, put, all } = await buckets();
  put(`media/${KEY}`, "older");
  put(`media/${KEY}`, "bytes");
  put(`media/${KEY}2`, "another");
  await store.hide("1", KEY, AT);
  const hidden = [`media/${KEY}2 another`, `media/${KEY} gone`, `originals/hidden/1/objects/${KEY} bytes`];
  expect(all()).toEqual(hidden);
  await store.hide("1", KEY, AT);
  expect(all()).toEqual(hidden);
  await store.show("1", KEY);
  expect(all()).toContain(`media/${KEY} bytes`);
  expect(all()).not.toContain(`media/${KEY} gone`);
  await store.destroy("1");
  expect(all().filter((each) => each.startsWith("originals"))).toEqual([]);
});

test("hiding that was killed after readers saw the end of it goes on with the bytes of before", async () => {
  const { store, put, all, client } = await buckets();
  put(`media/${KEY}`, "bytes");
  await putGoneObject(client, "media", KEY, AT);
  await store.hide("1", KEY, AT);
  expect(all()).toEqual([`media/${KEY} gone`, `originals/hidden/1/objects/${KEY} bytes`]);
});

test("of what was deleted before nothing is kept, and it answers 410 all the same", async () => {
  const { store, put, all } = await buckets();
  put(`media/${KEY}`, "bytes");
  put(`media/${KEY}`, null);
  await store.hide("1", KEY, AT);
  expect(all()).toEqual([`media/${KEY} gone`]);
});

test("bytes that another publication uploads afterwards are taken back, and what is kept stays", async () => {
  const { store, put, all } = await buckets();
  put(`media/${KEY}`, "bytes");
  await store.hide("1", KEY, AT);
  put(`media/${KEY}`, "bytes");
  await store.hide("1", KEY, AT);
  expect(all().sort()).toEqual([`media/${KEY} gone`, `originals/hidden/1/objects/${KEY} bytes`]);
});

test("what is taken back is destroyed in every version but the words in its place", async () => {
  const { purge, put, all } = await buckets();
  for (const text of ["one", null, "two"]) put(`media/${KEY}`, text);
  await purge.takeBack(KEY, AT);
  expect(all()).toEqual([`media/${KEY} gone`]);
  await purge.takeBack(KEY, AT);
  expect(all()).toEqual([`media/${KEY} gone`]);
});

test("a text that is not there is none, and one that cannot be read for another reason is a fault", async () => {
  const { store, client } = await buckets();
  const send = vi.spyOn(client, "send");
  send.mockRejectedValueOnce(new NoSuchKey({ $metadata: {}, message: "no such key" }) as never);
  expect(await store.kept("1", "documents")).toBeUndefined();
  send.mockRejectedValueOnce(Object.assign(new Error("slow down"), { name: "SlowDown" }) as never);
  await expect(store.kept("1", "documents")).rejects.toThrow("slow down");
});
