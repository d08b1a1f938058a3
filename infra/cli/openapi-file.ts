import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApiDocument } from "../../functions/rendering/api/openapi-document.ts";
import { packOpenApi } from "../../functions/rendering/api/openapi-text.ts";

const FILE = fileURLToPath(new URL("../../functions/rendering/api/openapi-packed.ts", import.meta.url));

/**
 * Writes the OpenAPI document, made from the schemas of the API, into the source file from which it is served.
 * @returns the file that was written
 */
export async function writeOpenApiFile(): Promise<string> {
  const packed = packOpenApi(openApiDocument());
  await writeFile(
    FILE,
    `/** Written by \`npm run docs\` from the schemas of the API: see openapi-text.ts. */\nexport const OPENAPI_PACKED =\n  "${packed}";\n`,
  );
  return FILE;
}
