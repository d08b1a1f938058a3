/** Tag of the pointer to the GPS directory (Exif 3.0, 4.6.3). */
const GPS_POINTER = 0x8825;

/**
 * Whether the metadata of a picture tells where it was taken: that can lead to people whom a newsroom protects, so
 * such a picture is never published.
 * @param exif the EXIF block, with or without its `Exif` mark
 * @param xmp the XMP packet as text
 */
export function hasLocation(exif: Buffer | undefined, xmp: string | undefined): boolean {
  if (xmp && /exif:GPS(Latitude|Longitude)/.test(xmp)) return true;
  return exif !== undefined && hasGpsEntries(exif);
}

/** Reads the first directory of the TIFF structure inside EXIF; what is cut off tells nothing. */
function hasGpsEntries(exif: Buffer): boolean {
  const tiff = exif.toString("latin1", 0, 4) === "Exif" ? exif.subarray(6) : exif;
  const order = tiff.toString("latin1", 0, 2);
  if (order !== "II" && order !== "MM") return false;
  const at16 = (i: number) => read(tiff, i, 2, order);
  const at32 = (i: number) => read(tiff, i, 4, order);
  const directory = at32(4);
  for (let n = 0; n < at16(directory); n++) {
    const entry = directory + 2 + n * 12;
    if (at16(entry) === GPS_POINTER) return at16(at32(entry + 8)) > 0;
  }
  return false;
}

function read(bytes: Buffer, at: number, length: number, order: string): number {
  if (at + length > bytes.length) return 0;
  return order === "II" ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length);
}
