import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import type { ReadAt } from "../read-at.ts";
import { type Box, boxesIn, childOf } from "./boxes.ts";
import { refuseEndlessRuns, refuseEndlessTables } from "./endless-tables.ts";

/** What a movie is made of, before its tracks are looked at. */
export interface MovieLayout {
  readonly ftyp: Buffer | undefined;
  readonly moov: readonly Box[];
  /** Whether samples come in pieces that each have an index of their own, as cameras and browsers record them. */
  readonly fragmented: boolean;
}

/** An index of 256 MB tells of some thousand hours. */
const INDEX_LIMIT = 1 << 28;
const NAME = /^[\x20-\x7e\xa9]{4}$/;

/** Finds the index of an MP4 or QuickTime file. What makers put behind the last box is passed over. */
export async function movieLayout(file: ReadAt): Promise<MovieLayout> {
  let ftyp: Buffer | undefined;
  let moov: Box[] | undefined;
  let fragments = false;
  for (let at = 0; at + 8 <= file.bytes; ) {
    const head = await file.upTo(at, 16);
    const short = head.readUInt32BE(0);
    const type = head.toString("latin1", 4, 8);
    const header = short === 1 ? 16 : 8;
    if (head.length < header || !NAME.test(type)) break;
    const size = short === 0 ? file.bytes - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (size < header) break;
    if (type === "ftyp") ftyp ??= Buffer.from(await file.exactly(at + header, Math.min(size, 4096) - header));
    if (type === "moof") {
      fragments = true;
      refuseEndlessRuns(await boxesAt(file, at + header, size - header), file.bytes);
    }
    if (type === "moov" && !moov) moov = await indexAt(file, at + header, size - header);
    at += size;
  }
  if (!moov)
    throw new InvalidFile({
      problem: "the recording has no index: it was cut off or its recording was not ended properly",
      expected: "a recording that plays to its end",
    });
  return { ftyp, moov, fragmented: fragments || childOf(moov, "mvex") !== undefined };
}

async function boxesAt(file: ReadAt, at: number, size: number): Promise<Box[]> {
  if (size > INDEX_LIMIT)
    throw new InvalidFile({
      problem: `the recording's index has ${size} bytes`,
      expected: `at most ${INDEX_LIMIT}`,
    });
  return boxesIn(Buffer.from(await file.exactly(at, size)));
}

async function indexAt(file: ReadAt, at: number, size: number): Promise<Box[]> {
  const moov = await boxesAt(file, at, size);
  if (childOf(moov, "cmov"))
    throw new InvalidFile({
      problem: "the recording's index is compressed, as old QuickTime did",
      expected: "a recording that `ffmpeg -i FILE -c copy NEW` has written anew",
    });
  refuseEndlessTables(moov, file.bytes);
  return moov;
}
