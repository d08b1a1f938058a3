import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { API_COLLECTIONS, apiPath } from "../../../functions/domain/addresses.ts";
import type { OpenApi } from "../../../functions/rendering/api/openapi.ts";
import { openApiDocument } from "../../../functions/rendering/api/openapi-document.ts";
import { openApiText } from "../../../functions/rendering/api/openapi-text.ts";

const api = openApiDocument();
const served: OpenApi = JSON.parse(openApiText());

describe("the OpenAPI document", () => {
  test("has every collection and its items, each read by an operation of its own", () => {
    expect(Object.keys(api.paths)).toEqual(
      API_COLLECTIONS.flatMap((each) => [apiPath(each), apiPath(each, "{id}")]),
    );
    const names = Object.values(api.paths).map(({ get }) => get.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test("refers to nothing that it does not hold, and holds nothing that nobody refers to", () => {
    const referred = new Set<string>(JSON.stringify(served).match(/(?<="\$ref":")#[^"]+/g));
    const held = Object.entries(served.components).flatMap(([kind, components]) =>
      Object.keys(components).map((name) => `#/components/${kind}/${name}`),
    );
    expect([...referred].sort()).toEqual(held.sort());
  });

  test("declares for every operation success, not modified, bad request and wrong method", () => {
    for (const { get } of Object.values(api.paths)) {
      expect(Object.keys(get.responses)).toEqual(expect.arrayContaining(["200", "304", "400", "405"]));
    }
  });

  test("describes every parameter, and each id of a path is required", () => {
    for (const parameter of Object.values(api.components.parameters)) {
      expect(parameter.description).not.toBe("");
      expect(parameter.required === true).toBe(parameter.in === "path");
    }
  });

  test("shows examples that its own schemas accept", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(served, "api");
    const examples = examplesOf(served);
    expect(examples).toHaveLength(API_COLLECTIONS.length * 2 + 5);
    for (const { schema, example } of examples) {
      const validate = ajv.compile({ $ref: `api${schema.$ref}` });
      validate(example);
      expect(validate.errors).toBeNull();
    }
  });
});

interface Shown {
  readonly schema: { readonly $ref: string };
  readonly example: unknown;
}

/** Every media type of the document that carries an example. */
function examplesOf(document: object): Shown[] {
  const found: Shown[] = [];
  JSON.parse(JSON.stringify(document), (_, value) => {
    if (value?.example !== undefined && value.schema?.$ref !== undefined) found.push(value);
    return value;
  });
  return found;
}
