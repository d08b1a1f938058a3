import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { S3Client } from "@aws-sdk/client-s3";
import type { OriginalToAdd } from "../../../functions/storage/buckets/originals-store.ts";
import { temporaryFolder } from "../commands/temporary-folder.ts";

/** Bytes of which an interrupted upload goes on: seven parts and a bit. */
export const LARGE_BYTES = 60_000_000;

/** Bytes that differ from place to place. */
export function bytesOfOriginal(length: number): Buffer {
  const bytes = Buffer.alloc(length, "a picture of someone ");
  for (let at = 0; at + 4 <= length; at += 65_536) bytes.writeUInt32BE(at + length, at);
  return bytes;
}

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A file on this machine, and what the store is told of it. */
export function originalFile(length: number, name = "kitchen.jpg"): OriginalToAdd & { name: string } {
  const bytes = bytesOfOriginal(length);
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return { file, name: basename(file), sha256: sha256Of(bytes), bytes: length, mediaType: "image/jpeg" };
}

/** Lets the line break before the n-th part of each upload leaves. @returns how many parts were sent since */
export function breakingAtPart(client: S3Client, n: number): () => number {
  let sent = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === "UploadPartCommand" && ++sent >= n) throw new Error("The line broke.");
        return next(args);
      },
    { step: "initialize" },
  );
  return () => sent;
}
