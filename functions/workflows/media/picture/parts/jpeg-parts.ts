const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const FILL = 0xff;

/** Markers that stand alone: restarts, and TEM. */
const isAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

/**
 * A JPEG up to its end (ITU-T T.81, B.1), without what programs wrote between the scans: what stands before the first
 * scan is for ExifTool, which knows what of it belongs to the colours.
 *
 * @returns undefined when its segments do not lead to the end
 */
export function jpegParts(file: Buffer): Buffer[] | undefined {
  if (file[0] !== FILL || file[1] !== SOI) return undefined;
  const parts: Buffer[] = [];
  let kept = 0; // from here to where we are, all is kept
  let inScans = false;
  for (let at = 2; at + 2 <= file.length; ) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== FILL) return undefined;
    if (marker === FILL) {
      at += 1;
      continue;
    }
    if (marker === EOI) return [...parts, file.subarray(kept, at + 2)];
    if (isAlone(marker)) {
      at = inScans ? afterScan(file, at + 2) : at + 2;
      continue;
    }
    if (at + 4 > file.length) return undefined;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (inScans && (isApplication(marker) || marker === COM)) {
      parts.push(file.subarray(kept, at));
      kept = end;
    }
    inScans ||= marker === SOS;
    at = marker === SOS ? afterScan(file, end) : end;
  }
  return undefined;
}

/** Where compressed data ends: at the next marker that is neither a restart nor a stuffed byte. */
function afterScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(FILL, from); at >= 0 && at + 1 < file.length; at = file.indexOf(FILL, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== FILL && !isAlone(next)) return at;
  }
  return file.length;
}
