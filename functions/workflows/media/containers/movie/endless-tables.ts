import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { type Box, boxesIn, childOf, INVALID_BOXES } from "./boxes.ts";

/** Bytes of a row in each table of samples (ISO/IEC 14496-12, 8.6 and 8.7): version, flags and count come first. */
const ROW_BYTES = { stts: 8, ctts: 8, stss: 4, stsc: 12, stco: 4, co64: 8 } as const;
/** Tables whose rows each stand for many samples. */
const RUNS = ["stts", "ctts"] as const;
const ROWS_AT = 8;

/** Old sound formats pack several samples into a byte. */
const SAMPLES_A_BYTE = 16;
/** Writers miscount; none writes twice the times that it needs. */
const TOO_MANY = 2;

/**
 * Refuses tables with more rows than they have room for, and tables of times or chunks that count far more samples than
 * there are: whoever reads such a table goes on into what follows it, or makes a row for each sample until memory ends.
 */
export function refuseEndlessTables(moov: readonly Box[], fileBytes: number): void {
  for (const { type, payload } of moov) {
    const stbl = type === "trak" ? within(boxesIn(payload), ["mdia", "minf", "stbl"]) : undefined;
    if (stbl) refuseEndless(stbl, fileBytes);
  }
}

/** Fields that a run of samples may have for each of them, by its flags (ISO/IEC 14496-12, 8.8.8): four bytes each. */
const FIELDS_OF_RUN = [0x100, 0x200, 0x400, 0x800] as const;

/** The same for the runs of a fragment, which have no table of sizes beside them: each sample has a byte at least. */
export function refuseEndlessRuns(moof: readonly Box[], fileBytes: number): void {
  let samples = 0;
  for (const traf of moof.filter(({ type }) => type === "traf"))
    for (const { type, payload } of boxesIn(traf.payload)) {
      if (type !== "trun") continue;
      if (payload.length < ROWS_AT) throw new InvalidFile(INVALID_BOXES);
      const flags = payload.readUInt32BE(0);
      const count = payload.readUInt32BE(4);
      const bytes = 4 * FIELDS_OF_RUN.filter((field) => (flags & field) !== 0).length;
      samples += count;
      if (ROWS_AT + count * bytes > payload.length || samples > fileBytes)
        throw new InvalidFile(INVALID_BOXES);
    }
}

function within(boxes: readonly Box[], path: readonly string[]): readonly Box[] | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return boxes;
  const child = childOf(boxes, first);
  return child && within(boxesIn(child), rest);
}

function refuseEndless(stbl: readonly Box[], fileBytes: number): void {
  for (const [name, bytes] of Object.entries(ROW_BYTES)) {
    const table = childOf(stbl, name);
    if (table && (table.length < ROWS_AT || ROWS_AT + table.readUInt32BE(4) * bytes > table.length))
      throw new InvalidFile(INVALID_BOXES);
  }
  const limit = Math.min(TOO_MANY * (samplesIn(stbl) + 1), SAMPLES_A_BYTE * fileBytes);
  for (const name of RUNS)
    if (samplesOfRuns(childOf(stbl, name)) > limit) throw new InvalidFile(INVALID_BOXES);
  if (mostInAChunk(childOf(stbl, "stsc")) > limit) throw new InvalidFile(INVALID_BOXES);
}

function samplesIn(stbl: readonly Box[]): number {
  const sizes = childOf(stbl, "stsz") ?? childOf(stbl, "stz2");
  return sizes && sizes.length >= 12 ? sizes.readUInt32BE(8) : 0;
}

/** The most samples in a chunk: of each row, the first chunk that it is about, then its samples. */
function mostInAChunk(table: Buffer | undefined): number {
  let most = 0;
  for (let at = ROWS_AT; table && at + ROW_BYTES.stsc <= table.length; at += ROW_BYTES.stsc)
    most = Math.max(most, table.readUInt32BE(at + 4));
  return most;
}

/** How many samples the rows of such a table stand for: of each row, the number of samples and what they have in common. */
function samplesOfRuns(table: Buffer | undefined): number {
  let total = 0;
  for (let at = ROWS_AT; table && at + 8 <= table.length; at += 8) total += table.readUInt32BE(at);
  return total;
}
