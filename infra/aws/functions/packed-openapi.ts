import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "esbuild";

/**
 * The OpenAPI document is 74 KB, and the library that makes it from the schemas another 13: too much for a bundle that
 * is loaded before the first page. So a bundle carries the text as 11 KB of Brotli in place of `openapi-text.ts`;
 * unpacking takes less than a millisecond and happens only when somebody asks for it.
 */
export const PACKED_OPENAPI: Plugin = {
  name: "packed-openapi",
  setup(build) {
    build.onLoad({ filter: /[\\/]rendering[\\/]api[\\/]openapi-text\.ts$/ }, async () => {
      const { openApiText } = await import("../../../functions/rendering/api/openapi-text.ts");
      return { contents: packedModule(openApiText()), loader: "ts" };
    });
  },
};

/** Source of a module that answers a text as `openApiText` does. */
function packedModule(text: string): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const packed = brotliCompressSync(text, { params }).toString("base64");
  return [
    'import { brotliDecompressSync } from "node:zlib";',
    `export const openApiText = () => brotliDecompressSync(Buffer.from("${packed}", "base64")).toString();`,
  ].join("\n");
}
