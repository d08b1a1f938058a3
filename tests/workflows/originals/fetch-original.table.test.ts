import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, test } from "vitest";
import { type OriginalsStore, originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { bringOriginals } from "../../../functions/workflows/originals/fetch-original.ts";
import {
  forgetOriginal,
  keepOriginal,
  originalsFolder,
  originalsIn,
} from "../../../functions/workflows/originals/originals-folder.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { bytesOfOriginal, originalFile, sha256Of } from "../../worlds/media/originals.ts";
import { freshBucket } from "../../worlds/tables/tables.ts";

const BYTES = 3_000_000;
const HALF = 1_000_001;
const original = originalFile(BYTES);
const { sha256 } = original;

let cache: string;
let folder: string;
let store: OriginalsStore;
let put: (key: string, body: Buffer) => Promise<unknown>;
/** From which byte on the store was asked. */
let starts: number[];

beforeEach(async () => {
  cache = join(temporaryFolder(), "cache");
  folder = originalsFolder(cache);
  starts = [];
  const { client, bucket } = await freshBucket();
  put = (key, Body) => client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }));
  const real = originalsStore(client, bucket);
  store = {
    ...real,
    open: (hash, start = 0) => {
      starts.push(start);
      return real.open(hash, start);
    },
  };
  await store.add(original);
});

const hashHere = () => sha256Of(readFileSync(join(folder, sha256)));
const leaveHere = (name: string, bytes: Uint8Array) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
};

describe("an original", () => {
  test("comes under its hash, tells how far it is, and is not asked for twice", async () => {
    const told: number[] = [];
    expect(await bringOriginals([sha256, sha256], store, folder, ({ done }) => told.push(done))).toEqual([]);
    expect(await bringOriginals([sha256], store, folder)).toEqual([]);

    expect(hashHere()).toBe(sha256);
    expect(starts).toEqual([0]);
    expect([told[0], told.at(-1)]).toEqual([0, BYTES]);
    expect(await originalsIn(cache)).toEqual(new Set([sha256]));
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  test("goes on where an interrupted run left it", async () => {
    leaveHere(`${sha256}.part`, bytesOfOriginal(BYTES).subarray(0, HALF));
    await bringOriginals([sha256], store, folder);
    expect([hashHere(), starts]).toEqual([sha256, [HALF]]);
    expect(readdirSync(folder)).toEqual([sha256]);
  });

  test.each([
    ["a wrong byte", (bytes: Buffer) => bytes.fill("x", 5, 6).subarray(0, HALF), [HALF, 0]],
    ["more bytes than it has", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("x")]), [0]],
    ["all of its bytes", (bytes: Buffer) => bytes, []],
  ])("is right in the end when what lies there has %s", async (_, left, asked) => {
    leaveHere(`${sha256}.part`, left(bytesOfOriginal(BYTES)));
    await bringOriginals([sha256], store, folder);
    expect([hashHere(), starts]).toEqual([sha256, asked]);
  });

  test("goes on by itself when the line breaks", async () => {
    let breaks = 3;
    const poor: OriginalsStore = {
      ...store,
      open: async (hash, start = 0) => {
        const whole = await store.open(hash, start);
        return breaks-- > 0 ? brokenAfter(whole, 700_000) : whole;
      },
    };
    await bringOriginals([sha256], poor, folder);
    expect(hashHere()).toBe(sha256);
    expect(starts).toHaveLength(4);
    expect(starts.at(-1)).toBeGreaterThan(1_400_000);
  });

  test("brought twice at once is whole", async () => {
    await Promise.all([1, 2, 3].map(() => bringOriginals([sha256], store, folder)));
    expect(hashHere()).toBe(sha256);
  });

  test("that was edited where it lay is brought again", async () => {
    leaveHere(sha256, Buffer.from("edited"));
    await bringOriginals([sha256], store, folder);
    expect(hashHere()).toBe(sha256);
  });
});

test("what the store does not have is told, and the others come", async () => {
  const unknown = "1".repeat(64);
  expect(await bringOriginals([unknown, sha256], store, folder)).toEqual([unknown]);
  expect(hashHere()).toBe(sha256);
});

test("other bytes than the hash says are refused and not kept", async () => {
  await put(`originals/${sha256}`, bytesOfOriginal(BYTES).fill("x", 7, 8));
  const refused = bringOriginals([sha256], store, folder);
  await expect(refused).rejects.toMatchObject({ code: "original-damaged" });
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that was added is kept as a copy, and forgotten with what was brought of it", async () => {
  await keepOriginal(original.file, sha256, folder);
  await keepOriginal(original.file, sha256, folder);
  expect(hashHere()).toBe(sha256);
  leaveHere(`${sha256}.part`, Buffer.from("x"));
  await forgetOriginal(sha256, folder);
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(original.file)).toBe(true);
});

/** The first bytes of a stream, then what Node says when the other side goes away. */
function brokenAfter(whole: Readable, bytes: number): Readable {
  async function* first() {
    let left = bytes;
    for await (const chunk of whole) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left <= 0) throw Object.assign(new Error("aborted"), { code: "ECONNRESET" });
    }
  }
  return Readable.from(first(), { objectMode: false });
}
