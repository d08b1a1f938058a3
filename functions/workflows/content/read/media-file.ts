import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { Finding } from "../../../domain/content/problem.ts";
import { captionsFinding } from "../../media/captions.ts";
import { convertedName, convertPicture, isConverted } from "../../media/picture/converted-picture.ts";
import { pictureFacts } from "../../media/picture/picture-facts.ts";
import { MadeRendition, type RenditionName, renditionOf } from "../../media/picture/picture-rendition.ts";
import {
  extensionFor,
  extensionOf,
  FILE_EXTENSIONS,
  type FileType,
  fileTypeOf,
  HEAD_BYTES,
} from "./file-types.ts";

const Found = v.object({ problem: v.string(), expected: v.string() });

/** What a file that is not text holds, as far as publishing it needs to know. */
export const MediaFacts = v.object({
  sha256: v.string(),
  bytes: v.number(),
  mediaType: v.string(),
  picture: v.optional(v.picklist(["bitmap", "vector"])),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** Name of the JPEG that it became, in the folder with the renditions; all that is said here is said of that. */
  converted: v.optional(v.string()),
  /** Whether it moves. */
  animated: v.optional(v.literal(true)),
  /** Of a bitmap. */
  rendition: v.optional(MadeRendition),
  /** Seconds, of a recording. */
  duration: v.optional(v.number()),
  /** Why it cannot be published. */
  finding: v.optional(Found),
});
export type MediaFacts = v.InferOutput<typeof MediaFacts>;

/** Bytes of the largest files. */
const LIMITS = { picture: 300_000_000, file: 20_000_000_000 } as const;

/** The smaller form that is made of each bitmap, and the folder that keeps it. */
export interface RenditionOrder {
  readonly name: RenditionName;
  readonly folder: string;
}

/** A file on this machine. */
export interface SourceFile {
  readonly path: string;
  /** Name by which its type is told. */
  readonly called: string;
  readonly bytes: number;
}

/**
 * Reads a file that is to be published: its hash, type and, for pictures and recordings, measures; of a bitmap it
 * makes the smaller form, which reads it to its end. What is wrong with it is told in `finding`; the hash is always
 * there.
 */
export async function mediaFacts(media: SourceFile, order: RenditionOrder): Promise<MediaFacts> {
  const { path, called, bytes } = media;
  const [sha256, head] = await Promise.all([hashOf(path), headOf(path)]);
  const type = fileTypeOf(called);
  const facts = { sha256, bytes, mediaType: type?.mediaType ?? "application/octet-stream" };
  const finding = wrongAtFirstSight(media, type, head);
  if (finding || !type) return { ...facts, ...(finding && { finding }) };
  if (isConverted(facts.mediaType)) return convertedFacts(path, facts, order);
  switch (type.picture) {
    case "bitmap":
      return { ...facts, ...(await bitmapFacts(path, facts, order)) };
    case "vector":
      return { ...facts, ...(await vectorFacts(path)) };
    default:
      return { ...facts, ...(await otherFacts(path, facts.mediaType)) };
  }
}

function wrongAtFirstSight(
  { called, bytes }: SourceFile,
  type: FileType | undefined,
  head: Buffer,
): Finding | undefined {
  if (!type)
    return {
      problem: `files ending in .${extensionOf(called)} cannot be published`,
      expected: `one of ${FILE_EXTENSIONS.join(", ")}`,
    };
  if (bytes === 0) return { problem: "the file is empty", expected: "a file with content" };
  if (!type.begins(head)) {
    const actual = extensionFor(head);
    return {
      problem: `the file does not hold what .${extensionOf(called)} says${actual ? ` but looks like .${actual}` : ""}`,
      expected: `${type.mediaType} content`,
    };
  }
  const limit = type.picture ? LIMITS.picture : LIMITS.file;
  if (bytes <= limit) return undefined;
  return {
    problem: `the file has ${megabytes(bytes)} MB`,
    expected: `at most ${megabytes(limit)} MB for this type`,
  };
}

async function bitmapFacts(
  path: string,
  { sha256, bytes }: Pick<MediaFacts, "sha256" | "bytes">,
  order: RenditionOrder,
): Promise<Partial<MediaFacts>> {
  const found = await pictureFacts(path, bytes);
  if ("problem" in found) return { finding: found };
  const { width, height, animated } = found;
  const rendition = await renditionOf({ path, sha256, width, height }, order.name, order.folder);
  if (!rendition)
    return { finding: { problem: "the picture is damaged and cannot be read to its end", expected: OPENS } };
  return { picture: "bitmap", width, height, ...(animated && { animated: true }), rendition };
}

/** The picture as the JPEG that it becomes. Its header is looked at before its pixels, as of any other. */
async function convertedFacts(
  path: string,
  facts: Pick<MediaFacts, "sha256" | "bytes" | "mediaType">,
  order: RenditionOrder,
): Promise<MediaFacts> {
  const { sha256, bytes } = facts;
  const header = await pictureFacts(path, bytes);
  const finding = "problem" in header ? header : await convertPicture({ path, ...facts }, order.folder);
  if (finding) return { ...facts, finding };
  const converted = convertedName(sha256);
  const jpeg = join(order.folder, converted);
  const made = { sha256, bytes: statSync(jpeg).size };
  return { ...made, mediaType: "image/jpeg", converted, ...(await bitmapFacts(jpeg, made, order)) };
}

const OPENS = "a picture that opens in a viewer";
async function vectorFacts(path: string): Promise<Partial<MediaFacts>> {
  const drawing = await readFile(path, "utf8");
  const { drawingFacts } = await import("../../media/drawing/drawing-facts.ts"); // large, and most runs find the facts in the cache
  const found = drawingFacts(drawing);
  return "problem" in found ? { finding: found } : { picture: "vector", ...found };
}

async function otherFacts(path: string, mediaType: string): Promise<Partial<MediaFacts>> {
  if (/^(video|audio)\//.test(mediaType)) {
    const { recordingFacts } = await import("../../media/recording/recording-facts.ts");
    const found = await recordingFacts(path, mediaType);
    if ("problem" in found) return { finding: found };
    const { durationSeconds: duration, width, height } = found;
    return { duration, ...(width !== undefined && height !== undefined && { width, height }) };
  }
  const finding =
    mediaType === "application/pdf"
      ? await (await import("../../media/document/document-facts.ts")).documentFinding(path)
      : mediaType === "text/vtt"
        ? captionsFinding(await readFile(path, "utf8"))
        : undefined;
  return finding ? { finding } : {};
}

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

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
