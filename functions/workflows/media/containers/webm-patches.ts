import { Unsound } from "../unsound.ts";
import { type Element, elementAt, elementsIn, HEADER_BYTES, voidHead } from "./ebml.ts";
import * as mkv from "./matroska.ts";
import { endsEarly, type ReadAt } from "./read-at.ts";

/** Bytes that take the place of others in the file; zeros follow up to the length. */
export interface Patch {
  readonly offset: number;
  readonly length: number;
  readonly bytes: Buffer;
}

export interface WebmPlan {
  readonly ebml: Element;
  readonly segmentStart: number;
  readonly segmentEnd: number;
  readonly patches: readonly Patch[];
}

/** An index or a list of tracks beyond this is not read into memory. */
const TABLE_LIMIT = 1 << 26;

/**
 * What of a WebM must be overwritten so that pictures, sound and subtitles are left, each at the place where the
 * file's own index looks for it. Clusters are looked into block by block.
 */
export async function webmPlan(file: ReadAt): Promise<WebmPlan> {
  const ebml = await headerAt(file, 0);
  if (ebml.id !== mkv.EBML || ebml.length === undefined) throw new Unsound(NO_SEGMENT);
  const segment = await headerAt(file, ebml.dataStart + ebml.length);
  if (segment.id !== mkv.SEGMENT) throw new Unsound(NO_SEGMENT);
  const segmentEnd = segment.length === undefined ? file.bytes : segment.dataStart + segment.length;
  if (segmentEnd > file.bytes) throw new Unsound(endsEarly(segmentEnd, file.bytes));
  const patches: Patch[] = [];
  const tracks = new Set<number>();
  let blocks = 0;
  for (let at = segment.dataStart; at < segmentEnd; ) {
    const child = await headerAt(file, at);
    if (child.id === mkv.CLUSTER) {
      at = child.dataStart;
      continue;
    }
    if (child.length === undefined) throw new Unsound(NO_SEGMENT);
    const end = child.dataStart + child.length;
    if (end > segmentEnd) throw new Unsound(endsEarly(end, segmentEnd));
    if (await isBlockOf(file, child, tracks)) blocks++;
    else patches.push(...(await patchesFor(file, child, tracks)));
    at = end;
  }
  if (blocks === 0)
    throw new Unsound({ problem: "the recording is empty", expected: "pictures or sound in it" });
  return { ebml, segmentStart: segment.dataStart, segmentEnd, patches };
}

const NO_SEGMENT = { problem: "the recording is no WebM", expected: "a WebM that plays" };

async function headerAt(file: ReadAt, at: number): Promise<Element> {
  return elementAt(await file.upTo(at, HEADER_BYTES), at);
}

async function isBlockOf(file: ReadAt, child: Element, tracks: ReadonlySet<number>): Promise<boolean> {
  let from = child.dataStart;
  if (child.id === mkv.BLOCK_GROUP) {
    const end = child.dataStart + (child.length ?? 0);
    let inner = await headerAt(file, from);
    while (inner.id !== mkv.BLOCK && inner.dataStart + (inner.length ?? end) < end)
      inner = await headerAt(file, inner.dataStart + (inner.length ?? 0));
    if (inner.id !== mkv.BLOCK) return false;
    from = inner.dataStart;
  } else if (child.id !== mkv.SIMPLE_BLOCK) return false;
  const head = await file.upTo(from, 8);
  const bytes = Math.clz32(head[0] ?? 0) - 23;
  if (bytes > 4 || head.length < bytes) return false;
  const number = head.readUIntBE(0, bytes) - 2 ** (7 * bytes);
  return tracks.has(number);
}

