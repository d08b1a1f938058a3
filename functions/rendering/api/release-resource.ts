import type { ReleaseResource, ReleaseSummary } from "../../domain/api/publication-resources.ts";
import { documentAt } from "../../domain/documents/at.ts";
import type { ReleaseEntry } from "../../domain/documents/listing.ts";
import type { ReleaseDocument } from "../../domain/documents/release.ts";
import type { Instant } from "../../domain/instant.ts";
import { type ApiSite, association, htmlRole } from "./api-links.ts";
import { figureResource, statementResource } from "./citable-resources.ts";
import { fullFields, subjects, summaryFields } from "./publication-fields.ts";

/** A release in a list. */
export function releaseSummary(site: ApiSite, entry: ReleaseEntry): ReleaseSummary {
  return {
    ...summaryFields(site, entry),
    representationType: "partial",
    type: "text",
    located: entry.city,
    subjects: subjects(entry.topics),
    corrected: entry.corrected,
  };
}

/** A release in full, as JSON: the same bytes in the API and at the `.json` form of its page. */
export function releaseResource(site: ApiSite, document: ReleaseDocument, now: Instant): string {
  return JSON.stringify(fullRelease(site, documentAt(document, now), now));
}

function fullRelease(site: ApiSite, document: ReleaseDocument, now: Instant): ReleaseResource {
  const { language, publishAt, notes, kit, event } = document;
  // What was withdrawn is not offered to cite; in its text one still reads what it said.
  const figures = document.withdrawn ? [] : document.figures;
  const statements = document.withdrawn ? [] : document.statements;
  const standing = { release: document, language, publishAt };
  const full = fullFields(site, document);
  return {
    ...summaryFields(site, document),
    ...full,
    type: "text",
    located: document.city,
    corrected: document.corrections.length > 0,
    bodies: [...full.bodies, ...(notes === undefined ? [] : [htmlRole(site, "notes", notes, document.path)])],
    subjects: subjects(document.topics, document.goals),
    people: [...new Set(document.statements.map((each) => each.speaker))].map((name) => ({
      name,
      rel: "speaker",
    })),
    figures: figures.map((figure) => figureResource(site, { ...standing, figure }, now)),
    statements: statements.map((statement) => statementResource(site, { ...standing, statement })),
    associations: [
      ...full.associations,
      ...(kit ? [association(site, "kit", kit)] : []),
      ...(event ? [association(site, "event", event)] : []),
    ],
  };
}
