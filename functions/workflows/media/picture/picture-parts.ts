import { epsParts } from "./parts/eps-parts.ts";
import { gifParts } from "./parts/gif-parts.ts";
import { jpegParts } from "./parts/jpeg-parts.ts";
import { pngParts } from "./parts/png-parts.ts";
import { tiffParts } from "./parts/tiff-parts.ts";
import { webpParts } from "./parts/webp-parts.ts";

const READERS: Readonly<Record<string, (file: Buffer) => Buffer[] | undefined>> = {
  "image/jpeg": jpegParts,
  "image/png": pngParts,
  "image/webp": webpParts,
  "image/gif": gifParts,
  "image/tiff": tiffParts,
  "application/postscript": epsParts,
};

/**
 * Stretches of a picture's file, in their order. Together they are the picture without what ExifTool leaves in place:
 * chunks of private names, places on maps, comments between scans, headers of drawings, whatever follows the end.
 * What ExifTool does take out may still be there.
 *
 * @returns the whole file when it does not follow its format: whoever reads it next says so
 */
export function keptParts(file: Buffer, mediaType: string): readonly Buffer[] {
  return READERS[mediaType]?.(file) ?? [file];
}
