import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentCache } from "../../../functions/workflows/cache/content-cache.ts";
import { fileTypeOf } from "../../../functions/workflows/content/read/file-types.ts";
import { preparedFile } from "../../../functions/workflows/media/prepare-file.ts";
import { RIGHTS } from "../documents/rights.ts";

/** Prints the hashes of what is made of pictures, whatever process this is. Arguments: a folder, a umask, the pictures. */
const [, , folder = "", umask = "022", ...pictures] = process.argv;
process.umask(Number.parseInt(umask, 8));
const cache = contentCache("test", join(folder, "cache"));
for (const path of pictures) {
  const original = createHash("sha256").update(readFileSync(path)).digest("hex");
  const mediaType = fileTypeOf(path)?.mediaType ?? "";
  for (const name of ["original", "web-jpeg", "web-webp", "thumbnail"] as const) {
    const order = { path, original, mediaType, name, width: 64, height: 48, rights: RIGHTS };
    const made = await preparedFile(order, cache);
    console.log(name, "sha256" in made ? made.sha256 : made.problem);
  }
}