async function patchesFor(file: ReadAt, child: Element, tracks: Set<number>): Promise<Patch[]> {
  const bytes = child.dataStart + (child.length ?? 0) - child.start;
  if (mkv.CLUSTER_FIELDS.includes(child.id) || child.id === mkv.CUES) return [];
  const tables = [mkv.SEEK_HEAD, mkv.INFO, mkv.TRACKS];
  if (!tables.includes(child.id) || bytes > TABLE_LIMIT) return [emptied(child.start, bytes)];
  const data = Buffer.from(await file.exactly(child.dataStart, child.length ?? 0));
  switch (child.id) {
    case mkv.SEEK_HEAD:
      return seekPatches(data, child.dataStart);
    case mkv.INFO:
      return infoPatches(data, child.dataStart);
    default:
      return trackPatches(data, child.dataStart, tracks);
  }
}

function emptied(offset: number, length: number): Patch {
  return { offset, length, bytes: voidHead(length) };
}

function seekPatches(data: Buffer, at: number): Patch[] {
  const leads = [mkv.INFO, mkv.TRACKS, mkv.CUES];
  return elementsIn(data).flatMap((entry) => {
    const target =
      entry.id === mkv.SEEK ? elementsIn(entry.data).find(({ id }) => id === mkv.SEEK_ID) : undefined;
    const known = target && target.data.length === 4 && leads.includes(target.data.readUInt32BE(0));
    return known ? [] : [emptiedIn(entry, at)];
  });
}

function infoPatches(data: Buffer, at: number): Patch[] {
  return elementsIn(data).flatMap((entry) => {
    if (mkv.INFO_STAYS.includes(entry.id)) return [];
    if (!mkv.PROGRAMS.includes(entry.id)) return [emptiedIn(entry, at)];
    const name = Buffer.from("Dateline").subarray(0, entry.data.length);
    return [{ offset: at + entry.dataStart, length: entry.data.length, bytes: name }];
  });
}

function trackPatches(data: Buffer, at: number, tracks: Set<number>): Patch[] {
  return elementsIn(data).flatMap((entry) => {
    const fields = entry.id === mkv.TRACK_ENTRY ? elementsIn(entry.data) : [];
    const fieldOf = (id: number) => fields.find((field) => field.id === id)?.data ?? Buffer.alloc(1);
    const type = fieldOf(mkv.TRACK_TYPE).at(-1) ?? 0;
    if (!mkv.KEPT_TYPES.includes(type)) return [emptiedIn(entry, at)];
    const number = fieldOf(mkv.TRACK_NUMBER);
    tracks.add(number.readUIntBE(0, Math.min(number.length, 6)));
    const inside = at + entry.dataStart;
    const gone = fields
      .filter(({ id }) => !mkv.TRACK_STAYS.includes(id))
      .map((field) => emptiedIn(field, inside));
    const vorbis = fieldOf(mkv.CODEC_ID).toString("latin1").startsWith("A_VORBIS");
    const setup = fields.find(({ id }) => id === mkv.CODEC_PRIVATE);
    return vorbis && setup ? [...gone, vorbisPatch(setup.data, inside + setup.dataStart)] : gone;
  });
}

function emptiedIn({ start, dataStart, data }: Element & { data: Buffer }, at: number): Patch {
  return emptied(at + start, dataStart + data.length - start);
}

/** Vorbis keeps its comments among what the decoder needs; a long name of nothing takes their room. */
function vorbisPatch(setup: Buffer, at: number): Patch {
  const lengths: number[] = [];
  let from = 1;
  for (let packet = 0; packet < 2; packet++) {
    let length = 0;
    while (setup[from] === 255) length += setup[from++] ?? 0;
    lengths.push(length + (setup[from++] ?? 0));
  }
  const [id = 0, comments = 0] = lengths;
  const offset = from + id;
  if (setup[0] !== 2 || comments < 16 || offset + comments > setup.length) throw new Unsound(NO_SEGMENT);
  const vendor = comments - 16;
  const bytes = Buffer.alloc(comments, " ");
  bytes.write("\x03vorbis", 0, "latin1");
  bytes.writeUInt32LE(vendor, 7);
  bytes.writeUInt32LE(0, 11 + vendor);
  bytes[comments - 1] = 1;
  return { offset: at + offset, length: comments, bytes };
}
