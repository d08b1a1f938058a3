import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../../../domain/content/problem.ts";
import { packageVersion } from "../../cache/package-version.ts";
import { runExiftool } from "../metadata/exiftool.ts";

/** What telephones write and few programs of the media open. All else of us takes them for the JPEG that they become. */
const CONVERTED: ReadonlySet<string> = new Set(["image/heic", "image/avif"]);

export const isConverted = (mediaType: string): boolean => CONVERTED.has(mediaType);

/** To be raised when this code writes other bytes than before. */
const RECIPE = 1;
/** Of JPEG, at which nobody sees a difference to the original; with all of its colours. */
const QUALITY = 92;

/** The JPEG that a picture becomes, by its name in the folder that keeps it. */
export const convertedName = (sha256: string): string =>
  `${sha256}-converted-${RECIPE}-${packageVersion("heic-decode")}.jpg`;

/**
 * Makes a JPEG of a HEIC or AVIF picture, or takes the one that was made of the same bytes: upright, with its profile of
 * colours and nothing else of what it says. sharp cannot decode HEVC, whose patents its makers do not license, so HEIC
 * goes through libheif as WebAssembly.
 *
 * @param folder keeps what was made
 * @returns why it cannot be decoded, if it cannot
 */
export async function convertPicture(
  { path, sha256, mediaType }: { path: string; sha256: string; mediaType: string },
  folder: string,
): Promise<Finding | undefined> {
  const file = join(folder, convertedName(sha256));
  if (existsSync(file)) return undefined;
  mkdirSync(folder, { recursive: true });
  const own = `${file}.${randomUUID()}`;
  const [next, profile] = [`${own}.jpg`, `${own}.icc`];
  try {
    const icc = await writeJpeg({ path, mediaType }, next);
    if (icc) {
      await writeFile(profile, icc);
      await runExiftool(["-overwrite_original", `-icc_profile<=${profile}`, next]);
    }
    renameSync(next, file);
    return undefined;
  } catch {
    return {
      problem: "the picture cannot be decoded",
      expected:
        "a JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or share the picture by email, which converts it",
    };
  } finally {
    await Promise.all([next, profile].map((each) => rm(each, { force: true })));
  }
}

/** @returns the profile of colours that the picture had, if it had one */
async function writeJpeg(
  { path, mediaType }: { path: string; mediaType: string },
  to: string,
): Promise<Buffer | undefined> {
  const { default: sharp } = await import("sharp"); // loads native code, and most runs find everything made
  const options = { quality: QUALITY, chromaSubsampling: "4:4:4", mozjpeg: true } as const;
  if (mediaType === "image/avif") {
    await sharp(path, { autoOrient: true, failOn: "error" }).toColourspace("srgb").jpeg(options).toFile(to);
    return undefined; // its colours are those of every screen now
  }
  const { icc } = await sharp(path, { limitInputPixels: false }).metadata();
  const { default: decode } = await import("heic-decode"); // megabytes of WebAssembly, for telephones alone
  const { width, height, data } = await decode({ buffer: await readFile(path) });
  const raw = { width, height, channels: 4 } as const;
  await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw })
    .flatten({ background: "#fff" })
    .jpeg(options)
    .toFile(to);
  return icc;
}
