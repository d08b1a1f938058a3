import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mediaStore } from "../../functions/storage/buckets/media-store.ts";
import type { MediaObject } from "../../functions/workflows/manifest.ts";
import { asPublic } from "../../functions/workflows/media/public-bytes.ts";
import { localS3Client } from "../../infra/local/clients.ts";
import { createBucket, type LocalS3, startLocalS3 } from "../../infra/local/s3/s3.ts";
import { manifestOf, releaseUnit } from "../worlds/content/manifest.ts";
import { publishingWorld } from "../worlds/content/publishing.ts";

let server: LocalS3;
let client: S3Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "media-"));
  server = await startLocalS3();
  client = localS3Client(server.endpoint);
  await createBucket(client, "media");
});

afterAll(async () => {
  client.destroy();
  await server.stop();
  rmSync(folder, { recursive: true });
});

function file(bytes: number): MediaObject & { content: Buffer } {
  const content = randomBytes(bytes);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const path = join(folder, sha256);
  writeFileSync(path, content);
  return asPublic({
    key: `media/${sha256}/emblem.png`,
    file: path,
    bytes,
    mediaType: "image/png",
    disposition: "attachment; filename*=UTF-8''emblem.png",
    content,
  });
}

test.each([0, 1_000, 20 * 1024 * 1024])("%i bytes arrive as they are, with their headers", async (bytes) => {
  const media = file(bytes);
  const store = mediaStore(client, "media");
  expect(await store.has(media.key, bytes)).toBe(false);

  await store.upload(media);

  expect(await store.has(media.key, bytes)).toBe(true);
  expect(await store.has(media.key, bytes + 1)).toBe(false);
  const object = await client.send(new GetObjectCommand({ Bucket: "media", Key: media.key }));
  expect(object).toMatchObject({
    ContentType: "image/png",
    ContentDisposition: "attachment; filename*=UTF-8''emblem.png",
    CacheControl: "public, max-age=31536000, immutable",
  });
  expect(media.content.equals((await object.Body?.transformToByteArray()) ?? new Uint8Array())).toBe(true);
});

test.each([
  ["1596085200-", "public, max-age=31536000"],
  ["1596085200-1627621200", "public, max-age=0, must-revalidate, s-maxage=60"],
])("what has the window %s in time is never called immutable", async (window, kept) => {
  const media = file(100);
  const key = media.key.replace("media/", `media/${window}/`);
  await mediaStore(client, "media").upload({ ...media, key });
  const object = await client.send(new GetObjectCommand({ Bucket: "media", Key: key }));
  expect(object.CacheControl).toBe(kept);
});

test("a file that several releases show is uploaded once, and never again", async () => {
  const world = await publishingWorld();
  const media = [file(5_000)];
  const units = [1, 2, 3].map((n) => releaseUnit({ n, media }));
  const into = { media: mediaStore(client, "media") };

  expect(await world.publish(manifestOf(...units), { ...into, dryRun: true })).toMatchObject({ files: 1 });
  expect(await world.publish(manifestOf(...units), into)).toMatchObject({ files: 1, bytes: 5_000 });
  const changed = units.map((unit) => ({ ...unit, fingerprint: "other" }));
  expect(await world.publish(manifestOf(...changed), into)).toMatchObject({ files: 0, left: 3 });
});

test("a file that changed since it was named is not stored", async () => {
  const changed = file(1_000);
  writeFileSync(changed.file, randomBytes(1_000));
  const store = mediaStore(client, "media");
  await expect(store.upload(changed)).rejects.toMatchObject({ code: "content-invalid" });
  expect(await store.has(changed.key, changed.bytes)).toBe(false);
});
