import { apiPath, publicationPath, SEGMENTS } from "../../../domain/addresses.ts";
import type { KitSource, KitText } from "../../../domain/content/kit-source.ts";
import type {
  Correction,
  Picture,
  Reference,
  Translation,
  Withdrawal,
} from "../../../domain/documents/parts.ts";
import type { PointerDocument, UntranslatedDocument } from "../../../domain/documents/signpost.ts";
import { type Instant, latestOf } from "../../../domain/instant.ts";
import type { PublicationKind } from "../../../domain/kinds.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { nameUuid } from "../../../domain/name-uuid.ts";
import { type MarkdownPicture, renderMarkdown } from "../../../rendering/format/markdown.ts";
import { outlineMarkdown } from "../../../rendering/format/markdown-outline.ts";
import { messagesOf } from "../../../rendering/messages/messages-of.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import type { ManifestDocument, ManifestSitemapEntry } from "../../manifest.ts";
import type { CompileContext, ReferencedUnit } from "../index/compile-context.ts";
import type { ValidEvent, ValidKit, ValidRelease } from "../read/source-files.ts";
import {
  contactsIn,
  documentOf,
  instantIn,
  redactionsIn,
  referenceTo,
  sitemapEntryOf,
  topicsIn,
  translationsOf,
} from "./compilation.ts";
import type { MediaObjects } from "./objects/media-objects.ts";

/** A publication of which everything was found right. */
export interface Publication<Words> {
  readonly kind: PublicationKind;
  readonly slug: string;
  readonly facts: Required<Pick<ValidRelease | ValidEvent | ValidKit, "id" | "source" | "publishAt">> &
    Pick<
      ValidRelease | ValidEvent | ValidKit,
      "zone" | "draft" | "corrections" | "leaving" | "redactions" | "image"
    >;
  readonly texts: ReadonlyMap<Language, { readonly words: Words; readonly body: string }>;
  readonly context: CompileContext;
  readonly media: MediaObjects;
}

interface CommonWords {
  readonly title: string;
  readonly summary: string;
}

export function zoneOf<Words>({ facts, context }: Publication<Words>): string {
  return facts.zone ?? context.zone;
}

/** What the documents of a release, an event and a kit have in common. */
export function publicationPartsOf<Words extends CommonWords>(
  publication: Publication<Words>,
  language: Language,
) {
  const { kind, slug, facts, texts, context, media } = publication;
  const text = textIn(publication, language);
  const zone = zoneOf(publication);
  const publishAt = instantIn(facts.publishAt, zone);
  const corrections: Correction[] = (facts.corrections ?? []).map((correction) => ({
    at: instantIn(correction.at, zone),
    note: correction.note[language],
  }));
  return {
    id: facts.id,
    entryId: nameUuid(facts.id, language),
    slug,
    language,
    path: publicationPath(language, kind, slug),
    title: text.words.title,
    summary: text.words.summary,
    html: htmlOf(text.body, "text", language, media),
    publishAt,
    updated: latestOf(publishAt, ...corrections.map((correction) => correction.at)),
    zone,
    topics: topicsIn(language, context),
    contacts: contactsIn(language, context),
    related: context.related.map((unit): Reference => referenceTo(unit, language)),
    corrections,
    ...withdrawalOf(facts, zone, language),
    ...redactionsOf(facts, zone, publishAt),
    ...imageOf(publication, language),
    translations: translationsOf(new Set(texts.keys()), kind, slug),
  };
}

function withdrawalOf(
  { leaving }: Publication<unknown>["facts"],
  zone: string,
  language: Language,
): { withdrawn?: Withdrawal } {
  if (leaving?.verb !== "withdraw" || !leaving.note) return {};
  return { withdrawn: { at: instantIn(leaving.at, zone), note: leaving.note[language] } };
}

/** What was taken out before it was public nobody has read, so readers need no word of it. */
function redactionsOf(
  facts: Publication<unknown>["facts"],
  zone: string,
  publishAt: Instant,
): { redactedAt?: Instant[] } {
  const redactedAt = redactionsIn(facts, zone).filter((at) => at >= publishAt);
  return redactedAt.length > 0 ? { redactedAt } : {};
}

