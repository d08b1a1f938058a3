import type { Rights } from "../../../../domain/rights.ts";
import { plainTags } from "../../metadata/plain-tags.ts";
import { rightsXmp } from "../../metadata/rights-xmp.ts";
import type { ReadAt } from "../read-at.ts";
import type { WriteOn } from "../write-on.ts";
import { wavLayout } from "./riff.ts";

/** Code page of UTF-8, for what INFO says (RIFF specification, CSET). */
const UTF8 = 65_001;
const LONGEST = 0xffff_ffff;

/** Writes a WAV anew with its format and sound alone, and says in INFO and XMP what there is to say. */
export async function cleanWav(file: ReadAt, into: WriteOn, { rights }: { rights: Rights }): Promise<void> {
  const { fmt, fact, data } = await wavLayout(file);
  const tags = plainTags(rights);
  const info = [
    chunk("INAM", zeroEnded(tags.title)),
    chunk("IART", zeroEnded(tags.artist)),
    chunk("ICOP", zeroEnded(tags.copyright)),
    chunk("ISBJ", zeroEnded(tags.description)),
    chunk("ICMT", zeroEnded(tags.comment)),
  ];
  const before = Buffer.concat([
    chunk("fmt ", fmt),
    ...(fact ? [chunk("fact", fact)] : []),
    chunk("CSET", uint16(UTF8, 0, 0, 0)),
    chunk("LIST", Buffer.from("INFO"), ...info),
  ]);
  const after = chunk("_PMX", Buffer.from(rightsXmp(rights))); // XMP specification, part 3, 1.2.8
  const padding = Buffer.alloc(data.bytes & 1);
  const rest = 4 + before.length + 8 + data.bytes + padding.length + after.length;
  const long = rest + 36 > LONGEST;
  await into.write(head(long ? "RF64" : "RIFF", long ? LONGEST : rest));
  if (long) await into.write(chunk("ds64", uint64(rest + 36, data.bytes, 0), Buffer.alloc(4)));
  await into.write(before);
  await into.write(named("data", long ? LONGEST : data.bytes));
  await into.copy(file, data.offset, data.bytes);
  await into.write(padding);
  await into.write(after);
}

function head(kind: string, bytes: number): Buffer {
  return Buffer.concat([named(kind, bytes), Buffer.from("WAVE")]);
}

function named(name: string, bytes: number): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 0, "latin1");
  header.writeUInt32LE(bytes, 4);
  return header;
}

function chunk(name: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([named(name, body.length), body, Buffer.alloc(body.length & 1)]);
}

const zeroEnded = (text: string) => Buffer.from(`${text}\0`);

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

function uint64(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), i * 8);
  return bytes;
}
