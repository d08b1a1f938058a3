import { boxesIn } from "../containers/movie/boxes.ts";

const SIGNATURE = "\0\0\0\x0cjP  ";
/** How to decode and show the picture (ISO/IEC 15444-1, annex I). Others hold XMP, XML and what makers like. */
const STAYS = ["jP  ", "ftyp", "jp2h", "jp2c", "rreq", "jpch", "jplh"];

/** A JPEG 2000 without what is said about it. Undefined where there is nothing to take out. */
export function plainJp2(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString("latin1", 0, 8) !== SIGNATURE) return undefined;
  const kept = boxesIn(file).filter(({ type }) => STAYS.includes(type));
  return Buffer.concat(
    kept.flatMap(({ type, payload }) => {
      const header = Buffer.alloc(8);
      header.writeUInt32BE(payload.length + 8);
      header.write(type, 4, "latin1");
      return [header, payload];
    }),
  );
}