type Entered = Pick<
  ReturnType<typeof publicationPartsOf>,
  "id" | "entryId" | "path" | "language" | "title" | "summary" | "publishAt" | "updated" | "zone" | "image"
>;

/** What the entries of a document in lists have in common: they carry its picture for previews only. */
export function entryPartsOf(document: Entered): Entered {
  const { id, entryId, path, language, title, summary, publishAt, updated, zone, image } = document;
  const common = { id, entryId, path, language, title, summary, publishAt, updated, zone };
  if (!image) return common;
  const { web: _, ...preview } = image;
  return { ...common, image: preview };
}

/**
 * The document that a list of `language` shows: its own or, where there is none, that of the source.
 */
export function shownIn<Document>(
  documents: ReadonlyMap<Language, Document>,
  language: Language,
  source: Language,
): Document {
  const document = documents.get(language) ?? documents.get(source);
  if (!document) throw new Error(`There is no document in ${source}, the language of the source`);
  return document;
}

export function textIn<Words>({ texts, slug }: Publication<Words>, language: Language) {
  const text = texts.get(language);
  if (!text) throw new Error(`${slug} has no text in ${language}`);
  return text;
}

/** Markdown as HTML, with its pictures among the media objects. */
export function htmlOf(markdown: string, idPrefix: string, language: Language, media: MediaObjects): string {
  const pictures = new Map<string, MarkdownPicture>();
  for (const { file, alt } of outlineMarkdown(markdown, idPrefix).pictures)
    pictures.set(file, media.picture(file, alt));
  return renderMarkdown(markdown, { idPrefix, pictures, words: messagesOf(language).publication });
}

function imageOf<Words>({ facts, media }: Publication<Words>, language: Language): { image?: Picture } {
  if (!facts.image) return {};
  const { file, alt, credit } = facts.image;
  const web = media.rendition(file, "web");
  return { image: { ...media.picture(file, alt[language], credit[language]), ...(web && { web }) } };
}

/** Where the publication stands when it is not there in `language`: links to the languages in which it is. */
export function untranslatedOf<Words extends CommonWords>(
  publication: Publication<Words>,
  language: Language,
): UntranslatedDocument {
  const { kind, slug, texts } = publication;
  const unit = selfOf(publication);
  return {
    kind: "untranslated",
    path: publicationPath(language, kind, slug),
    language,
    publishAt: unit.publishAt,
    translations: LANGUAGES.filter((each) => texts.has(each)).map((each) => referenceTo(unit, each)),
  };
}

/**
 * The address of the publication in the API.
 * @param items that change with it
 */
export function pointerOf<Words extends CommonWords>(
  publication: Publication<Words>,
  items: readonly NewsroomItem[] = [],
): ManifestDocument {
  const { kind, slug, texts, facts } = publication;
  const pointer: PointerDocument = {
    kind: "pointer",
    path: apiPath(SEGMENTS[kind], facts.id),
    publishAt: publishAtOf(publication),
    translations: translationsOf(new Set(texts.keys()), kind, slug),
  };
  return documentOf(pointer, { items });
}

export function publicationSitemap<Words extends CommonWords>(
  publication: Publication<Words>,
  { updated, publishAt, translations }: { updated: Instant; publishAt: Instant; translations: Translation[] },
): ManifestSitemapEntry {
  const { kind, facts, texts, media } = publication;
  return sitemapEntryOf(kind, facts.id, {
    publishAt,
    updated,
    translations: translations.map(({ language, path }) => ({
      language,
      path,
      title: texts.get(language)?.words.title ?? "",
    })),
    images: media.pictures,
  });
}

export function publishAtOf<Words>(publication: Publication<Words>): Instant {
  return instantIn(publication.facts.publishAt, zoneOf(publication));
}

/** The publication as its neighbours see it. */
function selfOf<Words extends CommonWords>(publication: Publication<Words>): ReferencedUnit {
  const { kind, slug, facts, texts } = publication;
  const titles: ReferencedUnit["titles"] = {};
  for (const [language, { words }] of texts) titles[language] = words.title;
  const publishAt = publishAtOf(publication);
  return { kind, slug, id: facts.id, source: facts.source, titles, publishAt };
}

export type KitPublication = Publication<KitText> & { readonly facts: KitSource };
