import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { OpenApi } from "./openapi.ts";
import { OPENAPI_PACKED } from "./openapi-packed.ts";

/**
 * The OpenAPI document is 62 KB, and the library that makes it from the schemas another 13: too much for a bundle
 * that is loaded before the first page. So it is made beforehand and carried as 9 KB of Brotli; unpacking takes less
 * than a millisecond and happens only when somebody asks for it.
 */

/** The document as it is served. */
export function openApiText(): string {
  return brotliDecompressSync(Buffer.from(OPENAPI_PACKED, "base64")).toString();
}

export function packOpenApi(document: OpenApi): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(JSON.stringify(document), { params }).toString("base64");
}
