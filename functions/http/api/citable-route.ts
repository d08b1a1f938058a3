import type { Context } from "hono";
import { type GenericSchema, is, union } from "valibot";
import { apiPath } from "../../domain/addresses.ts";
import { ITEM_QUERIES, readQuery } from "../../domain/api/query.ts";
import { Slug } from "../../domain/content/names.ts";
import { GoneDocument } from "../../domain/documents/signpost.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { earliest, type Instant, latestOf } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { readVisible } from "../../storage/dynamodb/read-item.ts";
import { answer } from "../answers/answer.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";
import { itemGone, notFound, notInLanguage } from "./not-found.ts";

interface Translated {
  readonly language: Language;
}

/** How a figure or a statement is kept, shown, and changes by the clock. */
export interface CitableCollection<Entry extends Translated> {
  readonly kind: "figure" | "statement";
  readonly record: GenericSchema<unknown, { readonly translations: Entry[] }>;
  show(site: SiteDocument, entry: Entry, now: Instant): object;
  scheduledChanges?(entry: Entry): readonly Instant[];
}

/** `/api/v1/figures/{id}` and `/api/v1/statements/{id}`: one record holds it in every language. */
export function citableRoute<Entry extends Translated>(
  dependencies: ReadDependencies,
  { kind, record, show, scheduledChanges = () => [] }: CitableCollection<Entry>,
) {
  const collection = `${kind}s` as const;
  return async (c: Context): Promise<Response> => {
    const { language } = readQuery(ITEM_QUERIES[collection], new URL(c.req.url).search);
    const id = c.req.param("id") ?? "";
    if (!is(Slug, id)) throw notFound(kind);
    const [{ site, now }, stored] = await Promise.all([
      visit(dependencies, c, language),
      dependencies.reader.document(apiPath(collection, id)),
    ]);
    const read = readVisible(union([record, GoneDocument]), stored, now);
    if (!read) throw notFound(kind);
    if (!("translations" in read.value)) throw itemGone();
    const { translations } = read.value;
    const entry = translations.find((each) => each.language === language);
    if (!entry) throw notInLanguage(kind, translations);
    const instants = scheduledChanges(entry);
    return answer(c, {
      body: JSON.stringify(show(site.value, entry, now)),
      contentType: "application/json",
      lastModified: latestOf(site.changedAt, read.changedAt, ...instants.filter((instant) => instant <= now)),
      now,
      change: earliest(instants.filter((instant) => instant > now)),
      cors: true,
    });
  };
}
