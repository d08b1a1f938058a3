import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { endsEarly, type ReadAt } from "../read-at.ts";
import { type Element, elementAt, HEADER_BYTES } from "./ebml.ts";
import * as mkv from "./matroska.ts";
import { type CleanTracks, cleanTracks } from "./webm-tables.ts";

/** A stretch of the file in which clusters follow each other. */
export interface ClusterRange {
  readonly offset: number;
  length: number;
}

/** What of a WebM goes into a cleaned one. */
export interface WebmLayout {
  readonly ebml: Element;
  /** Places in the file's index count from here. */
  readonly segmentStart: number;
  readonly info: Buffer;
  readonly tracks: CleanTracks;
  readonly cues: Buffer | undefined;
  readonly clusters: readonly ClusterRange[];
  /** Elements within clusters that are not pictures, sound or words. */
  readonly emptied: readonly ClusterRange[];
}

/** Tables beyond this are not read into memory. */
const TABLE_LIMIT = 1 << 26;
const NO_WEBM = { problem: "the recording is no WebM", expected: "a WebM that plays" };
const EMPTY = { problem: "the recording is empty", expected: "pictures or sound in it" };

/** Looks through the whole file, block by block; refuses what is cut off or holds nothing. */
export async function webmLayout(file: ReadAt): Promise<WebmLayout> {
  const ebml = await headerAt(file, 0);
  if (ebml.id !== mkv.EBML || ebml.length === undefined) throw new InvalidFile(NO_WEBM);
  const segment = await headerAt(file, ebml.dataStart + ebml.length);
  if (segment.id !== mkv.SEGMENT) throw new InvalidFile(NO_WEBM);
  const end = segment.length === undefined ? file.bytes : segment.dataStart + segment.length;
  if (end > file.bytes) throw new InvalidFile(endsEarly(end, file.bytes));
  const tables = new Map<number, Buffer>();
  const clusters: ClusterRange[] = [];
  const emptied: ClusterRange[] = [];
  let tracks: CleanTracks | undefined;
  let blocks = 0;
  for (let at = segment.dataStart, within: Element | undefined; at < end; ) {
    const child = await headerAt(file, at);
    if (within && isPast(within, child)) within = undefined;
    if (child.id === mkv.CLUSTER) within = child;
    const next = child.id === mkv.CLUSTER ? child.dataStart : endOf(child, end);
    if (within) {
      extend(clusters, at, next);
      if (await isBlockOf(file, child, tracks?.numbers)) blocks++;
      else if (child.id !== mkv.CLUSTER && !mkv.CLUSTER_FIELDS.includes(child.id))
        extend(emptied, at, next, false);
    } else if (mkv.TABLE_IDS.includes(child.id) && !tables.has(child.id)) {
      tables.set(child.id, await tableAt(file, child));
      if (child.id === mkv.TRACKS) tracks = cleanTracks(tables.get(mkv.TRACKS) ?? Buffer.alloc(0));
    }
    at = next;
  }
  if (!tracks || blocks === 0) throw new InvalidFile(EMPTY);
  const info = tables.get(mkv.INFO) ?? Buffer.alloc(0);
  return {
    ebml,
    segmentStart: segment.dataStart,
    info,
    tracks,
    cues: tables.get(mkv.CUES),
    clusters,
    emptied,
  };
}

async function headerAt(file: ReadAt, at: number): Promise<Element> {
  return elementAt(await file.upTo(at, HEADER_BYTES), at);
}

async function tableAt(file: ReadAt, { dataStart, length = 0 }: Element): Promise<Buffer> {
  if (length > TABLE_LIMIT) throw new InvalidFile(NO_WEBM);
  return Buffer.from(await file.exactly(dataStart, length));
}

/** A cluster of unknown length ends where something begins that cannot be in one: those have numbers of four bytes. */
function isPast(cluster: Element, child: Element): boolean {
  if (cluster.length === undefined) return child.id > 0xff_ffff;
  return child.start >= cluster.dataStart + cluster.length;
}

function endOf(child: Element, limit: number): number {
  if (child.length === undefined) throw new InvalidFile(NO_WEBM);
  const end = child.dataStart + child.length;
  if (end > limit) throw new InvalidFile(endsEarly(end, limit));
  return end;
}

function extend(stretches: ClusterRange[], from: number, to: number, join = true): void {
  const last = stretches.at(-1);
  if (join && last && last.offset + last.length === from) last.length = to - last.offset;
  else stretches.push({ offset: from, length: to - from });
}

/** Whether a simple block, or the block in a group, is of a track that stays. */
async function isBlockOf(
  file: ReadAt,
  child: Element,
  tracks: ReadonlySet<number> | undefined,
): Promise<boolean> {
  if (child.id !== mkv.SIMPLE_BLOCK && child.id !== mkv.BLOCK_GROUP) return false;
  let block = child;
  const end = child.dataStart + (child.length ?? 0);
  for (let at = child.dataStart; block.id !== mkv.SIMPLE_BLOCK && block.id !== mkv.BLOCK; ) {
    if (at >= end) return false;
    block = await headerAt(file, at);
    at = endOf(block, end);
  }
  const head = await file.upTo(block.dataStart, 8);
  const bytes = Math.clz32(head[0] ?? 0) - 23;
  if (bytes > 4 || head.length < bytes) return false;
  return tracks?.has(head.readUIntBE(0, bytes) - 2 ** (7 * bytes)) ?? false;
}
