import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { onTestFinished } from "vitest";
import type { ZipEntry, ZipLayout } from "../../functions/workflows/archive/zip-layout.ts";

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

/**
 * What a tool of the system prints.
 * @throws Error that says which package brings the tool, or with what the tool complained of
 */
export async function tool(name: string, args: readonly string[], cwd?: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(name, args, {
      maxBuffer: 1e8,
      cwd,
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new Error(`This test needs ${name}: apt install unzip p7zip-full python3 (README, "Test it").`);
    throw error;
  }
}
