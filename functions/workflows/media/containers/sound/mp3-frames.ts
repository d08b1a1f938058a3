import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import type { ReadAt } from "../read-at.ts";
import { id3Length } from "./id3.ts";

const BITRATES = {
  /** Version 1, layers I, II and III; version 2, layer I, layers II and III. In kbit/s. */
  "1-1": [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  "1-2": [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  "1-3": [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  "2-1": [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  "2-2": [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES = [44_100, 48_000, 32_000] as const;

/** A frame of sound: so many bytes, which sound for so many seconds. */
export interface Mp3Frame {
  readonly bytes: number;
  readonly seconds: number;
}

/** The frame with this header (ISO/IEC 11172-3, 2.4.1.3), if it is one. */
export function mp3Frame(head: Buffer): Mp3Frame | undefined {
  if (head.length < 4 || head.readUInt16BE(0) < 0xffe0) return undefined;
  const [, second = 0, third = 0] = head;
  const version = [2.5, undefined, 2, 1][(second >> 3) & 3];
  const layer = 4 - ((second >> 1) & 3);
  const rate = RATES[(third >> 2) & 3];
  if (version === undefined || layer === 4 || rate === undefined) return undefined;
  const row = version === 1 ? (`1-${layer}` as "1-1" | "1-2" | "1-3") : layer === 1 ? "2-1" : "2-2";
  const bitrate = BITRATES[row][(third >> 4) - 1];
  if (bitrate === undefined) return undefined;
  const hertz = version === 1 ? rate : version === 2 ? rate / 2 : rate / 4;
  const samples = layer === 1 ? 384 : layer === 3 && version !== 1 ? 576 : 1152;
  const slot = layer === 1 ? 4 : 1;
  const bytes = (Math.floor(((samples / 8) * bitrate * 1000) / hertz / slot) + ((third >> 1) & 1)) * slot;
  return { bytes, seconds: samples / hertz };
}

/** Bytes that may lie before the first frame, besides tags that tell their length. */
const LEAD = 1 << 20;

/** A stretch of frames that follow each other. */
export interface Mp3Stretch {
  readonly offset: number;
  readonly bytes: number;
  readonly seconds: number;
}

/**
 * The sound of an MP3 and nothing else: tags of any kind, before, after or between, are passed over, and so is a last
 * frame that was cut off.
 */
export async function* mp3Stretches(file: ReadAt): AsyncGenerator<Mp3Stretch> {
  let sound = false;
  for (let at = 0; at + 4 <= file.bytes; ) {
    at += id3Length(await file.upTo(at, 10));
    const stretch = await stretchAt(file, at);
    if (stretch) {
      yield stretch;
      sound = true;
      at += stretch.bytes;
    } else {
      if (!sound && at > LEAD && id3Length(await file.upTo(0, 10)) === 0) throw new InvalidFile(NO_SOUND);
      at = await nextPossible(file, at + 1);
    }
  }
}

/** Where the next byte lies that can begin a frame or a tag. */
async function nextPossible(file: ReadAt, from: number): Promise<number> {
  for (let at = from; at < file.bytes; ) {
    const bytes = await file.upTo(at, 1 << 16);
    const found = bytes.findIndex((byte) => byte === 0xff || byte === 0x49);
    if (found >= 0) return at + found;
    at += bytes.length;
  }
  return file.bytes;
}

export const NO_SOUND = { problem: "there is no sound in the recording", expected: "a recording that plays" };

async function stretchAt(file: ReadAt, offset: number): Promise<Mp3Stretch | undefined> {
  let bytes = 0;
  let seconds = 0;
  let frames = 0;
  for (;;) {
    const frame = mp3Frame(await file.upTo(offset + bytes, 4));
    if (!frame || offset + bytes + frame.bytes > file.bytes) break;
    bytes += frame.bytes;
    seconds += frame.seconds;
    frames++;
  }
  // Two bytes can look like a header by chance, two headers at the right distance hardly do.
  return frames > 1 ? { offset, bytes, seconds } : undefined;
}
