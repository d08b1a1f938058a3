import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import * as v from "valibot";
import { extensionFor, extensionOf, FILE_EXTENSIONS, fileTypeOf, HEAD_BYTES } from "./file-types.ts";
import { tellsLocation } from "./picture-location.ts";
import { MadeRendition, type RenditionName, renditionOf } from "./picture-rendition.ts";
import type { Finding } from "./problem.ts";

/** What a file that is not text holds, as far as publishing it needs to know. */
export const MediaFacts = v.object({
  sha256: v.string(),
  bytes: v.number(),
  mediaType: v.string(),
  picture: v.optional(v.picklist(["bitmap", "vector"])),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** Of a bitmap. */
  rendition: v.optional(MadeRendition),
  /** Why it cannot be published. */
  finding: v.optional(v.object({ problem: v.string(), expected: v.string() })),
});
export type MediaFacts = v.InferOutput<typeof MediaFacts>;

export const PICTURE_BYTES = 25_000_000;
/** Decoded, a picture takes four bytes a pixel. */
export const PICTURE_PIXELS = 120_000_000;
export const FILE_BYTES = 500_000_000;

/** The smaller form that is made of each bitmap, and the folder that keeps it. */
export interface RenditionOrder {
  readonly name: RenditionName;
  readonly folder: string;
}

/**
 * Reads a file that is to be published: its hash, type and, for pictures, pixels; of a bitmap it makes the smaller
 * form, which reads it to its end. What is wrong with it is told in `finding`; the hash is always there.
 */
export async function mediaFacts(path: string, bytes: number, order: RenditionOrder): Promise<MediaFacts> {
  const [sha256, head] = await Promise.all([hashOf(path), headOf(path)]);
  const type = fileTypeOf(path);
  const facts = { sha256, bytes, mediaType: type?.mediaType ?? "application/octet-stream" };
  const wrong = (problem: string, expected: string) => ({ ...facts, finding: { problem, expected } });
  if (!type)
    return wrong(
      `files ending in .${extensionOf(path)} cannot be published`,
      `one of ${FILE_EXTENSIONS.join(", ")}`,
    );
  if (bytes === 0) return wrong("the file is empty", "a file with content");
  if (!type.begins(head)) {
    const actual = extensionFor(head);
    return wrong(
      `the file does not hold what .${extensionOf(path)} says${actual ? ` but looks like .${actual}` : ""}`,
      `${type.mediaType} content`,
    );
  }
  const limit = type.picture ? PICTURE_BYTES : FILE_BYTES;
  if (bytes > limit)
    return wrong(`the file has ${megabytes(bytes)} MB`, `at most ${megabytes(limit)} MB for this type`);
  if (!type.picture) return facts;
  if (type.picture === "vector") {
    const drawing = await readFile(path, "utf8");
    const script = scriptIn(drawing);
    if (script) return wrong(script, "a drawing without scripts and links");
    return { ...facts, picture: "vector", ...drawingSize(drawing) };
  }
  const bitmap = await bitmapAt(path);
  if (!bitmap) return wrong("the picture cannot be read", OPENS);
  if (bitmap.located)
    return wrong(
      "the picture tells where it was taken",
      "a picture without GPS data, which `exiftool -gps:all= -xmp:gps*= FILE` removes",
    );
  const { width, height } = bitmap;
  if (width * height > PICTURE_PIXELS)
    return wrong(
      `the picture has ${width} × ${height} pixels`,
      `at most ${PICTURE_PIXELS / 1_000_000} million of them`,
    );
  const rendition = await renditionOf({ path, sha256, width, height }, order.name, order.folder);
  if (!rendition) return wrong("the picture is damaged and cannot be read to its end", OPENS);
  return { ...facts, picture: "bitmap", width, height, rendition };
}

const OPENS = "a picture that opens in a viewer";

/** Turns a finding into words that name the file, when it is reported elsewhere than at the file itself. */
export function findingFor(name: string, { problem, expected }: Finding): Finding {
  return { problem: `${name}: ${problem}`, expected };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest("hex");
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function bitmapAt(
  path: string,
): Promise<{ width: number; height: number; located: boolean } | undefined> {
  const { default: sharp } = await import("sharp"); // loads native code, and most runs find the facts in the cache
  try {
    const {
      width,
      height,
      orientation = 1,
      exif,
      xmp,
    } = await sharp(path, { limitInputPixels: false }).metadata();
    const located = tellsLocation(exif, xmp?.toString("utf8"));
    return orientation >= 5 ? { width: height, height: width, located } : { width, height, located };
  } catch {
    return undefined;
  }
}

/** What of a drawing could run in a reader's browser or call out from it. */
function scriptIn(drawing: string): string | undefined {
  if (/<script[\s>]/i.test(drawing)) return "the drawing holds a script";
  if (/<foreignObject[\s>]/i.test(drawing)) return "the drawing holds foreign content";
  if (/\son[a-z]+\s*=/i.test(drawing)) return "the drawing holds an event handler";
  if (/(href|src)\s*=\s*["']\s*(?!#|data:image\/)[^"']/i.test(drawing))
    return "the drawing refers to another file";
  return undefined;
}

/** Width and height in pixels, where the drawing says them, else the size of its view box. */
function drawingSize(drawing: string): { width?: number; height?: number } {
  const tag = /<svg[^>]*>/.exec(drawing)?.[0] ?? "";
  const length = (name: string) => {
    const value = new RegExp(`\\s${name}="([\\d.]+)(px)?"`).exec(tag)?.[1];
    return value === undefined ? undefined : Math.round(Number(value));
  };
  const box = /\sviewBox="[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(tag);
  const width = length("width") ?? (box ? Math.round(Number(box[1])) : undefined);
  const height = length("height") ?? (box ? Math.round(Number(box[2])) : undefined);
  return width && height ? { width, height } : {};
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
