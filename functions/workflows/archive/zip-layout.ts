import { crc32 } from "node:zlib";
import { Refusal } from "../../domain/refusal.ts";
import { type Chunks, fileChunks } from "../../storage/buckets/file-chunks.ts";
import {
  centralHeader,
  endOfDirectory,
  localHeader,
  ZIP_LIMITS,
  type ZipDate,
  type ZipLimits,
  type ZipMember,
} from "./zip-headers.ts";
import { refuseUnsafeNames } from "./zip-names.ts";

/** A file of a ZIP; all that its headers tell is known before it is read. */
export interface ZipEntry extends ZipMember {
  /** Path within the ZIP, with `/` between names: `{kit}/{file}`. */
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
  readonly content: { readonly file: string } | { readonly data: Buffer };
}

/** A ZIP that could be written: how long it is, and its bytes as often as they are wanted. */
export interface ZipLayout {
  /** Exactly as many as `open` gives. */
  readonly bytes: number;
  /**
   * The bytes, with memory for one stretch of them. Reading fails with a Refusal `content-invalid` when a file is
   * not what was announced.
   */
  open(): Chunks;
}

/**
 * Lays out a ZIP that has the same bytes for the same entries, in whatever order they come, on any machine: sorted by
 * the code points of their names, stored without compression (what a kit holds is compressed already, and stored bytes
 * do not depend on the version of a library), with one date for all. No library is used since none takes the checksums
 * that are known here, and then none can tell the length beforehand.
 *
 * @param limits from which on Zip64 is used; smaller ones are for tests
 * @throws Refusal `content-invalid` when a name would not unpack safely on Windows, macOS and Linux
 */
export function zipLayout(
  entries: readonly ZipEntry[],
  date: ZipDate,
  limits: ZipLimits = ZIP_LIMITS,
): ZipLayout {
  refuseUnsafeNames(entries.map(({ name }) => name));
  const sorted = [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of sorted) {
    directory.push(centralHeader({ ...entry, offset }, date, limits));
    offset += localHeader(entry, date, limits).length + entry.bytes;
  }
  const bytes = directory.reduce((sum, { length }) => sum + length, 0);
  const end = endOfDirectory({ entries: sorted.length, offset, bytes }, limits);

  async function* zip(): AsyncGenerator<Buffer> {
    for (const entry of sorted) {
      yield localHeader(entry, date, limits);
      yield* contentOf(entry);
    }
    for (let n = 0; n < directory.length; n += 1_000) yield Buffer.concat(directory.slice(n, n + 1_000));
    yield end;
  }
  return {
    bytes: offset + bytes + end.length,
    open: zip,
  };
}

/** The bytes of an entry, which fail if they are not the announced ones: the headers before them cannot be mended. */
async function* contentOf({ name, bytes, crc32: announced, content }: ZipEntry): AsyncGenerator<Buffer> {
  let seen = 0;
  let checksum = 0;
  for await (const chunk of "data" in content ? [content.data] : fileBytes(content.file, bytes)) {
    seen += chunk.length;
    if (seen > bytes) throw changedMeanwhile(name);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (seen !== bytes || checksum !== announced) throw changedMeanwhile(name);
}

/** The file up to one byte more than it should have, which shows that it grew. */
async function* fileBytes(file: string, bytes: number): AsyncGenerator<Buffer> {
  try {
    yield* fileChunks(file, bytes + 1);
  } catch (error) {
    throw changedMeanwhile(file, error);
  }
}

function changedMeanwhile(name: string, cause?: unknown): Refusal {
  return new Refusal(
    "content-invalid",
    409,
    `The file ${name} changed while it was being published.`,
    "Run the command again.",
    { cause },
  );
}
