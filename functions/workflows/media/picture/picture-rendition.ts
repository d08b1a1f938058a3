import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { packageVersion } from "../../cache/package-version.ts";

/**
 * A smaller form of a picture. A kit shows thumbnails and offers a JPEG and a WebP for the web; other pages show the
 * web form, small, as it is or large as their screen asks for it, and previews of them a JPEG of a fixed shape.
 */
export const MadeRendition = v.object({
  name: v.picklist(["thumbnail", "web-small", "web", "web-large", "preview", "web-jpeg", "web-webp"]),
  sha256: v.string(),
  bytes: v.number(),
  width: v.number(),
  height: v.number(),
});
export type MadeRendition = v.InferOutput<typeof MadeRendition>;
export type RenditionName = MadeRendition["name"];

/** Of pages: what a browser chooses from, by the width of its screen. */
export const PAGE_RENDITIONS = ["web-small", "web", "web-large"] as const;

interface Recipe {
  readonly format: "webp" | "jpeg";
  /** Pixels that it has at most; of a fixed shape, that it has whatever the picture is. */
  readonly width: number;
  readonly height: number;
  /** Set where all of it is to be filled: what is beyond it is cut away on both sides alike. */
  readonly isShape?: true;
  /** Bytes that it should have at most, the words in it not counted: the tries are made in turn, and the last one stands whatever it gives. */
  readonly bytes: number;
  readonly tries: readonly {
    readonly quality: number;
    readonly alphaQuality?: number;
    readonly blur?: number;
  }[];
}

/** Long side of the pictures that a kit offers for the web. */
const WEB_SIDE = 1600;

/**
 * A browser fetches some eight thumbnails of a kit before its reader scrolls, and with the page they may weigh 60 KB.
 * A picture that is all fine detail is rather a little soft than full of artefacts. AVIF is no format here: its bytes
 * differ with the number of threads.
 */
const RECIPES: Record<RenditionName, Recipe> = {
  "web-jpeg": {
    format: "jpeg",
    width: WEB_SIDE,
    height: WEB_SIDE,
    bytes: Number.POSITIVE_INFINITY,
    tries: [{ quality: 82 }],
  },
  "web-webp": {
    format: "webp",
    width: WEB_SIDE,
    height: WEB_SIDE,
    bytes: Number.POSITIVE_INFINITY,
    tries: [{ quality: 80 }],
  },
  thumbnail: {
    format: "webp",
    width: 400,
    height: 400,
    bytes: 3_800,
    tries: [
      { quality: 60 },
      { quality: 50 },
      { quality: 40 },
      { quality: 30, alphaQuality: 50 },
      { quality: 25, alphaQuality: 50, blur: 0.7 },
      { quality: 20, alphaQuality: 50, blur: 1.2 },
      { quality: 15, alphaQuality: 50, blur: 1.6 },
      { quality: 10, alphaQuality: 50, blur: 2 },
      { quality: 5, alphaQuality: 50, blur: 2.5 },
    ],
  },
  "web-small": {
    format: "webp",
    width: 500,
    height: 1000,
    bytes: 25_000,
    tries: [{ quality: 75 }, { quality: 60 }, { quality: 45 }],
  },
  "web-large": {
    format: "webp",
    width: 1600,
    height: 3200,
    bytes: 150_000,
    tries: [{ quality: 75 }, { quality: 60 }, { quality: 45 }],
  },
  preview: {
    format: "jpeg",
    width: 1200,
    height: 630,
    isShape: true,
    bytes: 290_000,
    tries: [{ quality: 85 }, { quality: 75 }, { quality: 60 }],
  },
  web: {
    format: "webp",
    width: 1000,
    height: 2000,
    bytes: 60_000,
    tries: [{ quality: 75 }, { quality: 60 }, { quality: 45 }],
  },
};

