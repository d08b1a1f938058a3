import { InvalidFile } from "../../../../domain/content/invalid-file.ts";

/** An element of a Matroska or WebM file (RFC 8794): its number, and where it and what it holds lie. */
export interface Element {
  readonly id: number;
  readonly start: number;
  readonly dataStart: number;
  /** Bytes of what it holds; undefined where the writer did not know, as when it recorded live. */
  readonly length: number | undefined;
}

export const DAMAGED = { problem: "the recording is damaged", expected: "a WebM that plays" };

/** A header has at most four bytes of number and eight of length. */
export const HEADER_BYTES = 12;

/** The element whose header these bytes begin with, `at` bytes into the file. */
export function elementAt(head: Buffer, at: number): Element {
  const first = head[0] ?? 0;
  const idBytes = Math.clz32(first) - 23;
  if (first === 0 || idBytes > 4 || head.length < idBytes + 1) throw new InvalidFile(DAMAGED);
  const id = head.readUIntBE(0, idBytes);
  const marker = head[idBytes] ?? 0;
  const sizeBytes = Math.clz32(marker) - 23;
  if (marker === 0 || head.length < idBytes + sizeBytes) throw new InvalidFile(DAMAGED);
  let length = marker & (0xff >> sizeBytes);
  let unknown = length === 0xff >> sizeBytes;
  for (const byte of head.subarray(idBytes + 1, idBytes + sizeBytes)) {
    length = length * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { id, start: at, dataStart: at + idBytes + sizeBytes, length: unknown ? undefined : length };
}

/**
 * The elements that lie one after the other in these bytes. Each tells its length: only a segment and a cluster may
 * leave it open, and what a table left open would reach into what must not stay.
 */
export function elementsIn(bytes: Buffer): (Element & { readonly data: Buffer })[] {
  const elements = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes.subarray(at, at + HEADER_BYTES), at);
    const end = element.dataStart + (element.length ?? Number.POSITIVE_INFINITY);
    if (end > bytes.length) throw new InvalidFile(DAMAGED);
    elements.push({ ...element, data: bytes.subarray(element.dataStart, end) });
    at = end;
  }
  return elements;
}

/** An element with its number and length before it. */
export function element(id: number, ...parts: readonly Uint8Array[]): Buffer {
  const data = Buffer.concat(parts);
  return Buffer.concat([idBytes(id), lengthBytes(data.length), data]);
}

export function lengthBytes(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  bytes[0] = 1;
  return bytes;
}

/** The whole number that an element holds. */
export function numberIn(data: Buffer): number {
  return data.length === 0 ? 0 : data.subarray(0, 8).reduce((value, byte) => value * 256 + byte, 0);
}

export function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(id >>> 0);
  return bytes.subarray(id > 0xff_ffff ? 0 : id > 0xffff ? 1 : id > 0xff ? 2 : 3);
}

/** The beginning of an element that says nothing and takes so many bytes in all; zeros follow. */
export function voidHead(bytes: number): Buffer {
  if (bytes < 10) return Buffer.from([0xec, 0x80 | (bytes - 2)]);
  return Buffer.concat([Buffer.from([0xec]), lengthBytes(bytes - 9)]);
}
