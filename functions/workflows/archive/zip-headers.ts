/**
 * Headers of a ZIP as the specification has them, PKWARE's APPNOTE.TXT 6.3.10, whose sections are named below. Files
 * are stored as they are; their sizes and checksums are known beforehand, so headers are complete and no data
 * descriptor follows (4.3.9). What does not fit into 32 bits goes into the Zip64 extended information (4.5.3).
 */

/** From these values on a number does not fit: they themselves say "see Zip64" (4.4.8, 4.4.9, 4.4.16, 4.4.22). */
export interface ZipLimits {
  readonly bytes: number;
  readonly entries: number;
}
export const ZIP_LIMITS: ZipLimits = { bytes: 0xffffffff, entries: 0xffff };

/** A file as its headers know it. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
}

/** A day, without a clock or a zone. */
export interface ZipDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const SEE_ZIP64 = 0xffffffff;
/** 4.4.3: 1.0 for what is stored, 4.5 for Zip64. */
const VERSION_NEEDED = 10;
const VERSION_NEEDED_ZIP64 = 45;
/** 4.4.2: UNIX, whose permissions are the upper half of the external attributes; version 6.3 of the specification. */
const MADE_BY = (3 << 8) | 63;
/** 4.4.4, bit 11: the name is in UTF-8. */
const UTF_8 = 1 << 11;
/** 4.4.15: a regular file that its owner may write and everyone may read. */
const REGULAR_FILE_0644 = 0o100644 * 2 ** 16;

/** 4.4.6: the day as MS-DOS has it, which knows the years 1980 to 2107; the time is midnight. */
function msDosDate({ year, month, day }: ZipDate): number {
  if (year < 1980) return (1 << 5) | 1;
  return ((Math.min(year, 2107) - 1980) << 9) | (month << 5) | day;
}

/** 4.3.7: what stands before the bytes. */
export function localHeader({ name, bytes, crc32 }: ZipMember, date: ZipDate, limits: ZipLimits): Buffer {
  const zip64 = bytes >= limits.bytes;
  const fields = Buffer.alloc(30);
  fields.writeUInt32LE(0x04034b50, 0);
  commonFields(fields, 4, { name, crc32, size: zip64 ? SEE_ZIP64 : bytes, date, zip64 });
  // 4.5.3: in a local header both sizes are there, though nothing is compressed
  const extra = zip64 ? zip64Extra([bytes, bytes]) : Buffer.alloc(0);
  fields.writeUInt16LE(extra.length, 28);
  return Buffer.concat([fields, Buffer.from(name), extra]);
}

/** 4.3.12: the same for the directory at the end, which also tells where the local header stands. */
export function centralHeader(
  { name, bytes, crc32, offset }: ZipMember & { readonly offset: number },
  date: ZipDate,
  limits: ZipLimits,
): Buffer {
  const largeSize = bytes >= limits.bytes;
  const farAway = offset >= limits.bytes;
  const fields = Buffer.alloc(46);
  fields.writeUInt32LE(0x02014b50, 0);
  fields.writeUInt16LE(MADE_BY, 4);
  const size = largeSize ? SEE_ZIP64 : bytes;
  commonFields(fields, 6, { name, crc32, size, date, zip64: largeSize || farAway });
  // 4.5.3: only what is missing above, in this order
  const extra = zip64Extra([...(largeSize ? [bytes, bytes] : []), ...(farAway ? [offset] : [])]);
  fields.writeUInt16LE(extra.length, 30);
  fields.writeUInt32LE(REGULAR_FILE_0644, 38);
  fields.writeUInt32LE(farAway ? SEE_ZIP64 : offset, 42);
  return Buffer.concat([fields, Buffer.from(name), extra]);
}

/** 4.4.3 to 4.4.10, which follow each other in both headers. */
function commonFields(
  fields: Buffer,
  at: number,
  header: { name: string; crc32: number; size: number; date: ZipDate; zip64: boolean },
): void {
  fields.writeUInt16LE(header.zip64 ? VERSION_NEEDED_ZIP64 : VERSION_NEEDED, at);
  fields.writeUInt16LE(UTF_8, at + 2);
  fields.writeUInt16LE(0, at + 4); // 4.4.5: stored
  fields.writeUInt16LE(0, at + 6);
  fields.writeUInt16LE(msDosDate(header.date), at + 8);
  fields.writeUInt32LE(header.crc32, at + 10);
  fields.writeUInt32LE(header.size, at + 14);
  fields.writeUInt32LE(header.size, at + 18);
  fields.writeUInt16LE(Buffer.byteLength(header.name), at + 22);
}

function zip64Extra(values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, n) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + 8 * n);
  });
  return extra;
}

/** 4.3.14 to 4.3.16: how many files there are and where their directory stands. */
export function endOfDirectory(
  directory: { readonly entries: number; readonly offset: number; readonly bytes: number },
  limits: ZipLimits,
): Buffer {
  const { entries, offset, bytes } = directory;
  const zip64 = entries >= limits.entries || offset >= limits.bytes || bytes >= limits.bytes;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries >= limits.entries ? 0xffff : entries, 8);
  end.writeUInt16LE(entries >= limits.entries ? 0xffff : entries, 10);
  end.writeUInt32LE(bytes >= limits.bytes ? SEE_ZIP64 : bytes, 12);
  end.writeUInt32LE(offset >= limits.bytes ? SEE_ZIP64 : offset, 16);
  return zip64 ? Buffer.concat([zip64EndOfDirectory(directory), end]) : end;
}

function zip64EndOfDirectory({
  entries,
  offset,
  bytes,
}: {
  entries: number;
  offset: number;
  bytes: number;
}): Buffer {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4); // of the record, without its first 12 bytes
  record.writeUInt16LE(MADE_BY, 12);
  record.writeUInt16LE(VERSION_NEEDED_ZIP64, 14);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(bytes), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.writeUInt32LE(0x07064b50, 56); // 4.3.15: the locator of the record
  record.writeBigUInt64LE(BigInt(offset + bytes), 64);
  record.writeUInt32LE(1, 72);
  return record;
}
