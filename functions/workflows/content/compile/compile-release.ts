import { apiPath, formPath } from "../../../domain/addresses.ts";
import type { ReleaseSource, ReleaseText } from "../../../domain/content/release-source.ts";
import type { FeedEntry, ReleaseEntry } from "../../../domain/documents/listing.ts";
import type { Figure, ReleaseDocument, Statement } from "../../../domain/documents/release.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { localIso } from "../../../rendering/format/dates.ts";
import { feedHtml, releaseMarkdown, releaseText } from "../../../rendering/forms/release-forms.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { formKey } from "../../../storage/newsroom/keys.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { type Compiled, changeOf, documentOf, entryOf, referenceTo, topicsIn } from "./compilation.ts";
import { citableDocuments } from "./compile-citables.ts";
import {
  entryPartsOf,
  htmlOf,
  type Publication,
  pointerOf,
  publicationPartsOf,
  publicationSitemap,
  shownIn,
  textIn,
  untranslatedOf,
} from "./compile-publication.ts";
import { withPicturePaths } from "./objects/picture-paths.ts";

export type ReleasePublication = Publication<ReleaseText> & { readonly facts: ReleaseSource };
type ReleaseDocuments = ReadonlyMap<Language, ReleaseDocument>;

/** Longest text that a feed carries whole, in bytes of HTML: an entry must fit an item, and a feed a poll. */
const FEED_ENTRY_BYTES = 200_000;

export function compileRelease(publication: ReleasePublication): Compiled {
  const { facts, texts } = publication;
  const documents = new Map<Language, ReleaseDocument>();
  for (const language of texts.keys()) documents.set(language, releaseDocument(publication, language));
  return {
    documents: [
      ...LANGUAGES.map((language) => releaseIn(publication, documents, language)),
      pointerOf(publication),
      ...citableDocuments(documents, facts.source),
    ],
    media: publication.media.all,
    sitemap: [publicationSitemap(publication, shownIn(documents, facts.source, facts.source))],
  };
}

function releaseDocument(publication: ReleasePublication, language: Language): ReleaseDocument {
  const { facts, context, media } = publication;
  const { words } = textIn(publication, language);
  const parts = publicationPartsOf(publication, language);
  const day = localIso(parts.publishAt, parts.zone).slice(0, 10);
  return {
    kind: "release",
    ...parts,
    city: words.city,
    goals: context.goals.map(({ id, title }) => ({ id, title: title[language] })),
    figures: (facts.figures ?? []).map((figure) => figureIn(publication, figure, language)),
    statements: (facts.statements ?? []).map(
      ({ id, kind, date = day }): Statement => ({ id, kind, ...entry(words.statements, id), date }),
    ),
    ...(words.notes !== undefined && { notes: htmlOf(words.notes, "notes", language, media) }),
    ...(context.kit && { kit: referenceTo(context.kit, language) }),
    ...(context.event && { event: referenceTo(context.event, language) }),
  };
}

function figureIn(
  publication: ReleasePublication,
  { id, number, asOf, sourceUrl }: NonNullable<ReleaseSource["figures"]>[number],
  language: Language,
): Figure {
  const { value, label, source, note } = entry(textIn(publication, language).words.figures, id);
  const newer = publication.context.newerFigures.find((each) => each.older === id);
  return {
    id,
    value,
    number,
    label,
    source,
    ...(sourceUrl !== undefined && { sourceUrl }),
    asOf,
    ...(note !== undefined && { note }),
    ...(newer && {
      supersededBy: {
        id: newer.id,
        value: newer.values[language] ?? newer.values[newer.release.source] ?? "",
        release: referenceTo(newer.release, language),
      },
    }),
  };
}

/** The document with its forms and entries, or the signpost that stands in its place. */
function releaseIn(
  publication: ReleasePublication,
  documents: ReleaseDocuments,
  language: Language,
): ManifestDocument {
  const { facts, context } = publication;
  const document = documents.get(language);
  const shown = shownIn(documents, language, facts.source);
  const listed: ReleaseEntry = {
    kind: "release",
    ...entryPartsOf(shown),
    city: shown.city,
    topics: topicsIn(language, context),
    corrected: shown.corrections.length > 0,
  };
  const entries = [
    entryOf(language, "releases", facts.id, listed),
    ...facts.topics.map((topic) => entryOf(language, `topic:${topic}`, facts.id, listed)),
  ];
  const changes = [changeOf(language, "changes:releases", facts.id, listed)];
  if (!document) return documentOf(untranslatedOf(publication, language), { items: entries, changes });
  return documentOf(document, {
    items: [...formsOf(publication, document), ...entries, ...feedEntries(facts, document, listed)],
    changes,
    alsoAt: [
      ...(["json", "md", "txt"] as const).map((form) => formPath(document.path, form)),
      apiPath("releases", facts.id),
    ],
  });
}

function formsOf(publication: ReleasePublication, document: ReleaseDocument): NewsroomItem[] {
  const { words, body } = textIn(publication, document.language);
  const withPaths = (text: string | undefined) => text && withPicturePaths(text, publication.media);
  const markdown = releaseMarkdown(document, { body: withPaths(body), notes: withPaths(words.notes) });
  return [
    item(formKey(document.path, "md"), markdown, document.publishAt),
    item(formKey(document.path, "txt"), releaseText(document), document.publishAt),
  ];
}

function feedEntries(
  { id, topics }: ReleaseSource,
  document: ReleaseDocument,
  listed: ReleaseEntry,
): NewsroomItem[] {
  const html = feedHtml(document);
  const whole = Buffer.byteLength(html) <= FEED_ENTRY_BYTES;
  const entry: FeedEntry = {
    ...listed,
    kind: "feed-entry",
    html: whole ? html : feedHtml({ ...document, html: "", figures: [], statements: [], notes: undefined }),
    corrections: document.corrections,
  };
  return [
    entryOf(document.language, "feed", id, entry),
    ...topics.map((topic) => entryOf(document.language, `feed:${topic}`, id, entry)),
  ];
}

function entry<Words>(words: Readonly<Record<string, Words>> | undefined, id: string): Words {
  const found = words?.[id];
  if (!found) throw new Error(`There are no words for ${id}`);
  return found;
}
