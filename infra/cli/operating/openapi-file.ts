import { openApiDocument } from "../../../functions/rendering/api/openapi-document.ts";
import { packOpenApi } from "../../../functions/rendering/api/openapi-text.ts";

/** The source file from which the OpenAPI document is served. */
export const OPENAPI_FILE = new URL("../../../functions/rendering/api/openapi-packed.ts", import.meta.url);

/** What stands in it: the document, made from the schemas of the API. */
export function openApiModule(): string {
  const packed = packOpenApi(openApiDocument());
  return `/** Written by \`npm run docs\` from the schemas of the API: see openapi-text.ts. */\nexport const OPENAPI_PACKED =\n  "${packed}";\n`;
}
