import { createHash } from "node:crypto";
import type { Readable } from "node:stream";

/** SHA-256 of what a stream gives, in hexadecimal, with memory for one chunk. An error of the stream is thrown. */
export async function hashOfStream(open: () => Readable): Promise<{ sha256: string }> {
  const hash = createHash("sha256");
  for await (const chunk of open()) hash.update(chunk);
  return { sha256: hash.digest("hex") };
}
