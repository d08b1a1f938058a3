import type { Context } from "hono";
import * as v from "valibot";
import type { ApiCollection } from "../../domain/addresses.ts";
import { openCursor } from "../../domain/api/cursor.ts";
import { LIST_QUERIES, type ListQuery, readQuery, refusedValue } from "../../domain/api/query.ts";
import { Tombstone } from "../../domain/documents/listing.ts";
import { withPicturesAt } from "../../domain/documents/pictures-at.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { earliest, type Instant, latestOf } from "../../domain/instant.ts";
import { nextChange } from "../../domain/visibility.ts";
import { answer } from "../answers/answer.ts";
import { readVisiblePage } from "../lists/visible-page.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";
import { readBorder } from "./border.ts";
import { linkHeader, linksOf } from "./list-links.ts";
import { sequenceName, sequenceOf } from "./sequence.ts";

/** How the entries of one collection are read, shown, and change by the clock. */
export interface ListedCollection<Schema extends v.GenericSchema<unknown, object>> {
  readonly collection: ApiCollection;
  readonly entry: Schema;
  show(site: SiteDocument, entry: v.InferOutput<Schema>, now: Instant): object;
  /** How one that has left is told; without it, lists of changes do not tell of any. */
  removed?(site: SiteDocument, tombstone: Tombstone): object;
  /** Instants at which the list changes on account of an entry, by the clock alone. */
  scheduledChanges?(entry: v.InferOutput<Schema>, query: ListQuery): readonly Instant[];
}

/** `/api/v1/{collection}`: one page of it, for one Query beside the site and the border of the list. */
export function listRoute<Schema extends v.GenericSchema<unknown, object>>(
  dependencies: ReadDependencies,
  { collection, entry, show, removed, scheduledChanges = () => [] }: ListedCollection<Schema>,
) {
  const listed = v.pipe(
    entry,
    v.transform((each) => ({
      show: (site: SiteDocument, now: Instant) => show(site, withPicturesAt(each, now), now),
      scheduledChanges: (query: ListQuery) => scheduledChanges(each, query),
    })),
  );
  const left = v.pipe(
    Tombstone,
    v.transform((tombstone) => ({
      show: (site: SiteDocument) => removed?.(site, tombstone) ?? {},
      scheduledChanges: (): Instant[] => [],
    })),
  );
  const listedOrLeft = v.union([left, listed]);
  return async (c: Context): Promise<Response> => {
    const query: ListQuery = readQuery(LIST_QUERIES[collection], new URL(c.req.url).search);
    const name = sequenceName(collection, query);
    const position = query.cursor === undefined ? undefined : openCursor(name, query.cursor);
    const { reader } = dependencies;
    const { now, site } = await visit(dependencies, c, query.language);
    const sequence = sequenceOf(collection, query, now);
    const mayHaveLeft = removed !== undefined && query.updatedSince !== undefined;
    requireTopic(site.value, query.topic);
    const [page, border] = await Promise.all([
      readVisiblePage(reader, mayHaveLeft ? listedOrLeft : listed, sequence, {
        position,
        limit: query.limit,
        now,
      }),
      readBorder(reader, sequence, now),
    ]);
    const links = linksOf(site.value, collection, query, page, name);
    const instants = page.entries.flatMap((each) => [...each.value.scheduledChanges(query)]);
    return answer(c, {
      body: JSON.stringify({
        href: links.self,
        count: page.entries.length,
        links,
        data: page.entries.map((each) => each.value.show(site.value, now)),
      }),
      contentType: "application/json",
      lastModified: latestOf(
        site.changedAt,
        border.left,
        ...page.entries.map((each) => each.changedAt),
        ...instants.filter((instant) => instant <= now),
      ),
      now,
      change: earliest([
        border.enters,
        nextChange(page.items, now),
        ...instants.filter((instant) => instant > now),
        ...page.entries.map((each) => each.change),
      ]),
      cors: true,
      headers: linkHeader(links),
    });
  };
}

function requireTopic({ topics }: SiteDocument, topic: string | undefined): void {
  const ids = topics.map((each) => each.id);
  if (topic !== undefined && !ids.includes(topic)) throw refusedValue("topic", topic, ids);
}
