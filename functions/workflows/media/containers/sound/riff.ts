import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { endsEarly, type ReadAt } from "../read-at.ts";

/** Where a chunk of a WAV file lies, without its name and length. */
export interface RiffChunk {
  readonly name: string;
  readonly offset: number;
  readonly bytes: number;
}

/** A WAV's description and sound; files beyond 4 GB keep their lengths in `ds64` (EBU Tech 3306). */
export interface WavLayout {
  readonly fmt: Buffer;
  readonly fact: Buffer | undefined;
  readonly data: RiffChunk;
}

const DAMAGED = { problem: "the recording is damaged", expected: "a WAV that plays" };
const EMPTY = { problem: "the recording is empty", expected: "sound in it" };

export async function wavLayout(file: ReadAt): Promise<WavLayout> {
  const chunks = new Map<string, RiffChunk>();
  let long: number | undefined;
  for (let at = 12; at + 8 <= file.bytes; ) {
    const head = await file.upTo(at, 8);
    const name = head.toString("latin1", 0, 4);
    const told = head.readUInt32LE(4);
    const bytes = name === "data" && told === 0xffff_ffff && long !== undefined ? long : told;
    const chunk = { name, offset: at + 8, bytes };
    if (name === "ds64") long = Number((await file.exactly(chunk.offset, 24)).readBigUInt64LE(8));
    if (!chunks.has(name)) chunks.set(name, chunk);
    if (name === "data" && at + 8 + bytes > file.bytes)
      throw new InvalidFile(endsEarly(at + 8 + bytes, file.bytes));
    at += 8 + bytes + (bytes & 1);
  }
  const [fmt, data, fact] = [chunks.get("fmt "), chunks.get("data"), chunks.get("fact")];
  if (!fmt || !data || fmt.bytes < 16 || fmt.bytes > 4096) throw new InvalidFile(DAMAGED);
  if (data.bytes === 0) throw new InvalidFile(EMPTY);
  return {
    fmt: Buffer.from(await file.exactly(fmt.offset, fmt.bytes)),
    fact: fact && fact.bytes <= 64 ? Buffer.from(await file.exactly(fact.offset, fact.bytes)) : undefined,
    data,
  };
}

/** Seconds, from the bytes that the format says a second takes. */
export function wavSeconds({ fmt, fact, data }: WavLayout): number {
  const [hertz, bytesPerSecond] = [fmt.readUInt32LE(4), fmt.readUInt32LE(8)];
  const compressed = ![1, 3, 0xfffe].includes(fmt.readUInt16LE(0));
  if (compressed && fact && fact.length >= 4 && hertz > 0) return fact.readUInt32LE(0) / hertz;
  if (bytesPerSecond === 0) throw new InvalidFile(DAMAGED);
  return data.bytes / bytesPerSecond;
}
