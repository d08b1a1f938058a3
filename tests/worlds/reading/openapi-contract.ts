import { Ajv2020 } from "ajv/dist/2020.js";
import type { OpenApi } from "../../../functions/rendering/api/openapi.ts";

/** An OpenAPI document as a contract: tells what of an answer it does not declare. */
export interface Contract {
  /** Empty when the answer is declared, with its headers and its body. */
  breaches(path: string, method: string, answer: Response): Promise<string[]>;
}

export function contractOf(document: OpenApi): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(closed(document), "api");
  return {
    async breaches(path, method, answer) {
      const declared = responseAt(document, path, method, answer.status);
      if (!declared) return [`${method} ${path} answers ${answer.status}, which is not declared`];
      const missing = Object.keys(declared.headers ?? {})
        .filter((name) => name !== "Link" && !answer.headers.has(name))
        .map((name) => `${method} ${path} ${answer.status} lacks ${name}`);
      const body = await answer.text();
      if (method === "HEAD" || answer.status === 304) {
        return body === "" ? missing : [...missing, `${method} ${path} ${answer.status} has a body`];
      }
      const type = answer.headers.get("Content-Type") ?? "";
      const schema = declared.content?.[type]?.schema;
      if (!schema) return [...missing, `${path} ${answer.status} is of type ${type}, which is not declared`];
      const validate = ajv.compile({ $ref: `api${schema.$ref}` });
      return validate(JSON.parse(body)) ? missing : [...missing, ajv.errorsText(validate.errors)];
    },
  };
}

interface DeclaredResponse {
  readonly $ref?: string;
  readonly headers?: object;
  readonly content?: Record<string, { schema: { $ref: string } }>;
}

function responseAt(
  document: OpenApi,
  path: string,
  method: string,
  status: number,
): DeclaredResponse | undefined {
  const responses: Record<string, DeclaredResponse> = document.paths[path]?.get.responses ?? {};
  const isRead = method === "GET" || method === "HEAD";
  const declared = isRead || status === 405 ? responses[status] : undefined;
  const shared: Record<string, DeclaredResponse> = document.components.responses;
  return declared?.$ref ? shared[declared.$ref.split("/").at(-1) ?? ""] : declared;
}

/** The same document with no room for fields that it does not name. */
function closed(document: object): object {
  return JSON.parse(JSON.stringify(document), (_, value) =>
    value?.type === "object" && value.properties ? { ...value, additionalProperties: false } : value,
  );
}
