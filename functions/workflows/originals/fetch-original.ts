import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal } from "../../domain/refusal.ts";
import type { OriginalsStore } from "../../storage/buckets/originals-store.ts";
import { RETRY_POLICY, withBackoff } from "../../storage/dynamodb/retry-policy.ts";
import { hashOfFile, hashUpTo } from "./hash-file.ts";
import { makeOriginalsFolder, partOf } from "./originals-folder.ts";

/** What bringing originals tells while it works. */
export interface BroughtBytes {
  readonly sha256: string;
  /** Bytes that are here, of how many. */
  readonly done: number;
  readonly of: number;
}

type Source = Pick<OriginalsStore, "bytesOf" | "open">;

/**
 * Brings originals into a folder, each under its SHA-256; those that are there already are left, and what an
 * interrupted run brought of one is not brought again.
 *
 * @returns those that are not in the store
 * @throws Refusal `original-damaged` when the store holds other bytes than the hash says
 */
export async function bringOriginals(
  hashes: readonly string[],
  store: Source,
  folder: string,
  report: (progress: BroughtBytes) => void = () => {},
): Promise<string[]> {
  const missing: string[] = [];
  for (const sha256 of new Set(hashes)) {
    if (await isWhole(join(folder, sha256), sha256)) continue;
    try {
      if (!(await fetchOriginal(sha256, store, folder, report))) missing.push(sha256);
    } catch (error) {
      const broughtByAnother = isGone(error) && (await isWhole(join(folder, sha256), sha256));
      if (!broughtByAnother) throw error;
    }
  }
  return missing;
}

/** @returns false when the store does not have it */
async function fetchOriginal(
  sha256: string,
  store: Source,
  folder: string,
  report: (progress: BroughtBytes) => void,
): Promise<boolean> {
  const bytes = await store.bytesOf(sha256);
  if (bytes === undefined) return false;
  await makeOriginalsFolder(folder);
  const part = partOf(folder, sha256);
  const bring = () => bringRest(sha256, store, part, bytes, (done) => report({ sha256, done, of: bytes }));
  const resumed = (await sizeOf(part)) > 0;
  let actual = await patiently(bring, part);
  if (actual !== sha256 && resumed) {
    await rm(part, { force: true }); // what lay here was not of it, or was damaged: once more from the beginning
    actual = await patiently(bring, part);
  }
  if (actual !== sha256) {
    await rm(part, { force: true });
    throw damaged(sha256);
  }
  await rename(part, join(folder, sha256));
  return true;
}

/**
 * Appends what is missing. Two that bring the same one write the same bytes to the same places, so neither can spoil
 * the other's work.
 * @returns the SHA-256 of what is there then
 */
async function bringRest(
  sha256: string,
  store: Source,
  part: string,
  bytes: number,
  onProgress: (done: number) => void,
): Promise<string> {
  const there = await sizeOf(part);
  const start = there <= bytes ? there : 0;
  await (await open(part, "a", 0o600)).close(); // so that it can be opened to write at any place
  const hash = await hashUpTo(part, start);
  let done = start;
  onProgress(done);
  if (start < bytes || bytes === 0) {
    const counted = new Transform({
      transform(chunk, _encoding, pass) {
        hash.update(chunk);
        done += chunk.length;
        onProgress(done);
        pass(null, chunk);
      },
    });
    await pipeline(
      await store.open(sha256, start),
      counted,
      createWriteStream(part, { flags: "r+", start, flush: true }),
    );
  }
  if (there > bytes) await truncate(part, bytes);
  return hash.digest("hex");
}

/** Over a poor connection: tries again as long as each attempt brings something. */
async function patiently(bring: () => Promise<string>, part: string): Promise<string> {
  for (let before = await sizeOf(part); ; ) {
    try {
      return await withBackoff(bring, isCut, { ...RETRY_POLICY, attempts: ATTEMPTS });
    } catch (error) {
      const now = await sizeOf(part);
      if (!isCut(error) || now <= before) throw error;
      before = now;
    }
  }
}

const ATTEMPTS = 4;

/** Whether an error is of the connection, and not of what was asked for. */
function isCut(error: unknown): boolean {
  return (
    error instanceof Error &&
    /ECONNRESET|ECONNREFUSED|ETIMEDOUT|EPIPE|ENETUNREACH|EAI_AGAIN|ERR_STREAM_PREMATURE_CLOSE|aborted|socket hang up/.test(
      `${"code" in error ? error.code : ""} ${error.message}`,
    )
  );
}

const isGone = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

async function isWhole(file: string, sha256: string): Promise<boolean> {
  if ((await stat(file).catch(() => undefined)) === undefined) return false;
  if ((await hashOfFile(file)) === sha256) return true;
  await rm(file); // it was edited in place: a hard link shares the bytes of the file that was added
  return false;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

async function truncate(file: string, bytes: number): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.truncate(bytes);
  } finally {
    await handle.close();
  }
}

function damaged(sha256: string): Refusal {
  return new Refusal(
    "original-damaged",
    502,
    `What the store holds as ${sha256.slice(0, 12)}… are other bytes.`,
    "Remove it with `npm run originals -- remove HASH --force` and add the file once more.",
  );
}
