import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** Far more than a list of people needs: parts of an office file, and bytes that they come to when unpacked. */
const MOST_PARTS = 1_000;
const MOST_BYTES = 8_000_000;

/** Parts of an office file by their names, unpacked. */
export type Parts = ReadonlyMap<string, Buffer>;

/**
 * Unpacks those parts of an office file that are wanted; never more bytes than a list needs, whatever the archive says
 * of itself.
 *
 * @throws Error where it is damaged, encrypted, or holds more
 */
export async function unpackedParts(bytes: Buffer, isWanted: (name: string) => boolean): Promise<Parts> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  let room = MOST_BYTES;
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if (++entries > MOST_PARTS) throw new Error("It has too many parts.");
    if (!isWanted(entry.fileName)) continue;
    const part = await unpacked(zip, entry, room);
    room -= part.byteLength;
    parts.set(entry.fileName, part);
  }
  return parts;
}

async function unpacked(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Error("It is encrypted.");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += chunk.byteLength;
    if (size > room) throw new Error("It holds too much.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
