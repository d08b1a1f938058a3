import * as v from "valibot";
import { Slug } from "../content/names.ts";
import { type Instant, toInstant } from "../instant.ts";
import { LANGUAGES, Language } from "../language.ts";
import { Refusal } from "../refusal.ts";

/** What may stand in the query of an API address. The same schemas describe it in the OpenAPI document. */

/** Data in one answer of a list, when the query does not say. */
export const DEFAULT_LIMIT = 20;
const HIGHEST_LIMIT = 100;

const language = v.pipe(Language, v.description("Language of the answer; without it, `en`."));

/** An RFC 3339 time. A `+` that was not percent-encoded arrives as a space and is understood. */
const updatedSince = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[ +-]\d\d:\d\d)$/, "an RFC 3339 time"),
  v.transform((text) => asInstant(text.replace(" ", "+"))),
  v.string(),
  v.isoTimestamp(),
  v.description(
    "Only what changed at or after this RFC 3339 time, the oldest change first, so that a client can walk forward through `links.next`. Not together with `topic` or `when`.",
  ),
);

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,6}$/, "a whole number"), v.transform(Number));

const limit = v.pipe(
  wholeNumber,
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(HIGHEST_LIMIT),
  v.description(`How many items the answer holds at most; without it, ${DEFAULT_LIMIT}.`),
);

/** Only its form is told here; whether this API gave it out is told when it is opened. */
const cursor = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,300}$/),
  v.description(
    "Where the page begins, as `links.next` or `links.prev` of another answer gave it out. Opaque: it holds for the same list only.",
  ),
);

const topic = v.pipe(Slug, v.description("Only releases on this topic of the newsroom."));
const when = v.pipe(
  v.picklist(["upcoming", "past"]),
  v.description(
    "`upcoming`: what has not ended yet, the next event first. `past`: what has ended, the latest first. Without it, all events, the latest end first.",
  ),
);
const page = v.pipe(
  wholeNumber,
  v.number(),
  v.integer(),
  v.minValue(1),
  v.description("Page of a kit's assets, 48 a page; without it, the first."),
);

const listEntries = {
  language: v.optional(language, "en"),
  updatedSince: v.optional(updatedSince),
  limit: v.optional(limit, String(DEFAULT_LIMIT)),
  cursor: v.optional(cursor),
};

const PlainListQuery = v.strictObject(listEntries);
const LanguageQuery = v.strictObject({ language: listEntries.language });

export const LIST_QUERIES = {
  releases: v.strictObject({ ...listEntries, topic: v.optional(topic) }),
  events: v.strictObject({ ...listEntries, when: v.optional(when) }),
  kits: PlainListQuery,
  figures: PlainListQuery,
  statements: PlainListQuery,
} as const;

export const ITEM_QUERIES = {
  releases: LanguageQuery,
  events: LanguageQuery,
  kits: v.strictObject({ ...LanguageQuery.entries, page: v.optional(page, "1") }),
  figures: LanguageQuery,
  statements: LanguageQuery,
} as const;

/** The query of any list, its own parameters optional. */
export interface ListQuery {
  readonly language: Language;
  readonly limit: number;
  readonly updatedSince?: Instant | undefined;
  readonly cursor?: string | undefined;
  readonly topic?: string | undefined;
  readonly when?: "upcoming" | "past" | undefined;
}

export interface ItemQuery {
  readonly language: Language;
  readonly page?: number | undefined;
}

type QuerySchema = v.GenericSchema<unknown, object> & { readonly entries: object };

/** Characters of a query; the longest of ours, with a cursor, has about five hundred. */
const LONGEST_QUERY = 2_000;

/**
 * Reads a query string, with its question mark or without. One that is too long is not even parsed: URLSearchParams
 * takes the square of the number of names that have no value.
 *
 * @throws Refusal `query-invalid` that names the parameter and what it may be
 */
export function readQuery<Schema extends QuerySchema>(schema: Schema, query: string): v.InferOutput<Schema> {
  const valid = Object.keys(schema.entries);
  if (query.length > LONGEST_QUERY)
    throw new Refusal(
      "query-invalid",
      400,
      `A query has at most ${LONGEST_QUERY} characters here.`,
      `Use ${inWords(valid)}.`,
      { allowed: valid },
    );
  const search = new URLSearchParams(query);
  for (const name of search.keys()) {
    if (!valid.includes(name)) {
      throw refused(name, `There is no parameter ${shown(name)} here.`, `Use ${inWords(valid)}.`, valid);
    }
    if (search.getAll(name).length > 1) throw refused(name, `${name} is given twice.`, "Give it once.");
  }
  const parsed = v.safeParse(schema, Object.fromEntries(search));
  if (parsed.success) return parsed.output;
  const field = String(v.getDotPath(parsed.issues[0]) ?? "");
  throw refusedValue(field, search.get(field) ?? "");
}

/** What each parameter may be, in words, and the values where they are few. */
const EXPECTED: Record<string, { help: string; allowed?: readonly string[] }> = {
  language: { help: `Use ${inWords(LANGUAGES)}.`, allowed: LANGUAGES },
  when: { help: "Use upcoming or past.", allowed: ["upcoming", "past"] },
  limit: { help: `Use a whole number from 1 to ${HIGHEST_LIMIT}.` },
  page: { help: "Use a whole number from 1 on." },
  updatedSince: { help: "Use an RFC 3339 time such as 2020-07-30T05:00:00Z." },
  topic: { help: "Use the id of a topic, such as those that releases carry in `subjects`." },
  cursor: { help: "Start again without `cursor`, and follow `links.next` as it is." },
};

/** @param allowed the valid values, where only the newsroom itself knows them */
export function refusedValue(field: string, value: string, allowed?: readonly string[]): Refusal {
  const expected = EXPECTED[field];
  const help = allowed ? `Use ${inWords(allowed)}.` : (expected?.help ?? "See /api/ for what is valid.");
  return refused(field, `${field} cannot be ${shown(value)}.`, help, allowed ?? expected?.allowed);
}

export function refused(field: string, message: string, help: string, allowed?: readonly string[]): Refusal {
  return new Refusal("query-invalid", 400, message, help, { field, ...(allowed && { allowed }) });
}

/** A value of the client's, short enough to be told back. */
function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}

function inWords(values: readonly string[]): string {
  return values.length < 2
    ? (values[0] ?? "none")
    : `${values.slice(0, -1).join(", ")} or ${values[values.length - 1]}`;
}

/** An empty text, which is no instant, for an hour that is on no clock. */
function asInstant(text: string): Instant {
  const time = Date.parse(text);
  return Number.isNaN(time) ? "" : toInstant(new Date(time));
}
