const HEADER_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
/** Position, size, duration and flags of a frame, before its own chunks (RFC 9649, 2.7.1.1). */
const FRAME_HEAD_BYTES = 16;

/** Chunks of RFC 9649; EXIF says which side is up. All else is unknown to the format, and readers pass over it. */
const KEPT = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP", "EXIF", "XMP "]);

/** @returns undefined when a chunk is longer than the file */
export function webpParts(file: Buffer): Buffer[] | undefined {
  if (file.length < HEADER_BYTES) return undefined;
  const end = CHUNK_HEAD_BYTES + file.readUInt32LE(4);
  const chunks = end <= file.length ? keptChunks(file.subarray(HEADER_BYTES, end)) : undefined;
  if (!chunks) return undefined;
  const header = Buffer.from(file.subarray(0, HEADER_BYTES));
  header.writeUInt32LE(4 + lengthOf(chunks), 4);
  return [header, ...chunks];
}

function keptChunks(bytes: Buffer): Buffer[] | undefined {
  const kept: Buffer[] = [];
  for (let at = 0; at + CHUNK_HEAD_BYTES <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + CHUNK_HEAD_BYTES + length;
    if (end > bytes.length) return undefined;
    const name = bytes.toString("latin1", at, at + 4);
    const padded = end + (length & 1);
    if (name === "ANMF") {
      const frame = keptFrame(bytes.subarray(at, end));
      if (!frame) return undefined;
      kept.push(...frame);
    } else if (KEPT.has(name)) kept.push(bytes.subarray(at, padded));
    at = padded;
  }
  return kept;
}

/** A frame of an animation holds chunks itself. */
function keptFrame(frame: Buffer): Buffer[] | undefined {
  const head = Buffer.from(frame.subarray(0, CHUNK_HEAD_BYTES + FRAME_HEAD_BYTES));
  const chunks = keptChunks(frame.subarray(head.length));
  if (!chunks || head.length < CHUNK_HEAD_BYTES + FRAME_HEAD_BYTES) return undefined;
  head.writeUInt32LE(FRAME_HEAD_BYTES + lengthOf(chunks), 4);
  return [head, ...chunks];
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
