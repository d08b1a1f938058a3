import * as v from "valibot";
import { hiddenCharacters } from "../../../domain/content/hidden-character.ts";
import type { Finding, Problems, Spot } from "../../../domain/content/problem.ts";
import { fieldNames, fieldsOf, type Schema, schemaAt } from "./source-schema.ts";
import { reportHiddenCharacters } from "./typed-text.ts";
import { isObject, isUnknownKey, pathOf, valueAt, withValue } from "./valid-part.ts";
import type { IsField } from "./yaml/line-repairs.ts";
import type { LostText } from "./yaml/lost-text.ts";
import { quoted } from "./yaml/quoted.ts";
import type { YamlPath } from "./yaml/yaml-path.ts";
import { repaired, silentSlips, type YamlSlip } from "./yaml/yaml-slips.ts";
import type { YamlText } from "./yaml/yaml-text.ts";

/** The fields of a file as its author meant them. */
export interface FieldsAsTyped {
  /** With the words that YAML leaves out of texts. */
  readonly value: unknown;
  readonly yaml: YamlText;
  /** Whether they could be read, slips put right. */
  readonly isReadable: boolean;
}

/**
 * Reports where YAML reads something else than what was typed: slips, which are put right so that the rest can be
 * checked; keys that stand twice; words that are left out of a text; hidden characters.
 */
export function fieldsAsTyped(
  source: YamlText,
  file: string,
  schema: Schema,
  problems: Problems,
): FieldsAsTyped {
  const names = fieldNames(schema);
  const outermost = new Set(Object.keys(fieldsOf(schema) ?? {}));
  const isField: IsField = (name, lead) => (lead === "" ? outermost : names).has(name);
  const { yaml: read, slips, isReadable } = repaired(source, isField);
  const silent = isReadable ? withoutSilentSlips(read, schema, isField) : { yaml: read, slips: [] };
  const { yaml } = silent;
  const places = [...slips, ...silent.slips].map(({ line, ...slip }) => ({ ...slip, spot: { file, line } }));
  reportAlike(places, problems);
  for (const { key, line, firstLine } of yaml.twice)
    problems.error(
      { file, line },
      { problem: `the field ${key} is there twice, first on line ${firstLine}`, expected: "it once" },
    );
  const lost = yaml.lost.filter(({ path, typed }) => mayBe(schemaAt(schema, path), typed));
  reportAlike(
    lost.map((each) => ({ kind: "lost", spot: { file, line: each.line }, finding: lostFinding(each) })),
    problems,
  );
  if (!isReadable) return { value: {}, yaml, isReadable };
  reportEscaped(yaml, file, problems);
  const value = lost.reduce<unknown>((all, { path, typed }) => withValue(all, path, typed), yaml.value ?? {});
  return { value, yaml, isReadable };
}

function reportAlike(
  places: readonly { readonly kind: string; readonly spot: Spot; readonly finding: Finding }[],
  problems: Problems,
): void {
  const kinds = new Map<string, { spot: Spot; finding: Finding }[]>();
  for (const { kind, ...place } of places) {
    const ofKind = kinds.get(kind) ?? [];
    kinds.set(kind, ofKind);
    ofKind.push(place);
  }
  for (const ofKind of kinds.values()) problems.alike("error", ofKind);
}

/** Slips of this kind within each other. */
const DEEPEST = 8;

function withoutSilentSlips(
  read: YamlText,
  schema: Schema,
  isField: IsField,
): { readonly yaml: YamlText; readonly slips: readonly YamlSlip[] } {
  let yaml = read;
  const slips: YamlSlip[] = [];
  for (let round = 0; round < DEEPEST; round++) {
    const { issues = [] } = v.safeParse(schema, yaml.value ?? {});
    const found = issues.slice(0, MOST_SUSPECTS).map((issue) => {
      const path = pathOf(issue);
      const right = rightInPlaceOf(issue);
      if (!right) return undefined;
      const { wanted, isRight } = right;
      return silentSlips(yaml, path, isField, { wanted, in: (value) => isRight(valueAt(value, path)) });
    });
    const first = found.find(Boolean);
    if (!first) break;
    yaml = first.yaml;
    slips.push(...first.slips);
  }
  return { yaml, slips };
}

/** What would be right, of a value that may come from a slip. */
function rightInPlaceOf(
  issue: v.BaseIssue<unknown>,
): { wanted: "text" | "structure"; isRight: (value: unknown) => boolean } | undefined {
  const { type, input } = issue;
  if (isUnknownKey(issue)) return { wanted: "structure", isRight: (value) => value === undefined };
  if (typeof input === "string" && ["array", "strict_object", "record"].includes(type))
    return { wanted: "structure", isRight: (value) => typeof value === "object" };
  if (type === "string" && typeof input === "object" && input !== null)
    return { wanted: "text", isRight: (value) => typeof value === "string" };
  return undefined;
}

/** Mistakes of a file that are looked at as slips. */
const MOST_SUSPECTS = 20;

/** Whether a text may be the value of a field, be it too long: behind a number or an id, a comment is one. */
function mayBe(schema: Schema | undefined, text: string): boolean {
  if (schema === undefined) return false;
  const { issues = [] } = v.safeParse(schema, text);
  return issues.every(({ type }) => type === "max_length");
}

function lostFinding({ lost, typed, before }: LostText): Finding {
  const isComment = lost.startsWith("#");
  return {
    problem: isComment
      ? `${lost} is left out of the text, since # begins a comment`
      : `${lost} is left out of the text, since ${lost.slice(0, 1)} means something else in YAML`,
    expected: `quotation marks around the text: \`${before}${before.endsWith(" ") ? "" : " "}${quoted(typed)}\``,
  };
}

/** Hidden characters that were typed by their number, as `"\u200b"`: those of the file itself are known. */
function reportEscaped(yaml: YamlText, file: string, problems: Problems): void {
  const visit = (value: unknown, path: YamlPath): void => {
    if (typeof value === "string") {
      const isEscaped = hiddenCharacters(value).some(({ at }) => {
        const character = String.fromCodePoint(value.codePointAt(at) ?? 0);
        return !yaml.text.includes(character);
      });
      if (isEscaped) reportHiddenCharacters(value, () => ({ file, line: yaml.lineOf(path) }), problems);
    } else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i]);
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(yaml.value, []);
}
