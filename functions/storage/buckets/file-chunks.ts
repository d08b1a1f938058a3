import { open } from "node:fs/promises";

/**
 * Bytes one stretch after the other. A stretch is good until the next one is asked for, since its memory is used
 * again: whoever keeps it copies it. Streams would leave gigabytes of buffers to the garbage collector, which then
 * takes as long as reading, hashing and sending them.
 */
export type Chunks = AsyncIterable<Buffer>;

/** Enough that asking for it costs nothing, little enough to stay in the processor's cache. */
const CHUNK_BYTES = 512 * 1024;

/** A file from its beginning to its end, or to `most` bytes. */
export async function* fileChunks(file: string, most = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.max(1, Math.min(CHUNK_BYTES, most)));
    for (let left = most; left > 0; ) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, left));
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
