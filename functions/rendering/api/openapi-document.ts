import { API_COLLECTIONS, type ApiCollection, apiPath } from "../../domain/addresses.ts";
import { ITEM_QUERIES, LIST_QUERIES } from "../../domain/api/query.ts";
import type { ApiOperation, OpenApi, Parameter, PathItem, Referring } from "./openapi.ts";
import { EXAMPLES } from "./openapi-examples.ts";
import { responses } from "./openapi-responses.ts";
import { componentSchemas, queryParameters } from "./openapi-schemas.ts";

interface Told {
  readonly schema: string;
  /** “releases” in a sentence, and one of them. */
  readonly many: string;
  readonly one: string;
  readonly description: string;
}

const COLLECTIONS: Record<ApiCollection, Told> = {
  releases: {
    schema: "Release",
    many: "releases",
    one: "a release",
    description: "Press releases, with their figures, statements and corrections.",
  },
  events: {
    schema: "Event",
    many: "events",
    one: "an event",
    description: "Events, with their sessions and what one can register for.",
  },
  kits: {
    schema: "Kit",
    many: "media kits",
    one: "a media kit",
    description: "Media kits, with each file's licence, credit, caption and checksum.",
  },
  figures: {
    schema: "Figure",
    many: "figures",
    one: "a figure",
    description: "Figures that releases give, each with its source, its date and a ready citation.",
  },
  statements: {
    schema: "Statement",
    many: "statements",
    one: "a statement",
    description: "What people said, each with speaker and role: paraphrases, and quotations on record.",
  },
};

/**
 * The OpenAPI 3.1 document of the API, made from the very schemas that validate its queries and describe its
 * answers.
 */
export function openApiDocument(): OpenApi {
  const paths: Record<string, PathItem> = {};
  for (const collection of API_COLLECTIONS) {
    paths[apiPath(collection)] = listPath(collection);
    paths[apiPath(collection, "{id}")] = itemPath(collection);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Newsroom API",
      version: "1",
      description:
        "Everything the newsroom publishes, as JSON: nothing before its publication, and nothing that needs a key. Field names are those of IPTC ninjs 3.1 where it has one. HEAD works wherever GET does; OPTIONS tells the methods and answers any site's preflight.",
    },
    servers: [{ url: "/" }],
    security: [], // nothing needs a key: left out, it is not said
    tags: API_COLLECTIONS.map((name) => ({ name, description: COLLECTIONS[name].description })),
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: { ...queryParameters(), ...idParameters() },
      ...responses(),
    },
  };
}

function listPath(collection: ApiCollection): PathItem {
  const { schema, many } = COLLECTIONS[collection];
  const example = EXAMPLES[collection];
  const self = `https://newsroom.example${apiPath(collection)}?language=en`;
  return pathItem(collection, `list${schema}s`, {
    summary: `List ${many}`,
    parameters: Object.keys(LIST_QUERIES[collection].entries).map(reference),
    answer: {
      schema: `${schema}List`,
      example: { href: self, count: 1, links: { self }, data: [example.listed] },
    },
    missing: {},
  });
}

function itemPath(collection: ApiCollection): PathItem {
  const { schema, one } = COLLECTIONS[collection];
  return pathItem(collection, `get${schema}`, {
    summary: `Read ${one}`,
    parameters: [
      reference(idParameter(collection)),
      ...Object.keys(ITEM_QUERIES[collection].entries).map(reference),
    ],
    answer: { schema, example: EXAMPLES[collection].item },
    missing: {
      404: { $ref: "#/components/responses/NotFound" },
      410: { $ref: "#/components/responses/Gone" },
    },
  });
}

interface Told200 {
  readonly summary: string;
  readonly parameters: readonly Referring[];
  readonly answer: { readonly schema: string; readonly example: unknown };
  readonly missing: Record<string, object>;
}

function pathItem(
  collection: ApiCollection,
  operationId: string,
  { summary, parameters, answer, missing }: Told200,
): PathItem {
  const headers = {
    ETag: { $ref: "#/components/headers/ETag" },
    "Last-Modified": { $ref: "#/components/headers/LastModified" },
    "Cache-Control": { $ref: "#/components/headers/CacheControl" },
    "Access-Control-Allow-Origin": { $ref: "#/components/headers/AnyOrigin" },
    ...(answer.schema.endsWith("List") && { Link: { $ref: "#/components/headers/Link" } }),
  };
  const get: ApiOperation = {
    operationId,
    summary,
    tags: [collection],
    parameters,
    responses: {
      200: {
        description: "OK",
        headers,
        content: {
          "application/json": {
            schema: { $ref: `#/components/schemas/${answer.schema}` },
            example: answer.example,
          },
        },
      },
      304: { $ref: "#/components/responses/NotModified" },
      400: { $ref: "#/components/responses/BadRequest" },
      ...missing,
      405: { $ref: "#/components/responses/MethodNotAllowed" },
      503: { $ref: "#/components/responses/Empty" },
    },
  };
  return { get };
}

const reference = (name: string): Referring => ({ $ref: `#/components/parameters/${name}` });

const idParameter = (collection: ApiCollection) => `${COLLECTIONS[collection].schema.toLowerCase()}Id`;

function idParameters(): Record<string, Parameter> {
  return Object.fromEntries(
    API_COLLECTIONS.map((collection) => [
      idParameter(collection),
      {
        name: "id",
        in: "path",
        required: true,
        description: `Id of ${COLLECTIONS[collection].one}.`,
        schema: { type: "string", ...(Object.hasOwn(UUIDS, collection) && { format: "uuid" }) },
        example: EXAMPLES[collection].id,
      },
    ]),
  );
}

/** Collections whose ids are UUIDs; those of figures and statements are words. */
const UUIDS = { releases: true, events: true, kits: true };
