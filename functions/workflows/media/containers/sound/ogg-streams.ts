import type { PlainTags } from "../../metadata/plain-tags.ts";

/** How one encoding begins in Ogg. */
export interface OggCodec {
  /** Header packets, the first included. */
  headers(first: Buffer): number;
  /** Header packets that say what we say, and how to decode. */
  cleaned(headers: readonly Buffer[], tags: PlainTags): Buffer[];
  /** Samples that are not to be heard at the beginning. */
  skipped(first: Buffer): number;
  /** What a granule counts, in a second. */
  hertz(first: Buffer): number;
}

const starts = (packet: Buffer, text: string) => packet.subarray(0, text.length).toString("latin1") === text;
const bytes = (text: string) => Buffer.from(text, "latin1");

const VORBIS: OggCodec = {
  headers: () => 3,
  cleaned: ([id = NONE, , setup = NONE], tags) => [
    id,
    Buffer.concat([bytes("\x03vorbis"), comments(tags), Buffer.from([1])]),
    setup,
  ],
  skipped: () => 0,
  hertz: (first) => first.readUInt32LE(12),
};

/** RFC 7845. */
const OPUS: OggCodec = {
  headers: () => 2,
  cleaned: ([id = NONE], tags) => [id, Buffer.concat([bytes("OpusTags"), comments(tags)])],
  skipped: (first) => first.readUInt16LE(10),
  hertz: () => 48_000,
};

/** https://xiph.org/flac/ogg_mapping.html: of what FLAC knows, its description and our comments stay. */
const FLAC: OggCodec = {
  headers: (first) => 1 + first.readUInt16BE(7),
  cleaned: ([id = NONE], tags) => {
    const own = comments(tags);
    const only = Buffer.from(id);
    only.writeUInt16BE(1, 7);
    return [only, Buffer.concat([Buffer.from([0x84, own.length >> 16, own.length >> 8, own.length]), own])];
  },
  skipped: () => 0,
  hertz: (first) => first.readUIntBE(27, 3) >> 4,
};

const SPEEX: OggCodec = {
  headers: () => 2,
  cleaned: ([id = NONE], tags) => [id, comments(tags)],
  skipped: () => 0,
  hertz: (first) => first.readUInt32LE(36),
};

const NONE = Buffer.alloc(0);

/** How the stream that begins with this packet is encoded; of other streams nothing is kept. */
export function oggCodecOf(first: Buffer): OggCodec | undefined {
  if (starts(first, "\x01vorbis") && first.length >= 30) return VORBIS;
  if (starts(first, "OpusHead") && first.length >= 19) return OPUS;
  if (starts(first, "\x7fFLAC") && first.length >= 51 && first.readUInt16BE(7) > 0) return FLAC;
  if (starts(first, "Speex   ") && first.length >= 80) return SPEEX;
  return undefined;
}

/** Vorbis comments (https://xiph.org/vorbis/doc/v-comment.html), in UTF-8. */
function comments(tags: PlainTags): Buffer {
  const list = Object.entries(tags).map(([name, value]) => counted(`${name.toUpperCase()}=${value}`));
  const count = Buffer.alloc(4);
  count.writeUInt32LE(list.length);
  return Buffer.concat([counted("Dateline"), count, ...list]);
}

function counted(text: string): Buffer {
  const value = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(value.length);
  return Buffer.concat([length, value]);
}
