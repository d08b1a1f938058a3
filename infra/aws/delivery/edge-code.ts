import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

/** A file of `edge/` as CloudFront gets it: without comments and blanks, since 10 KB of code are all that it takes. */
export function edgeCode(name: "viewer-request" | "media-response"): string {
  const source = readFileSync(new URL(`../edge/${name}.js`, import.meta.url), "utf8");
  return transformSync(source, { minifyWhitespace: true, charset: "utf8" }).code;
}
