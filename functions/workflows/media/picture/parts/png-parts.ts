const SIGNATURE_BYTES = 8;
const CHUNK_FRAME_BYTES = 12;

/**
 * Chunks that make a PNG's pixels, their colours and their size on paper (PNG, third edition, 5.6, animations
 * included), and `eXIf`, in which a picture says which side is up. All else is words, dates, other pictures or private.
 */
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT eXIf".split(
    " ",
  ),
);

/** @returns undefined when the chunks do not end with IEND */
export function pngParts(file: Buffer): Buffer[] | undefined {
  const parts = [file.subarray(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; at + CHUNK_FRAME_BYTES <= file.length; ) {
    const end = at + CHUNK_FRAME_BYTES + file.readUInt32BE(at);
    if (end > file.length) return undefined;
    const name = file.toString("latin1", at + 4, at + 8);
    if (KEPT.has(name)) parts.push(file.subarray(at, end));
    if (name === "IEND") return parts;
    at = end;
  }
  return undefined;
}
