import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { crc32 } from "node:zlib";
import * as v from "valibot";
import type { Finding } from "../../domain/content/problem.ts";
import type { Rights } from "../../domain/rights.ts";
import type { ContentCache } from "../cache/content-cache.ts";
import { packageVersion } from "../cache/package-version.ts";
import { cleanFile } from "./clean-file.ts";
import { cleanPicture } from "./picture/clean-picture.ts";
import {
  RENDITION_MEDIA_TYPES,
  type RenditionName,
  renditionFile,
  renditionOf,
} from "./picture/picture-rendition.ts";
import { asPublic, type PublicBytes } from "./public-bytes.ts";
import { remainsIn } from "./verify-clean.ts";

/** A file as it is published. */
export interface PreparedFile extends PublicBytes {
  /** Where it lies on this machine. */
  readonly file: string;
  readonly sha256: string;
  readonly crc32: number;
  readonly bytes: number;
  readonly mediaType: string;
  readonly width?: number;
  readonly height?: number;
}

/** What is to be made of a file, and what it shall say. */
export interface FileOrder {
  readonly path: string;
  /** SHA-256 of the file at the path. */
  readonly original: string;
  readonly mediaType: string;
  readonly name: "original" | RenditionName;
  /** Pixels, upright. Required for all but the original. */
  readonly width?: number;
  readonly height?: number;
  readonly rights: Rights;
}

const Made = v.object({
  sha256: v.string(),
  crc32: v.number(),
  bytes: v.number(),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** Whether the file is published as it lies in the content. */
  asIs: v.boolean(),
});
type Made = v.InferOutput<typeof Made>;

/** A change of any of these makes every file anew. */
const TOOLS = ["exiftool-vendored", "svgo", "@cantoo/pdf-lib", "mediabunny", "sharp"];
/** To be raised when this code writes other bytes than before. */
const RECIPE = 3;

/**
 * Makes a file, or takes the one that was made of the same bytes by the same recipe to say the same. What was made
 * before is not read again. Whatever is left in it that tells of place, device or person stops it.
 */
export async function preparedFile(order: FileOrder, cache: ContentCache): Promise<PreparedFile | Finding> {
  const { name, path, original } = order;
  const mediaType = name === "original" ? order.mediaType : RENDITION_MEDIA_TYPES[name];
  const key = keyOf(order);
  const folder = resolve(cache.renditions);
  const file = join(folder, `${original}-${name}-${key.slice(0, 16)}`);
  const known = cache.get(`prepared ${key}`, Made);
  const made = known && isThere(known, known.asIs ? path : file) ? known : await make(order, file, folder);
  if ("problem" in made) return made;
  if (made !== known) cache.set(`prepared ${key}`, made);
  const { asIs, sha256, crc32: sum, bytes, width, height } = made;
  const size = width !== undefined && height !== undefined ? { width, height } : {};
  return asPublic({ file: asIs ? path : file, sha256, crc32: sum, bytes, mediaType, ...size });
}

function keyOf({ original, name, rights, mediaType }: FileOrder): string {
  const tools = TOOLS.map((tool) => `${tool}@${packageVersion(tool)}`);
  const inputs = JSON.stringify([RECIPE, original, name, mediaType, rights, tools]);
  return createHash("sha256").update(inputs).digest("hex");
}

const isThere = ({ bytes }: Made, file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.size === bytes;

async function make(order: FileOrder, file: string, folder: string): Promise<Made | Finding> {
  mkdirSync(folder, { recursive: true });
  const next = `${file}.${randomUUID()}`; // whole or not at all, and never another run's
  try {
    const made = await (order.name === "original" ? original(order, next) : rendition(order, next, folder));
    if ("problem" in made) return made;
    if (made.asIs) return { ...made, ...(await summed(order.path)) };
    // smaller renditions are made of pixels alone
    const left = order.name === "original" ? await remainsIn(next, ownWords(order.rights)) : [];
    if (left.length > 0)
      return {
        problem: `it would still tell of its making: ${left.join(", ")}`,
        expected: "a file from which this can be removed; another program may write it anew",
      };
    const sums = await summed(next);
    renameSync(next, file);
    return { ...made, ...sums };
  } finally {
    if (existsSync(next)) rmSync(next);
  }
}

type Written = Pick<Made, "width" | "height" | "asIs">;

async function original(
  { path, mediaType, rights, width, height }: FileOrder,
  to: string,
): Promise<Written | Finding> {
  const cleaned = await cleanFile({ from: resolve(path), to, mediaType, rights });
  if (typeof cleaned === "object") return cleaned;
  const size = width !== undefined && height !== undefined ? { width, height } : {};
  return { ...size, asIs: cleaned === "as-is" };
}

/** Pixels are kept apart from words, so that a new caption encodes nothing again. */
async function rendition(
  { path, original: sha256, name, rights, width = 0, height = 0 }: FileOrder,
  to: string,
  folder: string,
): Promise<Written | Finding> {
  if (name === "original") throw new Error("An original is no rendition.");
  const made = await renditionOf({ path, sha256, width, height }, name, folder);
  if (!made)
    return { problem: "the picture is damaged and cannot be read to its end", expected: "a whole one" };
  const mediaType = RENDITION_MEDIA_TYPES[name];
  const from = renditionFile(folder, sha256, name);
  await cleanPicture({ from, to, mediaType, rights, small: name === "thumbnail" });
  return { width: made.width, height: made.height, asIs: false };
}

async function summed(file: string): Promise<Pick<Made, "sha256" | "crc32" | "bytes">> {
  const hash = createHash("sha256");
  let sum = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    sum = crc32(chunk, sum);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), crc32: sum, bytes };
}

/** What a file says by our own order, in fields that a camera or an editor fills as well. */
function ownWords({ creator, source, copyrightNotice, ...rights }: Rights): string[] {
  const { headline, caption, credit, usageTerms } = rights;
  return [
    creator,
    source,
    copyrightNotice,
    ...[headline, caption, credit, usageTerms].flatMap(Object.values),
  ];
}
