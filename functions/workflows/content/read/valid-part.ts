import * as v from "valibot";
import type { YamlPath } from "./yaml/yaml-path.ts";

/** What of a value is right by itself, and where it stood in the whole. */
export interface ValidPart<Sound> {
  readonly value: Sound;
  /** The path in the whole of what stands at a path of the sound part: items before it may have been dropped. */
  origin(path: YamlPath): YamlPath;
}

/**
 * Drops what is wrong, and what is incomplete without it, until the rest satisfies the schema, so that one mistake
 * does not hide the others.
 * @param schema refuses no empty object
 */
export function validPart<Sound>(schema: v.GenericSchema<unknown, Sound>, whole: unknown): ValidPart<Sound> {
  const value = isObject(whole) ? whole : {};
  let dropped: YamlPath[] = [];
  for (;;) {
    const gone = new Set(dropped.map((path) => JSON.stringify(path)));
    const result = v.safeParse(schema, without(value, gone, []));
    const origin = (path: YamlPath) => (gone.size === 0 ? path : originOf(path, value, gone));
    if (result.success) return { value: result.output, origin };
    const wrong = result.issues.map((issue) => {
      const path = origin(pathOf(issue));
      return isMissingKey(issue) ? path.slice(0, -1) : path;
    });
    const next = [...dropped, ...wrong.filter((path) => path.length > 0 && !gone.has(JSON.stringify(path)))];
    // every round drops something new; should one not, nothing but an empty object is certain to be right
    dropped = next.length > dropped.length ? next : Object.keys(value).map((key) => [key]);
  }
}

function without(value: unknown, gone: ReadonlySet<string>, path: YamlPath): unknown {
  if (gone.size === 0) return value;
  const keep = (step: string | number) => !gone.has(JSON.stringify([...path, step]));
  if (Array.isArray(value))
    return value.flatMap((child, i): unknown[] => (keep(i) ? [without(child, gone, [...path, i])] : []));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => keep(key));
  return Object.fromEntries(entries.map(([key, child]) => [key, without(child, gone, [...path, key])]));
}

function originOf(path: YamlPath, whole: unknown, gone: ReadonlySet<string>): YamlPath {
  const origin: (string | number)[] = [];
  let value = whole;
  for (const step of path) {
    let at = step;
    if (Array.isArray(value) && typeof step === "number") {
      const kept = [...value.keys()].filter((i) => !gone.has(JSON.stringify([...origin, i])));
      at = kept[step] ?? step;
      value = value[at];
    } else value = isObject(value) ? value[step] : undefined;
    origin.push(at);
  }
  return origin;
}

export function pathOf(issue: v.BaseIssue<unknown>): YamlPath {
  return (issue.path ?? []).map((step) => (typeof step.key === "number" ? step.key : String(step.key)));
}

export function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === "strict_object" && issue.expected === "never";
}

export function isMissingKey(issue: v.BaseIssue<unknown>): boolean {
  const isObjectIssue = issue.type === "strict_object" || issue.type === "object";
  return isObjectIssue && issue.expected !== "never" && issue.path?.at(-1)?.origin === "key";
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a path, or undefined. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)];
    return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, value);
}

/** The same value with another one at a path. */
export function withValue(value: unknown, [step, ...rest]: YamlPath, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((child, i) => (i === step ? withValue(child, rest, by) : child));
  if (!isObject(value)) return value;
  return { ...value, [step]: withValue(value[step], rest, by) };
}
