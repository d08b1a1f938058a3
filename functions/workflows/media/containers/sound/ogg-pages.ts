import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { endsEarly, type ReadAt } from "../read-at.ts";

/** A page of an Ogg file (RFC 3533, 6). */
export interface OggPage {
  readonly flags: number;
  readonly granule: bigint;
  readonly serial: number;
  /** How the body divides into packets: a packet ends with the first value below 255. */
  readonly lacing: Buffer;
  readonly body: Buffer;
}

export const CONTINUED_PAGE = 1;
export const FIRST_PAGE = 2;

const DAMAGED = { problem: "the recording is damaged", expected: "an Ogg file that plays" };

export async function* oggPages(file: ReadAt): AsyncGenerator<OggPage> {
  for (let at = 0; at < file.bytes; ) {
    const head = await file.exactly(at, 27);
    if (head.toString("latin1", 0, 4) !== "OggS") throw new InvalidFile(DAMAGED);
    const segments = head[26] ?? 0;
    const lacing = Buffer.from(await file.exactly(at + 27, segments));
    const bytes = lacing.reduce((sum, value) => sum + value, 0);
    const end = at + 27 + segments + bytes;
    if (end > file.bytes) throw new InvalidFile(endsEarly(end, file.bytes));
    const { flags, granule, serial } = {
      flags: head[5] ?? 0,
      granule: head.readBigInt64LE(6),
      serial: head.readUInt32LE(14),
    };
    yield { flags, granule, serial, lacing, body: await file.exactly(at + 27 + segments, bytes) };
    at = end;
  }
}

/** The page as bytes, with its number among the pages of its stream and its checksum. */
export function pageBytes({ flags, granule, serial, lacing, body }: OggPage, number: number): Buffer {
  const head = Buffer.alloc(27);
  head.write("OggS", 0, "latin1");
  head[5] = flags;
  head.writeBigInt64LE(granule, 6);
  head.writeUInt32LE(serial, 14);
  head.writeUInt32LE(number, 18);
  head[26] = lacing.length;
  const page = Buffer.concat([head, lacing, body]);
  page.writeUInt32LE(checksum(page), 22);
  return page;
}

/** Whole packets as pages with nothing else on them. */
export function pagesOf(packets: readonly Buffer[], serial: number, flags = 0): OggPage[] {
  const lacing = packets.flatMap((packet) => [
    ...new Array<number>(Math.floor(packet.length / 255)).fill(255),
    packet.length % 255,
  ]);
  const body = Buffer.concat(packets);
  const pages: OggPage[] = [];
  for (let segment = 0, at = 0; segment < lacing.length; segment += 255) {
    const own = Buffer.from(lacing.slice(segment, segment + 255));
    const bytes = own.reduce((sum, value) => sum + value, 0);
    const continues = segment > 0 && lacing[segment - 1] === 255 ? CONTINUED_PAGE : 0;
    const ends = own.some((value) => value < 255);
    pages.push({
      flags: flags | continues,
      granule: ends ? 0n : -1n, // -1: no packet ends here
      serial,
      lacing: own,
      body: body.subarray(at, at + bytes),
    });
    at += bytes;
  }
  return pages;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1;
  return value >>> 0;
});

function checksum(page: Buffer): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
}
