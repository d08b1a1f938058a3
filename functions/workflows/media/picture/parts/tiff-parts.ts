const ENTRY_BYTES = 12;
const CLASSIC = 42;

/** Tags that make the pixels, their colours and their size on paper (TIFF 6.0, parts 1 and 2; technical notes 1 and 2). */
const KEPT = new Set([
  ...[254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283],
  ...[
    284, 290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 328, 332, 333,
  ],
  ...[334, 336, 338, 339, 340, 341, 342, 347, 529, 530, 531, 532],
  34665, // EXIF, from which the colour space is taken
  34675, // ICC profile
]);
const COMPRESSION = 259;
const OLD_JPEG = 6;
const OLD_JPEG_TAGS = new Set([512, 513, 514, 515, 517, 518, 519, 520, 521]);

/**
 * A TIFF whose directory names nothing but its picture: no place on the map (GeoTIFF), no layers, previews, words or
 * private tags. What such tags pointed to is still in the bytes, and is left behind by whoever writes the file anew.
 *
 * @returns undefined for BigTIFF, and when the directory lies outside of the file
 */
export function tiffParts(file: Buffer): Buffer[] | undefined {
  const order = file.toString("latin1", 0, 2);
  if (order !== "II" && order !== "MM") return undefined;
  const short = (at: number) => (order === "II" ? file.readUInt16LE(at) : file.readUInt16BE(at));
  if (file.length < 8 || short(2) !== CLASSIC) return undefined;
  const start = order === "II" ? file.readUInt32LE(4) : file.readUInt32BE(4);
  if (start + 2 > file.length) return undefined;
  const count = short(start);
  const entries = start + 2;
  const end = entries + count * ENTRY_BYTES;
  if (end + 4 > file.length) return undefined;
  const all = Array.from({ length: count }, (_, i) => entries + i * ENTRY_BYTES);
  const oldJpeg = all.some((at) => short(at) === COMPRESSION && short(at + 8) === OLD_JPEG);
  const kept = all.filter((at) => KEPT.has(short(at)) || (oldJpeg && OLD_JPEG_TAGS.has(short(at))));
  const directory = Buffer.alloc(end + 4 - start);
  if (order === "II") directory.writeUInt16LE(kept.length);
  else directory.writeUInt16BE(kept.length);
  for (const [i, at] of kept.entries()) file.copy(directory, 2 + i * ENTRY_BYTES, at, at + ENTRY_BYTES);
  file.copy(directory, 2 + kept.length * ENTRY_BYTES, end, end + 4); // where the next one is
  return [file.subarray(0, start), directory, file.subarray(end + 4)];
}
