import { createHash } from "node:crypto";
import type { Chunks } from "../../storage/buckets/file-chunks.ts";

/** SHA-256 of what is read, in hexadecimal, with memory for one chunk. What fails in reading is thrown. */
export async function hashOfStream(open: () => Chunks): Promise<{ sha256: string }> {
  const hash = createHash("sha256");
  for await (const chunk of open()) hash.update(chunk);
  return { sha256: hash.digest("hex") };
}
