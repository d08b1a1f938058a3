import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { endsEarly } from "../read-at.ts";
import { type Box, childOf, INVALID_BOXES, neededOf } from "./boxes.ts";

/** Where a run of a track's samples lies in the file. */
export interface Chunk {
  readonly offset: number;
  readonly length: number;
  readonly samples: number;
}

/**
 * The chunks of one track, from its sample tables (ISO/IEC 14496-12, 8.7). Refuses tables that contradict each other
 * or tell of more than the file holds.
 */
export function chunksOf(stbl: readonly Box[], fileBytes: number): Chunk[] {
  const offsets = offsetsOf(stbl);
  const perChunk = samplesPerChunk(neededOf(stbl, "stsc"), offsets.length);
  const sizes = sampleSizes(stbl);
  const chunks: Chunk[] = [];
  let sample = 0;
  let end = 0;
  for (const [i, offset] of offsets.entries()) {
    const samples = Math.min(perChunk[i] ?? 0, sizes.count - sample);
    const length = sizes.sum(sample, samples);
    sample += samples;
    end = Math.max(end, offset + length);
    chunks.push({ offset, length, samples });
  }
  if (end > fileBytes) throw new InvalidFile(endsEarly(end, fileBytes));
  if (sample < sizes.count) throw new InvalidFile(INVALID_BOXES);
  return chunks;
}

function offsetsOf(stbl: readonly Box[]): number[] {
  const long = childOf(stbl, "co64");
  const table = long ?? neededOf(stbl, "stco");
  const width = long ? 8 : 4;
  const count = countIn(table, 4, 8, width);
  return Array.from({ length: count }, (_, i) =>
    long ? Number(table.readBigUInt64BE(8 + i * 8)) : table.readUInt32BE(8 + i * 4),
  );
}

function samplesPerChunk(stsc: Buffer, chunks: number): Uint32Array {
  const entries = countIn(stsc, 4, 8, 12);
  const perChunk = new Uint32Array(chunks);
  for (let i = 0; i < entries; i++) {
    const first = stsc.readUInt32BE(8 + i * 12);
    const next = i + 1 < entries ? stsc.readUInt32BE(8 + (i + 1) * 12) : chunks + 1;
    if (first < 1 || next < first) throw new InvalidFile(INVALID_BOXES);
    perChunk.fill(stsc.readUInt32BE(8 + i * 12 + 4), first - 1, Math.min(next - 1, chunks));
  }
  return perChunk;
}

interface SampleSizes {
  readonly count: number;
  sum(first: number, samples: number): number;
}

function sampleSizes(stbl: readonly Box[]): SampleSizes {
  const stsz = childOf(stbl, "stsz");
  if (!stsz) return compactSizes(neededOf(stbl, "stz2"));
  if (stsz.length < 12) throw new InvalidFile(INVALID_BOXES);
  const uniform = stsz.readUInt32BE(4);
  if (uniform > 0) {
    const frame = uniform === 1 ? soundFrameOf(neededOf(stbl, "stsd")) : undefined;
    const sum = (_: number, samples: number) =>
      frame ? Math.ceil(samples / frame.samples) * frame.bytes : samples * uniform;
    return { count: stsz.readUInt32BE(8), sum };
  }
  const count = countIn(stsz, 8, 12, 4);
  return summed(count, (i) => stsz.readUInt32BE(12 + i * 4));
}

function compactSizes(stz2: Buffer): SampleSizes {
  const bits = stz2.length < 12 ? 0 : (stz2[7] ?? 0);
  if (![4, 8, 16].includes(bits)) throw new InvalidFile(INVALID_BOXES);
  const count = countIn(stz2, 8, 12, bits / 8);
  return summed(count, (i) => {
    if (bits === 16) return stz2.readUInt16BE(12 + i * 2);
    if (bits === 8) return stz2.readUInt8(12 + i);
    const byte = stz2.readUInt8(12 + (i >> 1));
    return i % 2 ? byte & 15 : byte >> 4;
  });
}

function summed(count: number, sizeOf: (sample: number) => number): SampleSizes {
  const sum = (first: number, samples: number) => {
    let total = 0;
    for (let i = first; i < first + samples; i++) total += sizeOf(i);
    return total;
  };
  return { count, sum };
}

/** Bytes of one sample, by the name of an uncompressed sound, for each channel. */
const UNCOMPRESSED: Readonly<Record<string, number>> = {
  "raw ": 1,
  ulaw: 1,
  alaw: 1,
  twos: 2,
  sowt: 2,
  in24: 3,
  in32: 4,
  fl32: 4,
  fl64: 8,
};

/**
 * Old QuickTime says of all uncompressed sound that a sample has one byte, and means one of each channel; the true
 * size stands in the description (QuickTime File Format, Sound Sample Descriptions).
 */
function soundFrameOf(stsd: Buffer): { samples: number; bytes: number } | undefined {
  if (stsd.length < 8 + 36) return undefined;
  const format = stsd.toString("latin1", 12, 16);
  const version = stsd.readUInt16BE(24);
  const channels = stsd.readUInt16BE(32);
  if (version === 1 && stsd.length >= 8 + 52) {
    const samples = stsd.readUInt32BE(44);
    const bytes = stsd.readUInt32BE(52);
    return samples > 0 && bytes > 0 ? { samples, bytes } : undefined;
  }
  const width = UNCOMPRESSED[format];
  if (version !== 0 || !width) return undefined;
  const wide = ["raw ", "twos", "sowt"].includes(format) ? stsd.readUInt16BE(34) / 8 : width;
  return { samples: 1, bytes: Math.max(1, wide * channels) };
}

/** Refuses a count that its own table has no room for. */
function countIn(table: Buffer, at: number, entriesAt: number, width: number): number {
  const count = table.length >= at + 4 ? table.readUInt32BE(at) : -1;
  if (count < 0 || entriesAt + Math.ceil(count * width) > table.length) throw new InvalidFile(INVALID_BOXES);
  return count;
}