const mediaTypeOf = ({ format }: Recipe) => (format === "webp" ? "image/webp" : "image/jpeg");
export const RENDITION_MEDIA_TYPES: Readonly<Record<RenditionName, "image/webp" | "image/jpeg">> = {
  thumbnail: mediaTypeOf(RECIPES.thumbnail),
  "web-small": mediaTypeOf(RECIPES["web-small"]),
  web: mediaTypeOf(RECIPES.web),
  "web-large": mediaTypeOf(RECIPES["web-large"]),
  preview: mediaTypeOf(RECIPES.preview),
  "web-jpeg": mediaTypeOf(RECIPES["web-jpeg"]),
  "web-webp": mediaTypeOf(RECIPES["web-webp"]),
};

interface Original {
  readonly path: string;
  readonly sha256: string;
  /** As a viewer shows it, turned upright. */
  readonly width: number;
  readonly height: number;
}

/**
 * Makes a rendition, without metadata, or takes the one that was made of the same bytes by the same recipe.
 * @param folder keeps what was made
 * @returns undefined when the picture cannot be decoded to its end
 */
export async function renditionOf(
  original: Original,
  name: RenditionName,
  folder: string,
): Promise<MadeRendition | undefined> {
  const file = renditionFile(folder, original.sha256, name);
  const { isShape, ...most } = RECIPES[name];
  const size = isShape ? { width: most.width, height: most.height } : sizeOf(original, most);
  let bytes = kept(file);
  if (!bytes) {
    bytes = await make(original.path, size, RECIPES[name]);
    if (!bytes) return undefined;
    keep(folder, file, bytes);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, sha256, bytes: bytes.length, ...size };
}

/** Where a rendition is kept: its name tells the original and the recipe. */
export function renditionFile(folder: string, original: string, name: RenditionName): string {
  const recipe = JSON.stringify([RECIPES[name], packageVersion("sharp")]);
  const hash = createHash("sha256").update(recipe).digest("hex").slice(0, 12);
  return join(folder, `${original}-${name}-${hash}.${RECIPES[name].format}`);
}

/** Whether the rendition that was made before is still there. */
export function isKept(folder: string, original: string, { name, bytes }: MadeRendition): boolean {
  return statSync(renditionFile(folder, original, name), { throwIfNoEntry: false })?.size === bytes;
}

async function make(
  path: string,
  size: { width: number; height: number },
  { format, tries, bytes, isShape }: Recipe,
): Promise<Buffer | undefined> {
  const { default: sharp } = await import("sharp"); // loads native code, and most runs find everything made
  const decoded = await sharp(path, { autoOrient: true, failOn: "error", limitInputPixels: false })
    .resize({ ...size, fit: isShape ? "cover" : "fill" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined);
  if (!decoded) return undefined;
  const { width, height, channels } = decoded.info;
  const small = sharp(decoded.data, { raw: { width, height, channels } });
  let made: Buffer | undefined;
  for (const { quality, alphaQuality = 100, blur } of tries) {
    const drawn = blur === undefined ? small.clone() : small.clone().blur(blur);
    made =
      format === "webp"
        ? await drawn.webp({ quality, alphaQuality, effort: 4 }).toBuffer()
        : await drawn.flatten({ background: "#fff" }).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (made.length <= bytes) break;
  }
  return made;
}

function kept(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const isWhole =
    bytes.toString("latin1", 8, 12) === "WEBP" || bytes.readUInt16BE(bytes.length - 2) === 0xffd9;
  return isWhole ? bytes : undefined;
}

/** Whole or not at all, so that a run that is killed leaves no half of a picture. */
function keep(folder: string, file: string, bytes: Buffer): void {
  mkdirSync(folder, { recursive: true });
  const next = `${file}.${process.pid}`;
  writeFileSync(next, bytes);
  renameSync(next, file);
}

/** The picture's size within the recipe's, never larger than it is. */
function sizeOf(
  { width, height }: Original,
  most: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(1, most.width / width, most.height / height);
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}
