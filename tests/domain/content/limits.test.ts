import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { EventSource, EventText } from "../../../functions/domain/content/event-source.ts";
import { KitSource, KitText } from "../../../functions/domain/content/kit-source.ts";
import { PageSource, PageText } from "../../../functions/domain/content/page-source.ts";
import { ReleaseSource, ReleaseText } from "../../../functions/domain/content/release-source.ts";
import { SiteSource } from "../../../functions/domain/content/site-source.ts";

type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly (Schema & { readonly requirement?: unknown })[];
};

type LimitType = "max_length" | "min_length" | "max_value" | "min_value";
const LIMITS: readonly string[] = [
  "max_length",
  "min_length",
  "max_value",
  "min_value",
] satisfies LimitType[];

interface Limit {
  readonly at: string;
  readonly type: LimitType;
  readonly n: number;
  /** Of which kind the limited value is: `string`, `array` or `number`. */
  readonly of: string;
}

/** Every limit of a schema, with the place of the field in the file. */
function limitsIn(schema: Schema, at: string): Limit[] {
  const { pipe = [], entries = {}, wrapped, item, value, options = [] } = schema;
  const own = pipe
    .filter(({ type, requirement }) => LIMITS.includes(type) && typeof requirement === "number")
    .map(({ type, requirement }) => ({
      at,
      type: type as LimitType,
      n: requirement as number,
      of: schema.type === "lazy" ? "object" : schema.type,
    }));
  const parts = pipe.filter((each) => each.kind === "schema" && each !== schema && each.type !== schema.type);
  return [
    ...own,
    ...parts.flatMap((each) => limitsIn(each, at)),
    ...Object.entries(entries).flatMap(([name, each]) => limitsIn(each, `${at}.${name}`)),
    ...[wrapped].filter((each) => each !== undefined).flatMap((each) => limitsIn(each, at)),
    ...[item, value].filter((each) => each !== undefined).flatMap((each) => limitsIn(each, `${at}[]`)),
    ...options
      .filter((each): each is Schema => typeof each === "object")
      .flatMap((each) => limitsIn(each, at)),
  ];
}

/** A value that is as long, or as large, as asked. */
function sampleOf({ of }: Limit, n: number): unknown {
  if (of === "number") return n;
  return of === "array" ? Array.from({ length: n }, () => null) : "a".repeat(Math.max(0, n));
}

/** Whether a schema finds fault with the length or the size of a value at a place of the file. */
function isRefused(schema: Schema, { type }: Limit, value: unknown): boolean {
  if (Array.isArray(value)) return tooMany(schema, type, value);
  const { issues = [] } = v.safeParse(schema, value);
  return issues.some((issue) => issue.type === type && (issue.path ?? []).length === 0);
}

/** The same of a list, whatever is in it: a schema counts only members that are right by themselves. */
function tooMany(schema: Schema, type: LimitType, members: readonly unknown[]): boolean {
  const limit = schema.pipe?.find((each) => each.type === type);
  if (!limit) throw new Error(`There is no ${type}.`);
  const { issues } = limit["~run"]({ value: members, typed: true } as never, {});
  return (issues ?? []).length > 0;
}

/** The part of a schema at the place of a limit, which has that limit in its own pipe. */
function partAt(schema: Schema, at: string, limit: Limit): Schema | undefined {
  if (
    at === limit.at &&
    schema.pipe?.some((each) => each.type === limit.type && each.requirement === limit.n)
  )
    return schema;
  const { entries = {}, wrapped, item, value, options = [], pipe = [] } = schema;
  const below: [Schema, string][] = [
    ...pipe
      .filter((each) => each.kind === "schema" && each !== schema)
      .map((each): [Schema, string] => [each, at]),
    ...Object.entries(entries).map(([name, each]): [Schema, string] => [each, `${at}.${name}`]),
    ...(wrapped ? [[wrapped, at] as [Schema, string]] : []),
    ...[item, value].flatMap((each): [Schema, string][] => (each ? [[each, `${at}[]`]] : [])),
    ...options.flatMap((each): [Schema, string][] =>
      typeof each === "object" ? [[each as Schema, at]] : [],
    ),
  ];
  for (const [part, place] of below) {
    const found = limit.at.startsWith(place) ? partAt(part, place, limit) : undefined;
    if (found) return found;
  }
  return undefined;
}

const FILES = {
  "site.yaml": SiteSource,
  "release.yaml": ReleaseSource,
  "release text": ReleaseText,
  "event.yaml": EventSource,
  "event text": EventText,
  "kit.yaml": KitSource,
  "kit text": KitText,
  "page.yaml": PageSource,
  "page text": PageText,
} as unknown as Readonly<Record<string, Schema>>;

const ALL = Object.entries(FILES).flatMap(([file, schema]) =>
  [
    ...new Map(limitsIn(schema, "").map((limit) => [`${limit.at} ${limit.type} ${limit.n}`, limit])).values(),
  ].map((limit) => ({ file, limit, schema })),
);

test("the schemas of content have limits that can be tried", () => {
  expect(ALL.length).toBeGreaterThan(60);
});

describe.each(ALL)("$file: $limit.at, $limit.type $limit.n", ({ limit, schema }) => {
  const part = partAt(schema, "", limit);

  test("as much as the limit is taken, one more or less is refused", () => {
    if (!part) throw new Error(`There is nothing at ${limit.at}`);
    const isMost = limit.type.startsWith("max");
    expect(isRefused(part, limit, sampleOf(limit, limit.n))).toBe(false);
    expect(isRefused(part, limit, sampleOf(limit, limit.n + (isMost ? 1 : -1)))).toBe(true);
  });
});
