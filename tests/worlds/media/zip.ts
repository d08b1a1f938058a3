import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { onTestFinished } from "vitest";
import { openPromise } from "yauzl";
import type { ZipEntry, ZipLayout } from "../../../functions/workflows/archive/zip-layout.ts";

/** An entry whose bytes are at hand. */
export function dataEntry(name: string, data: Buffer | string): ZipEntry {
  const bytes = Buffer.from(data);
  return { name, bytes: bytes.length, crc32: crc32(bytes), content: { data: bytes } };
}

/** A folder that is gone after the test. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The ZIP as a file in a folder of its own. */
export async function written(layout: ZipLayout): Promise<string> {
  const file = join(ownFolder(), "kit.zip");
  const descriptor = openSync(file, "w");
  for await (const chunk of layout.open()) writeSync(descriptor, chunk);
  closeSync(descriptor);
  return file;
}

export async function bytesOf(layout: ZipLayout): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of layout.open()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export const sha256Of = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** What a program prints. @throws Error with what it complains of */
export async function tool(name: string, args: readonly string[], cwd?: string): Promise<string> {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const { stdout } = await promisify(execFile)(name, args, { maxBuffer: 1e8, cwd, env });
  return stdout;
}

/** An entry as a reader of others finds it. */
export interface ReadEntry {
  readonly name: string;
  /** `YYYY-MM-DD`, as the archive says, in no zone. */
  readonly date: string;
  /** Type and permissions as Unix has them. */
  readonly mode: number;
  readonly data: Buffer;
}

/** Every entry, in the order of the archive, read by yauzl. @throws Error where a checksum does not hold */
export async function readZip(file: string): Promise<ReadEntry[]> {
  const zip = await openPromise(file, { lazyEntries: true, strictFileNames: true });
  const read: ReadEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const data = await buffer(await zip.openReadStreamPromise(entry));
    if (crc32(data) !== entry.crc32) throw new Error(`The checksum of ${entry.fileName} does not hold.`);
    read.push({
      name: entry.fileName,
      date: entry.getLastModDate({ timezone: "UTC", forceDosFormat: true }).toISOString().slice(0, 10),
      mode: entry.externalFileAttributes >>> 16,
      data,
    });
  }
  return read;
}

/** Unpacks an archive into a folder. */
export async function unpack(file: string, folder: string): Promise<void> {
  for (const { name, data } of await readZip(file)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
}
