import * as v from "valibot";
import type { Problems } from "../../../domain/content/problem.ts";
import { type FieldsAsTyped, fieldsAsTyped } from "./fields-as-typed.ts";
import { expectationOf, fieldsOf, mapKeys, type Schema, schemaAt } from "./source-schema.ts";
import { suggestion } from "./suggestion.ts";
import { isMissingKey, isObject, isUnknownKey, pathOf, validPart, withValue } from "./valid-part.ts";
import type { YamlPath } from "./yaml/yaml-path.ts";
import type { YamlText } from "./yaml/yaml-text.ts";

/** A content file after validation: what of it is right can be checked further even when the rest is not. */
export interface Parsed<Whole, Sound> {
  /** The value, when nothing is wrong with it. */
  readonly whole: Whole | undefined;
  /** Every field, item and entry that is right by itself. */
  readonly sound: Sound;
  readonly file: string;
  /** Whether its fields could be read; where not, nothing that is missing in it is a mistake of its own. */
  readonly isReadable: boolean;
  /** Line of what stands at a path of `sound`. */
  lineOf(path: YamlPath): number;
  /** Whether the file has a field of this name, right or wrong. */
  has(field: string): boolean;
  /** Ids or keys that the file mentions at a path, whether or not the rest of the item is right. */
  mentioned(...path: readonly string[]): Set<string>;
}

/** The schema of a file, and the same with every field optional and unknown keys ignored. */
export interface Schemas<Whole, Sound> {
  readonly whole: v.GenericSchema<unknown, Whole>;
  readonly sound: v.GenericSchema<unknown, Sound>;
}

/** Validates the YAML of a file and reports every problem. */
export function parseSource<Whole, Sound>(
  source: YamlText,
  file: string,
  { whole, sound }: Schemas<Whole, Sound>,
  problems: Problems,
): Parsed<Whole, Sound> {
  const fields = fieldsAsTyped(source, file, whole, problems);
  const { yaml, isReadable } = fields;
  if (!isReadable) problems.unreadable.add(file);
  const value = withTextsAsTyped(fields, whole);
  const result = v.safeParse(whole, value);
  if (!result.success && isReadable) {
    for (const issue of result.issues) {
      const path = pathOf(issue);
      problems.error({ file, line: yaml.lineOf(path) }, describe(issue, path, whole, value));
    }
  }
  const part = validPart(sound, value);
  return {
    whole: result.success && isReadable ? result.output : undefined,
    sound: part.value,
    file,
    isReadable,
    lineOf: (path) => yaml.lineOf(part.origin(path)),
    has: (field) => isObject(value) && field in value,
    mentioned: (...path) =>
      mentionedIn(path.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), value)),
  };
}

/** A number or `true` where text is expected is the text as it was typed: `asOf: 2019`, `goals: [16.10]`. */
function withTextsAsTyped({ yaml, value: fields }: FieldsAsTyped, schema: Schema): unknown {
  let value = fields;
  const result = v.safeParse(schema, value);
  for (const issue of result.issues ?? []) {
    if (issue.expected !== "string" || !["number", "boolean"].includes(typeof issue.input)) continue;
    const path = pathOf(issue);
    const typed = yaml.typed(path);
    if (typed !== undefined) value = withValue(value, path, typed);
  }
  return value;
}

function describe(issue: v.BaseIssue<unknown>, path: YamlPath, schema: Schema, value: unknown) {
  const key = path.at(-1);
  if (isUnknownKey(issue)) {
    const around = schemaAt(schema, path.slice(0, -1));
    const known = (around && Object.keys(fieldsOf(around) ?? {})) ?? [];
    return {
      problem: `unknown key ${JSON.stringify(String(key))}`,
      expected: `one of ${known.join(", ")}`,
      suggestion: suggestion(String(key), known),
    };
  }
  const at = schemaAt(schema, path);
  if (isMissingKey(issue))
    return { problem: `${String(key)} is missing`, expected: at ? expectationOf(at) : "it" };
  if (issue.path?.at(-1)?.origin === "key") {
    const around = schemaAt(schema, path.slice(0, -1));
    const known = around && mapKeys(around);
    return {
      problem: `unknown key ${JSON.stringify(String(key))}`,
      expected: known ? `one of ${known.join(", ")}` : expectedOf(issue, undefined),
      suggestion: known && suggestion(String(key), known),
    };
  }
  const expected = expectedOf(issue, at);
  const options = at && issue.type === "picklist" ? expectationOf(at).replace("one of ", "").split(", ") : [];
  return {
    problem: path.length === 0 ? `the file holds ${shown(value)}` : told(issue, path),
    expected,
    suggestion: typeof issue.input === "string" ? suggestion(issue.input, options) : undefined,
  };
}

function told(issue: v.BaseIssue<unknown>, path: YamlPath): string {
  const { input } = issue;
  if (issue.type !== "max_length") return `${nameOf(path)} is ${shown(input)}`;
  const length = typeof input === "string" || Array.isArray(input) ? input.length : 0;
  return `${nameOf(path)} has ${length} ${Array.isArray(input) ? "items" : "characters"}`;
}

function expectedOf(issue: v.BaseIssue<unknown>, schema: Schema | undefined): string {
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  const limit = String(issue.requirement);
  const unit = typeof issue.input === "string" ? (limit === "1" ? "character" : "characters") : "items";
  switch (issue.type) {
    case "min_length":
      return limit === "1" && typeof issue.input !== "string"
        ? "at least one item"
        : `at least ${limit} ${unit}`;
    case "max_length":
      return `at most ${limit} ${unit}`;
    case "min_value":
      return `at least ${limit}`;
    case "max_value":
      return `at most ${limit}`;
    case "integer":
      return "a whole number";
    default:
      return schema ? expectationOf(schema) : (issue.expected ?? "something else");
  }
}

function mentionedIn(value: unknown): Set<string> {
  if (Array.isArray(value))
    return new Set(value.flatMap((item) => (isObject(item) && typeof item.id === "string" ? [item.id] : [])));
  return new Set(isObject(value) ? Object.keys(value) : []);
}

/** The nearest name: an item of a list goes by the name of the list. */
function nameOf(path: YamlPath): string {
  const name = path.findLast((step) => typeof step === "string");
  return typeof path.at(-1) === "number" ? `item ${Number(path.at(-1)) + 1} of ${name}` : String(name);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isObject(value)) return "a group of fields";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
