import { InvalidFile } from "../../../../domain/content/invalid-file.ts";

/** A part of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2): four letters and what they name. */
export interface Box {
  readonly type: string;
  readonly payload: Buffer;
}

/** The boxes that lie one after the other in these bytes. Zeros at the end are QuickTime's way to say "no more". */
export function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at);
    if (short === 0 && bytes.subarray(at).every((byte) => byte === 0)) break;
    const header = short === 1 ? 16 : 8;
    if (at + header > bytes.length) throw new InvalidFile(INVALID_BOXES);
    const size =
      short === 0 ? bytes.length - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (size < header || at + size > bytes.length) throw new InvalidFile(INVALID_BOXES);
    boxes.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      payload: bytes.subarray(at + header, at + size),
    });
    at += size;
  }
  return boxes;
}

export const INVALID_BOXES = {
  problem: "the recording's index is damaged",
  expected: "a recording that plays, copied again from where it came from",
};

/** The box with its length and name before what it holds. */
export function box(type: string, ...payload: readonly Uint8Array[]): Buffer {
  const length = payload.reduce((sum, part) => sum + part.length, 8);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(length, 0);
  header.write(type, 4, "latin1");
  return Buffer.concat([header, ...payload], length);
}

/** A box that begins with version and flags. */
export function fullBox(
  type: string,
  version: number,
  flags: number,
  ...payload: readonly Uint8Array[]
): Buffer {
  return box(type, uint32((version << 24) | flags), ...payload);
}

export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, i * 4);
  return bytes;
}

export function childOf(boxes: readonly Box[], type: string): Buffer | undefined {
  return boxes.find((child) => child.type === type)?.payload;
}

/** A child without which the file means nothing. */
export function neededOf(boxes: readonly Box[], type: string): Buffer {
  const found = childOf(boxes, type);
  if (!found) throw new InvalidFile(INVALID_BOXES);
  return found;
}
