import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";

const CHUNK_BYTES = 1 << 20;

/**
 * The SHA-256 of the first bytes of a file, open for more.
 * @param end how many bytes; without it, all
 * @param onProgress is told how many were read so far
 */
export async function hashUpTo(
  file: string,
  end?: number,
  onProgress?: (bytes: number) => void,
): Promise<Hash> {
  const hash = createHash("sha256");
  if (end === 0) return hash;
  let read = 0;
  const options = { highWaterMark: CHUNK_BYTES, ...(end !== undefined && { end: end - 1 }) };
  for await (const chunk of createReadStream(file, options)) {
    hash.update(chunk);
    read += chunk.length;
    onProgress?.(read);
  }
  return hash;
}

/** The SHA-256 of a file in hexadecimal digits. */
export async function hashOfFile(file: string, onProgress?: (bytes: number) => void): Promise<string> {
  return (await hashUpTo(file, undefined, onProgress)).digest("hex");
}
