import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folders of the code that turns documents into bytes. */
const RENDERS = ["domain", "rendering", "http"] as const;

/**
 * Hash of the code that renders. It stands in the site's document, so when the code changes the bytes of every
 * page, `Last-Modified` moves and caches forget them, although no content changed.
 *
 * @param functions the folder `functions/`
 */
export function renderingHash(functions: URL): string {
  const hash = createHash("sha256");
  for (const folder of RENDERS) {
    const root = new URL(`${folder}/`, functions);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) =>
      name.replaceAll("\\", "/"),
    );
    for (const name of files.filter((each) => /\.tsx?$/.test(each)).sort())
      hash
        .update(`${join(folder, name)}\0`)
        .update(readFileSync(new URL(name, root)))
        .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
