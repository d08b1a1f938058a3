import * as v from "valibot";

/** Looks into the schemas of content files: what messages and the authoring reference are made from. */

export type Schema = v.GenericSchema;

/** The fields of an object, or undefined for any other schema. */
export function fieldsOf(schema: Schema): Record<string, Schema> | undefined {
  const inner = required(schema);
  if (!("entries" in inner) || typeof inner.entries !== "object" || inner.entries === null) return undefined;
  const fields: Record<string, Schema> = {};
  for (const [name, field] of Object.entries(inner.entries)) if (isSchema(field)) fields[name] = field;
  return fields;
}

/** The names of all fields that a schema has at any depth. */
export function fieldNames(schema: Schema, names = new Set<string>()): Set<string> {
  const element = elementOf(schema);
  if (element) fieldNames(element, names);
  for (const [name, field] of Object.entries(fieldsOf(schema) ?? {})) {
    names.add(name);
    fieldNames(field, names);
  }
  return names;
}

/** The schema of a list's items, or of a map's values. */
export function elementOf(schema: Schema): Schema | undefined {
  const inner = required(schema);
  if ("item" in inner && isSchema(inner.item)) return inner.item;
  if ("value" in inner && isSchema(inner.value)) return inner.value;
  return undefined;
}

/** The keys that a map admits, where they are a fixed choice. */
export function mapKeys(schema: Schema): readonly string[] | undefined {
  const inner = required(schema);
  if (!("key" in inner) || !isSchema(inner.key)) return undefined;
  return optionsOf(inner.key);
}

/** What a picklist offers. */
function optionsOf(schema: Schema): readonly string[] | undefined {
  const inner = required(schema);
  return "options" in inner && Array.isArray(inner.options) && inner.type === "picklist"
    ? inner.options.map(String)
    : undefined;
}

/** The schema without its `optional`. */
export function required(schema: Schema): Schema {
  return "wrapped" in schema && isSchema(schema.wrapped) ? required(schema.wrapped) : schema;
}

export function isOptional(schema: Schema): boolean {
  return schema.type === "optional";
}

/** The description that its author gave it. */
export function descriptionOf(schema: Schema): string | undefined {
  return (
    v.getDescription(schema) ?? (required(schema) === schema ? undefined : descriptionOf(required(schema)))
  );
}

/** The schema that stands at a path of keys and indexes. */
export function schemaAt(schema: Schema, path: readonly (string | number)[]): Schema | undefined {
  let current: Schema | undefined = schema;
  for (const step of path) {
    if (!current) return undefined;
    const fields: Record<string, Schema> = fieldsOf(current) ?? {};
    current = Object.hasOwn(fields, step) ? fields[step] : elementOf(current);
  }
  return current;
}

/** In words, what a value of this schema looks like: “a list”, “one of en, ru, kk”. */
export function expectationOf(schema: Schema): string {
  const inner = required(schema);
  const own = ownMessage(inner);
  if (own !== undefined) return inner.type === "array" ? `a list with ${own}` : own;
  const options = optionsOf(inner);
  if (options) return `one of ${options.join(", ")}`;
  const fields = fieldsOf(inner);
  if (fields) return `the fields ${Object.keys(fields).join(", ")}`;
  switch (inner.type) {
    case "array":
      return "a list";
    case "record":
      return "fields by id";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "string":
      return "text";
    default:
      return inner.expects;
  }
}

/** Whether a value is words that somebody writes, rather than a name, a time or an address. */
export function isFreeText(schema: Schema): boolean {
  const inner = required(schema);
  return inner.type === "string" && !rulesOf(inner).some((type) => TYPED_RULES.has(type));
}

const TYPED_RULES: ReadonlySet<string> = new Set(["regex", "url", "email", "uuid", "check", "starts_with"]);

function rulesOf(schema: Schema): string[] {
  if (!("pipe" in schema) || !Array.isArray(schema.pipe)) return [];
  const rules: unknown[] = schema.pipe;
  return rules.flatMap((rule) => {
    if (isSchema(rule)) return rule === schema ? [] : rulesOf(rule);
    return typeof rule === "object" && rule !== null && "type" in rule ? [String(rule.type)] : [];
  });
}

/** The first message of its own that one of the schema's rules was given. */
function ownMessage(schema: Schema): string | undefined {
  if ("message" in schema && typeof schema.message === "string") return schema.message;
  if (!("pipe" in schema) || !Array.isArray(schema.pipe)) return undefined;
  const rules: unknown[] = schema.pipe;
  for (const rule of rules) {
    if (isSchema(rule)) {
      const inner = ownMessage(rule);
      if (inner !== undefined) return inner;
    } else if (typeof rule === "object" && rule !== null && "message" in rule)
      if (typeof rule.message === "string") return rule.message;
  }
  return undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "schema";
}
