import { createReadStream, createWriteStream } from "node:fs";
import { open, readFile, rm, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Detail } from "../../../domain/detail.ts";
import { fileChunks } from "../../../storage/buckets/file-chunks.ts";
import { decodedText } from "./decoded-text.ts";
import { type Findings, together, unsearched, within } from "./findings.ts";
import { byteSearch } from "./search-bytes.ts";
import { searchMetadata } from "./search-metadata.ts";
import { searchPdf } from "./search-pdf.ts";
import { searchText } from "./search-text.ts";
import { searchZip } from "./search-zip.ts";
import { unseenIn } from "./unseen.ts";

/** Looks for words in files of any kind, as whoever opens these reads them. */
export interface FileSearch {
  /** @param path of a file on this machine; its name is not looked at */
  file(path: string): Promise<Findings>;
  /** The same of bytes that come from elsewhere, kept in a file as long as it takes. */
  stream(name: string, bytes: Readable): Promise<Findings>;
}

/** How deep files stand within files, and how many bytes may still be unpacked. */
interface Bounds {
  readonly depth: number;
  left: number;
}

const MOST_DEPTH = 5;
const TEXT_BYTES = 64 * 1024 * 1024;
/** What an archive may unpack to: texts are a twentieth of themselves when packed, bombs a thousandth. */
const unpackedBytes = (packed: number) => 256 * 1024 * 1024 + 20 * packed;

/**
 * @param folder exists, and is for this search alone
 * @param room how many bytes may be unpacked of so many
 */
export function fileSearch(detail: Detail, folder: string, room = unpackedBytes): FileSearch {
  const bytes = byteSearch(detail);
  let last = 0;

  async function searchAt(path: string, bounds: Bounds): Promise<Findings> {
    const { size } = await stat(path);
    const text = size <= TEXT_BYTES ? decodedText(await readFile(path)) : undefined;
    if (text !== undefined) return searchAllText(text, bounds);
    const { findings, mediaType } = await searchMetadata(path, detail);
    return together([
      await bytes.in(fileChunks(path)),
      findings,
      await searchContainer(path, await beginning(path), mediaType, bounds),
    ]);
  }

  async function searchContainer(
    path: string,
    begins: string,
    mediaType: string,
    bounds: Bounds,
  ): Promise<Findings> {
    const nested = (name: string, content: Readable) => searchNested(name, content, bounds);
    if (begins.includes("%PDF-"))
      return searchPdf(await readFile(path), detail, (name, file) => nested(name, Readable.from([file])));
    if (begins.startsWith("PK")) return searchZip(path, detail, nested);
    if (begins.startsWith("\x1f\x8b"))
      return within("unpacked", await nested("unpacked", createReadStream(path).pipe(createGunzip())));
    return unseenIn(mediaType, begins);
  }

  /** A text with what is embedded in it, in Base64. */
  async function searchAllText(text: string, bounds: Bounds): Promise<Findings> {
    const findings = [searchText(text, detail, "text")];
    if (/^\{\\rtf|^Content-Transfer-Encoding: *base64/im.test(text)) findings.push(unsearched("format"));
    if (text.includes("<manifest:encryption-data")) findings.push(unsearched("encrypted"));
    for (const [, embedded = ""] of text.matchAll(/data:[^,"'\s]{0,200};base64,([\w+/=\s%-]+)/g)) {
      const file = Readable.from([Buffer.from(embedded, "base64")]);
      findings.push(within("embedded file", await searchNested("embedded", file, bounds)));
    }
    return together(findings);
  }

  async function searchNested(name: string, content: Readable, bounds: Bounds): Promise<Findings> {
    const depth = bounds.depth + 1;
    if (depth > MOST_DEPTH || bounds.left <= 0) {
      content.destroy();
      return unsearched("too large");
    }
    const path = pathFor(name);
    const inner: Bounds = { depth, left: bounds.left };
    try {
      if (!(await writtenWithin(content, path, bounds))) return unsearched("too large");
      inner.left = bounds.left;
      const findings = await searchAt(path, inner);
      bounds.left = inner.left;
      return findings;
    } finally {
      await rm(path, { force: true });
    }
  }

  const pathFor = (name: string) => {
    const extension = extname(name);
    return join(folder, `${++last}${/^\.[a-z0-9]{1,5}$/i.test(extension) ? extension : ""}`);
  };

  return {
    file: async (path) => searchAt(path, { depth: 0, left: room((await stat(path)).size) }),
    stream: async (name, content) => {
      const path = pathFor(name);
      try {
        await pipeline(content, createWriteStream(path, { mode: 0o600 }));
        return await searchAt(path, { depth: 0, left: room((await stat(path)).size) });
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** Writes bytes into a file as long as there is room. @returns false when there were more */
async function writtenWithin(content: Readable, path: string, bounds: Bounds): Promise<boolean> {
  const counted = new Transform({
    transform(chunk, _encoding, pass) {
      bounds.left -= chunk.length;
      pass(bounds.left < 0 ? new Error("too large") : null, chunk);
    },
  });
  try {
    await pipeline(content, counted, createWriteStream(path, { mode: 0o600 }));
    return true;
  } catch (error) {
    if (bounds.left < 0) return false;
    throw error;
  }
}

async function beginning(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await file.close();
  }
}
