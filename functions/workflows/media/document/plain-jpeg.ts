/**
 * A JPEG without what cameras and programs write beside the picture: EXIF, XMP, IPTC, previews, comments. What a
 * decoder needs, colour profile included, and the scans themselves stay byte by byte (ITU-T T.81, annex B). Undefined
 * where the bytes are no JPEG.
 */
export function plainJpeg(jpeg: Uint8Array): Uint8Array | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return undefined;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  for (let at = 2; at < jpeg.length; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1; // filled up
      continue;
    }
    if (marker === EOI) {
      kept.push(jpeg.subarray(at, at + 2));
      return Buffer.concat(kept); // cameras hang further pictures behind the end
    }
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    const segment = jpeg.subarray(at, at + 2 + length);
    if (length < 2 || segment.length < 2 + length) return undefined;
    at += segment.length;
    if (stays(marker, segment)) kept.push(segment);
    if (marker !== SOS) continue;
    const end = endOfScan(jpeg, at);
    kept.push(jpeg.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;

function stays(marker: number, segment: Uint8Array): boolean {
  const named = (name: string) =>
    Buffer.from(segment.subarray(4, 4 + name.length)).toString("latin1") === name;
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > 0xef) return true;
  if (marker === APP0) return named("JFIF\0") && segment.length === 18; // longer: with a preview
  return (marker === APP2 && named("ICC_PROFILE\0")) || (marker === APP14 && named("Adobe"));
}

/** Within a scan 0xff is followed by 0 or by a restart. */
function endOfScan(jpeg: Uint8Array, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0 && at + 1 < jpeg.length; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return jpeg.length;
}
