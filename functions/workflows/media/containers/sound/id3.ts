import type { PlainTags } from "../../metadata/plain-tags.ts";

/** An ID3v2.4 tag in UTF-8 (https://id3.org/id3v2.4.0-frames) with what can be said in one language, and XMP. */
export function id3Tag(tags: PlainTags, language: string, xmp: string): Buffer {
  const frames = Buffer.concat([
    frame("TIT2", UTF8, text(tags.title)),
    frame("TPE1", UTF8, text(tags.artist)),
    frame("TCOP", UTF8, text(tags.copyright)),
    frame("COMM", UTF8, text(language), NONE, text(tags.comment)),
    frame("TXXX", UTF8, text("description"), NONE, text(tags.description)),
    frame("PRIV", text("XMP"), NONE, text(xmp)), // XMP specification, part 3, 1.1.3.3
    Buffer.alloc(10), // an empty frame ends the list
  ]);
  return Buffer.concat([text("ID3"), Buffer.from([4, 0, 0]), sevenBits(frames.length), frames]);
}

const text = (value: string) => Buffer.from(value);
const UTF8 = Buffer.from([3]);
const NONE = Buffer.from([0]);

function frame(name: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([text(name), sevenBits(body.length), Buffer.alloc(2), body]);
}

/** A number of 28 bits, seven in each byte, so that no byte looks like the beginning of sound. */
function sevenBits(value: number): Buffer {
  return Buffer.from([value >> 21, value >> 14, value >> 7, value].map((byte) => byte & 0x7f));
}

/** Bytes of the ID3v2 tag that begins here, 0 when none does. */
export function id3Length(head: Buffer): number {
  if (head.length < 10 || head.toString("latin1", 0, 3) !== "ID3") return 0;
  const size = head.subarray(6, 10).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
  return 10 + size + ((head[5] ?? 0) & 0x10 ? 10 : 0);
}
