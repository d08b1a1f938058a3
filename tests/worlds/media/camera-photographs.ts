import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Photographs of real cameras that came with packages about metadata, none of which was made for these tests. */

const FOLDERS = [
  "node-exif/test", // Canon PowerShot S400 and S40, iPhone 4S, Sony ILCE-6000, Agfa, Xiaomi
  "exif-parser/test", // Nokia Lumia 820
  "jpeg-exif/test", // iPhone 6 Plus
  "exif-js/example", // Nikon D100 and E4600
];

export const CAMERA_PHOTOGRAPHS: readonly string[] = FOLDERS.flatMap((folder) => {
  const path = join("node_modules", folder);
  return readdirSync(path)
    .filter((name) => /\.jpe?g$/i.test(name))
    .map((name) => join(path, name));
});
