import { LANGUAGES, languagesInWords } from "../../domain/language.ts";
/** The headers and the answers that all addresses of the API share. */
export function responses() {
  return { headers: HEADERS, responses: RESPONSES };
}

const ANY_ORIGIN = { "Access-Control-Allow-Origin": { $ref: "#/components/headers/AnyOrigin" } };
const NOT_KEPT = { ...ANY_ORIGIN, "Cache-Control": { $ref: "#/components/headers/CacheControl" } };

const text = (description: string, example: string) => ({ description, schema: { type: "string" }, example });

const HEADERS = {
  ETag: text(
    "Changes exactly when the bytes change. Send it back as `If-None-Match`.",
    '"dGhlIGhhc2ggb2YgdGhlIGJvZHk"',
  ),
  LastModified: text(
    "The latest visible change, removals included. Send it back as `If-Modified-Since`.",
    "Thu, 30 Jul 2020 08:00:00 GMT",
  ),
  CacheControl: text("How long shared caches may keep it; `no-store` shortly before a change.", "no-cache"),
  AnyOrigin: text("Scripts of any site may read it.", "*"),
  Link: text(
    "The pages after and before, as in `links` (RFC 8288).",
    '<https://newsroom.example/api/v1/releases?language=en&cursor=abc>; rel="next"',
  ),
  Allow: text("The methods that mean something here.", "GET, HEAD, OPTIONS"),
};

const RESPONSES = {
  NotModified: {
    description: "What the client holds is what it would get.",
    headers: {
      ETag: { $ref: "#/components/headers/ETag" },
      "Last-Modified": { $ref: "#/components/headers/LastModified" },
      ...NOT_KEPT,
    },
  },
  BadRequest: problem("A parameter is unknown or has no valid value; the valid ones are named.", {
    code: "query-invalid",
    status: 400,
    title: 'language cannot be "de".',
    detail: `Use ${languagesInWords("or")}.`,
    instance: "/api/v1/releases",
    field: "language",
    allowed: [...LANGUAGES],
  }),
  NotFound: problem(
    "There is no such item, not yet, or not in this language; its languages are then named.",
    {
      code: "release-not-found",
      status: 404,
      title: "This release does not exist in that language.",
      detail: "Ask for it in en or ru.",
      instance: "/api/v1/releases/5f0c7b1e-8a3d-4f6b-9c2e-000000000001",
      field: "language",
      allowed: ["en", "ru"],
    },
  ),
  Gone: problem("It is no longer published: remove your copy.", {
    code: "address-gone",
    status: 410,
    title: "What stood here is no longer published.",
    detail: "Remove your copy of it.",
    instance: "/api/v1/releases/5f0c7b1e-8a3d-4f6b-9c2e-000000000001",
  }),
  MethodNotAllowed: problem(
    "For any other method.",
    {
      code: "method-not-allowed",
      status: 405,
      title: "This address does not accept POST.",
      detail: "Use one of GET, HEAD, OPTIONS.",
      instance: "/api/v1/releases",
    },
    { Allow: { $ref: "#/components/headers/Allow" } },
  ),
  Empty: problem("Nothing has been published yet.", {
    code: "newsroom-empty",
    status: 503,
    title: "Nothing has been published yet.",
    detail: "Publish the content with `npm run publish`.",
    instance: "/api/v1/releases",
  }),
};

interface Example {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly instance: string;
  readonly field?: string;
  readonly allowed?: readonly string[];
}

function problem(description: string, example: Example, headers: object = {}) {
  return {
    description,
    headers: { ...NOT_KEPT, ...headers },
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        example: { type: `https://example.org/docs/refusals.md#${example.code}`, ...example },
      },
    },
  };
}
