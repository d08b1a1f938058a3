import { transformSync } from "esbuild";
import { type EdgeScript, edgeSource } from "../edge/edge-source.ts";

/** A script of the edge as CloudFront gets it: without comments and blanks, since 10 KB of code are all that it takes. */
export function edgeCode(name: EdgeScript): string {
  return transformSync(edgeSource(name), { minifyWhitespace: true, charset: "utf8" }).code;
}
