import { createHash, randomUUID } from "node:crypto";
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { copyFile, link, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";

/** Bytes in a file of their own, whose name is `id`. */
export interface Segment {
  readonly id: string;
  readonly bytes: number;
  /** Base64, as S3 tells it. */
  readonly crc32: string;
  readonly tag: string;
  readonly at: string;
}

/** Response headers that an object keeps. */
export type KeptHeaders = Readonly<Record<string, string>>;

export interface StoredObject {
  readonly key: string;
  readonly headers: KeptHeaders;
  readonly bytes: number;
  readonly tag: string;
  /** When it was stored. */
  readonly at: string;
  /** One after the other; of an upload in parts, its parts: they are never copied together. */
  readonly segments: readonly Segment[];
}

export interface UploadInParts {
  readonly id: string;
  readonly key: string;
  readonly headers: KeptHeaders;
  readonly at: string;
  readonly parts: Map<number, Segment>;
}

/** So many are written to disk at once: the network gives 64 KiB at a time, each of which would be a call of its own. */
const STRETCH_BYTES = 1024 * 1024;

/**
 * The objects of one bucket as files in a folder: bytes under random names, and for each object a small file that says
 * what it is made of, written last and under the hash of its key, so that no key leads anywhere else.
 */
export class StoredObjects {
  readonly objects = new Map<string, StoredObject>();
  readonly uploads = new Map<string, UploadInParts>();

  constructor(private readonly folder: string) {
    for (const part of ["bytes", "objects", "uploads"]) mkdirSync(join(folder, part), { recursive: true });
    for (const object of this.records<StoredObject>("objects")) this.objects.set(object.key, object);
    for (const { parts, ...upload } of this.records<UploadInParts & { parts: [number, Segment][] }>(
      "uploads",
    ))
      this.uploads.set(upload.id, { ...upload, parts: new Map(parts) });
  }

  /** Writes bytes down while they arrive. Nothing is left of those that break off. */
  async write(body: Readable): Promise<Segment> {
    const id = randomUUID();
    let bytes = 0;
    let checksum = 0;
    const file = await open(this.pathOf(id), "w");
    try {
      for await (const stretch of inStretches(body)) {
        for (const chunk of stretch) {
          bytes += chunk.length;
          checksum = crc32(chunk, checksum);
        }
        await file.writev(stretch);
      }
    } catch (error) {
      await rm(this.pathOf(id), { force: true });
      throw error;
    } finally {
      await file.close();
    }
    const base64 = Buffer.alloc(4);
    base64.writeUInt32BE(checksum);
    const tag = `${bytes.toString(16)}-${base64.toString("hex")}`;
    return { id, bytes, crc32: base64.toString("base64"), tag, at: new Date().toISOString() };
  }

  /** Puts what was written under a key, in the place of what was there. */
  async put(key: string, headers: KeptHeaders, segments: readonly Segment[]): Promise<StoredObject> {
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    const object = { key, headers, bytes, tag: tagOf(segments), at: new Date().toISOString(), segments };
    const former = this.objects.get(key);
    this.record("objects", hashOf(key), object);
    this.objects.set(key, object);
    if (former) await this.forget(former.segments);
    return object;
  }

  /** The same bytes under a key of this bucket, in the place of what was there; none is read. */
  async copy(
    source: StoredObjects,
    object: StoredObject,
    key: string,
    headers: KeptHeaders,
  ): Promise<StoredObject> {
    const segments: Segment[] = [];
    for (const segment of object.segments) {
      const id = randomUUID();
      const from = source.pathOf(segment.id);
      await link(from, this.pathOf(id)).catch(() => copyFile(from, this.pathOf(id))); // some disks know no links
      segments.push({ ...segment, id });
    }
    return this.put(key, headers, segments);
  }

  /** Bytes of an object from `first` to `last`, both included. */
  read({ segments }: StoredObject, first: number, last: number): Readable {
    const pathOf = (id: string) => this.pathOf(id);
    async function* bytes() {
      let begin = 0;
      for (const { id, bytes: length } of segments) {
        const from = Math.max(first - begin, 0);
        const to = Math.min(last - begin, length - 1);
        if (from <= to) yield* createReadStream(pathOf(id), { start: from, end: to, highWaterMark: 1 << 18 });
        begin += length;
      }
    }
    return Readable.from(bytes(), { objectMode: false });
  }

  async remove(key: string): Promise<void> {
    const object = this.objects.get(key);
    if (!object) return;
    this.objects.delete(key);
    await rm(join(this.folder, "objects", hashOf(key)), { force: true });
    await this.forget(object.segments);
  }

  begin(key: string, headers: KeptHeaders): UploadInParts {
    const upload = { id: randomUUID(), key, headers, at: new Date().toISOString(), parts: new Map() };
    this.uploads.set(upload.id, upload);
    this.recordUpload(upload);
    return upload;
  }

  async addPart(upload: UploadInParts, number: number, part: Segment): Promise<void> {
    const former = upload.parts.get(number);
    upload.parts.set(number, part);
    this.recordUpload(upload);
    if (former) await this.forget([former]);
  }

  /** @param kept parts that became an object; the bytes of all others go */
  async end(upload: UploadInParts, kept: readonly Segment[] = []): Promise<void> {
    this.uploads.delete(upload.id);
    await rm(join(this.folder, "uploads", upload.id), { force: true });
    await this.forget([...upload.parts.values()].filter((part) => !kept.includes(part)));
  }

  /** Takes back what was written and is not wanted. */
  async forget(segments: readonly Segment[]): Promise<void> {
    for (const { id } of segments) await rm(this.pathOf(id), { force: true });
  }

  destroy(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private pathOf(id: string): string {
    return join(this.folder, "bytes", id);
  }

  private recordUpload(upload: UploadInParts): void {
    this.record("uploads", upload.id, { ...upload, parts: [...upload.parts] });
  }

  /** Written beside and then renamed, so that it is there whole or not at all. */
  private record(kind: string, name: string, value: unknown): void {
    const beside = join(this.folder, `${name}.new`);
    writeFileSync(beside, JSON.stringify(value));
    renameSync(beside, join(this.folder, kind, name));
  }

  private records<Value>(kind: string): Value[] {
    const folder = join(this.folder, kind);
    return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  }
}

async function* inStretches(body: Readable): AsyncGenerator<Buffer[]> {
  let stretch: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    stretch.push(chunk);
    bytes += chunk.length;
    if (bytes < STRETCH_BYTES) continue;
    yield stretch;
    stretch = [];
    bytes = 0;
  }
  if (bytes > 0) yield stretch;
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/**
 * Equal bytes in equal parts have an equal tag. It is no MD5, as that of an encrypted object is none: size and checksum
 * tell apart what is kept under one key, and cost a tenth.
 */
export function tagOf(segments: readonly Segment[]): string {
  const [first, ...others] = segments;
  if (first && others.length === 0) return first.tag;
  const all = createHash("sha256").update(segments.map(({ tag }) => tag).join());
  return `${all.digest("hex").slice(0, 32)}-${segments.length}`;
}
