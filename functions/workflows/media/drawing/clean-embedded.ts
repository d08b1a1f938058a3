import { plainJpeg } from "../document/plain-jpeg.ts";

const PICTURE = /^data:image\/(png|jpe?g|gif|webp)(?:;[\w=-]+)*;base64,([\s\S]*)$/i;
const DRAWING = /^data:image\/svg\+xml([^,]*),([\s\S]*)$/i;

/** Drawings within drawings within drawings go no deeper than that. */
export const DEEPEST = 3;

/**
 * A picture put into a drawing as text, without what its camera wrote into it; a drawing within a drawing is cleaned as
 * its surroundings are. Undefined for all that is neither.
 */
export function cleanEmbedded(address: string, cleanDrawing: (text: string) => string): string | undefined {
  const trimmed = address.trim();
  const picture = PICTURE.exec(trimmed);
  if (picture)
    return `data:image/${picture[1]?.toLowerCase()};base64,${plain(picture[1] ?? "", picture[2] ?? "")}`;
  const drawing = DRAWING.exec(trimmed);
  if (!drawing) return undefined;
  const [, parameters = "", data = ""] = drawing;
  const text = /;base64$/i.test(parameters)
    ? Buffer.from(data, "base64").toString("utf8")
    : decodeURIComponent(data);
  return `data:image/svg+xml;base64,${Buffer.from(cleanDrawing(text)).toString("base64")}`;
}

function plain(format: string, base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const cleaned = /^jpe?g$/i.test(format)
    ? plainJpeg(bytes)
    : /^png$/i.test(format)
      ? plainPng(bytes)
      : bytes;
  return Buffer.from(cleaned ?? bytes).toString("base64");
}

const PNG_HEAD = 8;
const SAYS = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "dSIG"];

function plainPng(png: Buffer): Buffer {
  const kept = [png.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= png.length; ) {
    const end = at + 12 + png.readUInt32BE(at);
    if (!SAYS.includes(png.toString("latin1", at + 4, at + 8))) kept.push(png.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
