import { randomUUID } from "node:crypto";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Rights } from "../../../domain/rights.ts";
import { runExiftool } from "../metadata/exiftool.ts";
import { iptcFields } from "../metadata/iptc-fields.ts";
import { rightsXmp, smallRightsXmp } from "../metadata/rights-xmp.ts";
import { withoutDevice } from "./icc-profile.ts";
import { keptParts } from "./picture-parts.ts";

/** A picture to be cleaned; `to` must not be there yet. Both paths are absolute and of our own choosing. */
export interface PictureToClean {
  readonly from: string;
  readonly to: string;
  readonly mediaType: string;
  readonly rights: Rights;
  /** Whether few words suffice: of a thumbnail. */
  readonly small?: boolean;
}

/** What belongs to the pixels and not to their making: without it they would look different. */
const KEPT = ["--icc_profile:all", "--adobe:all", "-tagsfromfile", "@", "-orientation"];
/** Cameras say in EXIF alone that colours are those of Adobe RGB (DCF 2.0), and how large a pixel is on paper. */
const KEPT_OF_JPEG = [
  ...["-exififd:colorspace", "-exififd:gamma", "-interopifd:interopindex"],
  ...[
    "-ifd0:xresolution<xresolution",
    "-ifd0:yresolution<yresolution",
    "-ifd0:resolutionunit<resolutionunit",
  ],
];
/** Chunks of PNG that say how its numbers become colours and how large a pixel is. */
const KEPT_OF_PNG = [
  "-gamma",
  "-whitepointx",
  "-whitepointy",
  "-redx",
  "-redy",
  "-greenx",
  "-greeny",
  "-bluex",
  "-bluey",
  "-srgbrendering",
  "-pixelsperunitx",
  "-pixelsperunity",
  "-pixelunits",
];
const KEPT_OF: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": KEPT_OF_JPEG,
  "image/png": KEPT_OF_PNG,
};

/**
 * Writes a picture without anything that its camera and its editors said about it, and with its rights in their place:
 * IPTC-IIM where the format has it, XMP in every one. The pixels are copied as they are compressed.
 *
 * @throws Error with what ExifTool says when the file cannot be written
 */
export async function cleanPicture({ from, to, mediaType, rights, small }: PictureToClean): Promise<void> {
  // names of our choosing: in others, ExifTool may read commands, and a percent sign stands for a part of the name
  const folder = to.includes("%") ? tmpdir() : dirname(to);
  const own = join(folder, randomUUID());
  const [packet, icc] = [`${own}.xmp`, `${own}.icc`];
  const [parts, made] = [`${own}.from.picture`, `${own}.to.picture`]; // another extension is another format to it
  try {
    await writeFile(packet, small ? smallRightsXmp(rights) : rightsXmp(rights));
    await writeFile(parts, keptParts(await readFile(from), mediaType));
    const profile = await cleanProfile(parts, mediaType);
    if (profile) await writeFile(icc, profile);
    await runExiftool([
      ...["-m", "-o", made, "-all="],
      ...(mediaType === "image/tiff" ? ["-CommonIFD0="] : []),
      ...[...KEPT, ...(KEPT_OF[mediaType] ?? [])],
      ...[`-xmp<=${packet}`, ...(profile ? [`-icc_profile<=${icc}`] : [])],
      ...(small ? [] : embedded(mediaType, rights)),
      "-api",
      "Compact=NoPadding",
      parts,
    ]);
    await (folder === dirname(to) ? rename(made, to) : copyFile(made, to));
  } finally {
    await Promise.all([packet, icc, parts, made].map((file) => rm(file, { force: true })));
  }
}

/** @returns undefined when the picture's own profile, if any, may stay */
async function cleanProfile(file: string, mediaType: string): Promise<Buffer | undefined> {
  if (mediaType === "application/postscript") return undefined;
  const { default: sharp } = await import("sharp"); // loads native code, and most runs find everything made
  const read = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  return read?.icc && withoutDevice(read.icc);
}

/** IPTC and the one EXIF field of rights, in formats whose readers look there. */
function embedded(mediaType: string, rights: Rights): string[] {
  if (mediaType !== "image/jpeg" && mediaType !== "image/tiff") return [];
  const iptc = iptcFields(rights).map(([field, text]) => `-iptc:${field}=${onOneLine(text)}`);
  return [
    ...["-charset", "iptc=utf8", "-charset", "exif=utf8", "-iptc:CodedCharacterSet=UTF8"],
    ...iptc,
    `-exif:Copyright=${onOneLine(rights.copyrightNotice)}`,
  ];
}

/** A command has one argument a line. */
const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ");
