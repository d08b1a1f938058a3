import { seriesPath } from "../../../domain/addresses.ts";
import { earliest, type Instant } from "../../../domain/instant.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import type { ReferencedUnit } from "../index/compile-context.ts";
import { type Compiled, documentOf, referenceTo } from "./compilation.ts";

export interface Edition {
  readonly event: ReferencedUnit;
  readonly start: Instant;
  readonly end: Instant;
}

/** The address of a series in every language; it appears with the first of its editions, and while it has none there is nothing. */
export function compileSeries(id: string, editions: readonly Edition[]): Compiled {
  const publishAt = earliest(editions.map(({ event }) => event.publishAt));
  if (!publishAt) return { documents: [], media: [], sitemap: [] };
  return {
    documents: LANGUAGES.map((language) =>
      documentOf({
        kind: "series",
        path: seriesPath(language, id),
        publishAt,
        editions: editions.map(({ event, start, end }) => ({ ...referenceTo(event, language), start, end })),
      }),
    ),
    media: [],
    sitemap: [],
  };
}
