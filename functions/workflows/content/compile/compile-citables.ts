import { type ApiCollection, apiPath } from "../../../domain/addresses.ts";
import type { FigureEntry, StatementEntry } from "../../../domain/documents/listing.ts";
import type { Reference } from "../../../domain/documents/parts.ts";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { changeOf, documentOf, entryOf } from "./compilation.ts";
import { shownIn } from "./compile-publication.ts";

type ReleaseDocuments = ReadonlyMap<Language, ReleaseDocument>;

/**
 * The figures and statements of a release at their own addresses in the API, each with its entries in the lists
 * of every language: one whose release is not in a language is listed there in the language of the source.
 */
export function citableDocuments(documents: ReleaseDocuments, source: Language): ManifestDocument[] {
  const { figures, statements } = shownIn(documents, source, source);
  return [
    ...figures.map(({ id }) => figureDocument(documents, source, id)),
    ...statements.map(({ id }) => statementDocument(documents, source, id)),
  ];
}

function figureDocument(documents: ReleaseDocuments, source: Language, id: string): ManifestDocument {
  const entries = new Map<Language, FigureEntry>();
  for (const [language, document] of documents) {
    const figure = document.figures.find((each) => each.id === id);
    if (!figure) continue;
    const { publishAt } = document;
    entries.set(language, { kind: "figure", language, publishAt, figure, release: toRelease(document) });
  }
  const { publishAt } = shownIn(entries, source, source);
  const path = apiPath("figures", id);
  return documentOf(
    { kind: "figure-record", path, publishAt, translations: inOrder(entries) },
    listed("figures", entries, source, id),
  );
}

function statementDocument(documents: ReleaseDocuments, source: Language, id: string): ManifestDocument {
  const entries = new Map<Language, StatementEntry>();
  for (const [language, document] of documents) {
    const statement = document.statements.find((each) => each.id === id);
    if (!statement) continue;
    const { publishAt } = document;
    entries.set(language, {
      kind: "statement",
      language,
      publishAt,
      statement,
      release: toRelease(document),
    });
  }
  const { publishAt } = shownIn(entries, source, source);
  const path = apiPath("statements", id);
  return documentOf(
    { kind: "statement-record", path, publishAt, translations: inOrder(entries) },
    listed("statements", entries, source, id),
  );
}

function listed<Entry extends FigureEntry | StatementEntry>(
  list: Extract<ApiCollection, "figures" | "statements">,
  entries: ReadonlyMap<Language, Entry>,
  source: Language,
  id: string,
): Pick<ManifestDocument, "items" | "changes"> {
  const shown = LANGUAGES.map((language) => ({ language, entry: shownIn(entries, language, source) }));
  return {
    items: shown.map(({ language, entry }) => entryOf(language, list, id, entry)),
    changes: shown.map(({ language, entry }) => changeOf(language, `changes:${list}`, id, entry)),
  };
}

function inOrder<Entry>(entries: ReadonlyMap<Language, Entry>): Entry[] {
  return LANGUAGES.flatMap((language) => entries.get(language) ?? []);
}

function toRelease({ id, path, title, language, publishAt }: ReleaseDocument): Reference {
  return { id, path, title, language, publishAt };
}
