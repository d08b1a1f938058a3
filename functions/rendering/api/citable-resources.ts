import type { FigureResource, StatementResource } from "../../domain/api/citable-resources.ts";
import { figureAt } from "../../domain/documents/at.ts";
import { figureCitation, statementCitation } from "../../domain/documents/citation.ts";
import type { FigureEntry, StatementEntry } from "../../domain/documents/listing.ts";
import type { Instant } from "../../domain/instant.ts";
import { type ApiSite, association, citableLinks } from "./api-links.ts";

type Citable<Entry> = Omit<Entry, "kind">;

/** A figure as the API tells it. The newer one that replaces it is named once its release is out. */
export function figureResource(
  site: ApiSite,
  { figure: stored, release, language, publishAt }: Citable<FigureEntry>,
  now: Instant,
): FigureResource {
  const figure = figureAt(stored, now);
  const { supersededBy, id, value, number, label, source, sourceUrl, asOf, note } = figure;
  const links = citableLinks(site, "figure", id, release);
  return {
    id,
    uri: links.page,
    language,
    embargoedUntil: publishAt,
    value,
    number,
    label,
    source,
    ...(sourceUrl !== undefined && { sourceUrl }),
    asOf,
    ...(note !== undefined && { note }),
    citation: figureCitation({ figure, release, site, language }),
    ...(supersededBy && {
      supersededBy: {
        id: supersededBy.id,
        value: supersededBy.value,
        links: citableLinks(site, "figure", supersededBy.id, supersededBy.release),
      },
    }),
    links,
  };
}

export function statementResource(
  site: ApiSite,
  { statement, release, language, publishAt }: Citable<StatementEntry>,
): StatementResource {
  const { id, kind, speaker, role, text, date } = statement;
  const links = citableLinks(site, "statement", id, release);
  return {
    id,
    uri: links.page,
    language,
    embargoedUntil: publishAt,
    kind,
    speaker,
    role,
    text,
    date,
    citation: statementCitation({ statement, release, site, language }),
    links,
  };
}

/** By itself or in a list it also says where it stands. */
export function figureAlone(site: ApiSite, entry: FigureEntry, now: Instant): FigureResource {
  return { ...figureResource(site, entry, now), release: association(site, "release", entry.release) };
}

export function statementAlone(site: ApiSite, entry: StatementEntry): StatementResource {
  return { ...statementResource(site, entry), release: association(site, "release", entry.release) };
}
