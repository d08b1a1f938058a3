import { toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import * as v from "valibot";
import { FigureResource, StatementResource } from "../../domain/api/citable-resources.ts";
import { listResource, ProblemResource } from "../../domain/api/list-resource.ts";
import {
  ArchiveResource,
  AssetResource,
  EventResource,
  EventSummary,
  KitResource,
  KitSummary,
  ReleaseResource,
  ReleaseSummary,
} from "../../domain/api/publication-resources.ts";
import { ITEM_QUERIES, LIST_QUERIES } from "../../domain/api/query.ts";
import { RemovedItem } from "../../domain/api/removed-item.ts";
import {
  Association,
  CorrectionNote,
  InfoSource,
  ItemLinks,
  Links,
  RenditionResource,
  RoleText,
  SubjectResource,
  VersionResource,
  WithdrawalNote,
} from "../../domain/api/resource-parts.ts";
import { Language } from "../../domain/language.ts";
import type { JsonSchema, Parameter } from "./openapi.ts";

/** The valibot schemas of queries and answers as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */

const RESOURCES = {
  ReleaseList: listResource(v.union([ReleaseSummary, RemovedItem])),
  ReleaseSummary,
  Release: ReleaseResource,
  EventList: listResource(v.union([EventSummary, RemovedItem])),
  EventSummary,
  Event: EventResource,
  KitList: listResource(v.union([KitSummary, RemovedItem])),
  KitSummary,
  Kit: KitResource,
  Asset: AssetResource,
  Archive: ArchiveResource,
  FigureList: listResource(FigureResource),
  Figure: FigureResource,
  StatementList: listResource(StatementResource),
  Statement: StatementResource,
  Association,
  CorrectionNote,
  InfoSource,
  Language,
  Links,
  ItemLinks,
  Rendition: RenditionResource,
  RoleText,
  Subject: SubjectResource,
  Version: VersionResource,
  RemovedItem,
  WithdrawalNote,
  Problem: ProblemResource,
};

export function componentSchemas(): Record<string, object> {
  return toJsonSchemaDefs(RESOURCES, {
    target: "draft-2020-12",
    typeMode: "output",
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  });
}

/** Every parameter of any query, by its name: the same name means the same everywhere. */
export function queryParameters(): Record<string, Parameter> {
  const parameters: Record<string, Parameter> = {};
  for (const query of [...Object.values(LIST_QUERIES), ...Object.values(ITEM_QUERIES)]) {
    for (const [name, entry] of Object.entries(query.entries)) parameters[name] ??= parameter(name, entry);
  }
  return parameters;
}

type QueryEntry = v.OptionalSchema<v.GenericSchema<string, unknown>, string | undefined>;

function parameter(name: string, entry: QueryEntry): Parameter {
  const { description = "", ...told } = toJsonSchema(entry.wrapped, {
    target: "draft-2020-12",
    typeMode: "output",
  });
  const { $schema: _, ...schema } = told;
  const fallback = entry.default === undefined ? {} : { default: v.parse(entry, undefined) };
  return { name, in: "query", description, schema: simple({ ...schema, ...fallback }) };
}

const SimpleSchema = v.strictObject({
  type: v.optional(v.string()),
  enum: v.optional(v.array(v.unknown())),
  format: v.optional(v.string()),
  pattern: v.optional(v.string()),
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
  maxLength: v.optional(v.number()),
  default: v.optional(v.unknown()),
});

/** Only what the page can explain; anything else is a fault of the schema that was just written. */
function simple(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(v.parse(SimpleSchema, schema)));
}
