import { openApiDocument } from "./openapi-document.ts";

let text: string | undefined;

/**
 * The OpenAPI document as it is served. Made from the schemas when somebody first asks for it; in the bundle of a
 * function, which is loaded before the first page, this file is another: see `infra/aws/functions/packed-openapi.ts`.
 */
export function openApiText(): string {
  text ??= JSON.stringify(openApiDocument());
  return text;
}
