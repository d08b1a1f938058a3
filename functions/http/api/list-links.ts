import { type ApiCollection, apiPath } from "../../domain/addresses.ts";
import { type Position, sealCursor } from "../../domain/api/cursor.ts";
import { DEFAULT_LIMIT, type ListQuery } from "../../domain/api/query.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";

/** The page itself, and those beside it. */
export interface ListLinks {
  readonly self: string;
  readonly next?: string;
  readonly prev?: string;
}

/** @param name of the sequence, to which cursors belong */
export function linksOf(
  site: SiteDocument,
  collection: ApiCollection,
  query: ListQuery,
  { next, prev }: { next: Position | undefined; prev: Position | undefined },
  name: string,
): ListLinks {
  const at = (cursor: string | undefined) => addressOf(site, collection, { ...query, cursor });
  return {
    self: at(query.cursor),
    ...(next && { next: at(sealCursor(name, next)) }),
    ...(prev && { prev: at(sealCursor(name, prev)) }),
  };
}

/** The address of a query, its parameters in one order, and only those that say something. */
function addressOf(site: SiteDocument, collection: ApiCollection, query: ListQuery): string {
  const search = new URLSearchParams({ language: query.language });
  for (const name of ["topic", "when", "updatedSince", "cursor"] as const) {
    const value = query[name];
    if (value !== undefined) search.set(name, value);
  }
  if (query.limit !== DEFAULT_LIMIT) search.set("limit", String(query.limit));
  return `${site.address}${apiPath(collection)}?${search}`;
}

/** Paging for clients that follow headers (RFC 8288). */
export function linkHeader({ next, prev }: ListLinks): Record<string, string> {
  const links = [...(next ? [`<${next}>; rel="next"`] : []), ...(prev ? [`<${prev}>; rel="prev"`] : [])];
  return links.length > 0 ? { Link: links.join(", ") } : {};
}
