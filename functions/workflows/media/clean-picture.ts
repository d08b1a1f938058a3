import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import type { Rights } from "../../domain/rights.ts";
import { runExiftool } from "./exiftool.ts";
import { iptcFields } from "./iptc-fields.ts";
import { rightsXmp, smallRightsXmp } from "./rights-xmp.ts";

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

/**
 * Writes a picture without anything that its camera and its editors said about it, and with its rights in their place:
 * IPTC-IIM where the format has it, XMP in every one. The pixels are copied as they are compressed.
 *
 * @throws Error with what ExifTool says when the file cannot be written
 */
export async function cleanPicture({ from, to, mediaType, rights, small }: PictureToClean): Promise<void> {
  const packet = `${to}.${randomUUID()}.xmp`;
  await writeFile(packet, small ? smallRightsXmp(rights) : rightsXmp(rights));
  try {
    await runExiftool([
      ...["-m", "-o", to, "-all=", ...(mediaType === "image/tiff" ? ["-CommonIFD0="] : [])],
      ...[...KEPT, ...(mediaType === "image/png" ? KEPT_OF_PNG : [])],
      `-xmp<=${packet}`,
      ...(small ? [] : embedded(mediaType, rights)),
      "-api",
      "Compact=NoPadding",
      from,
    ]);
  } finally {
    await rm(packet, { force: true });
  }
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
const onOneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");
