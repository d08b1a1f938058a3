import type { NewsroomDocument } from "../../../domain/documents/document.ts";
import type {
  EventEntry,
  FeedEntry,
  FigureEntry,
  KitEntry,
  ReleaseEntry,
  SitemapEntry,
  StatementEntry,
  TakedownNotice,
} from "../../../domain/documents/listing.ts";
import type { Contact, Reference, Topic, Translation } from "../../../domain/documents/parts.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { UnitKind } from "../../../domain/kinds.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { entryKey, type ListName } from "../../../storage/newsroom/keys.ts";
import { documentItems, item } from "../../../storage/newsroom/parts.ts";
import type { ChangeEntry, ManifestContent, ManifestDocument, ManifestSitemapEntry } from "../../manifest.ts";
import type { CompileContext, ReferencedUnit } from "../index/compile-context.ts";
import { instantIn } from "../read/local-time.ts";
import { unitPath } from "../read/unit-record.ts";

/** What compiling a unit comes to, whether or not readers may see it. */
export type Compiled = Pick<ManifestContent, "documents" | "media" | "sitemap" | "assetWindows" | "places">;

export type ListedEntry =
  | ReleaseEntry
  | EventEntry
  | KitEntry
  | FeedEntry
  | TakedownNotice
  | FigureEntry
  | StatementEntry;

/** When something was removed for safety, as a file notes it. */
export function redactionsIn(
  { redactions = [] }: { readonly redactions?: readonly { readonly at: string }[] | undefined },
  zone: string,
): Instant[] {
  return redactions.map(({ at }) => instantIn(at, zone));
}

/** Bodies have their fields in the order in which the code builds them: the same content, the same bytes. */
export function documentOf(
  document: NewsroomDocument,
  beside: Partial<Pick<ManifestDocument, "items" | "parts" | "changes" | "alsoAt">> = {},
): ManifestDocument {
  const { path, publishAt } = document;
  const until = document.kind === "download" ? document.until : undefined;
  const { head, parts } = documentItems(path, JSON.stringify(document), publishAt, until);
  return {
    path,
    items: [head, ...(beside.items ?? [])],
    parts: [...parts, ...(beside.parts ?? [])],
    changes: beside.changes ?? [],
    alsoAt: beside.alsoAt ?? [],
  };
}

/** @param at the instant by which the list is ordered; without it, that of publication */
export function entryOf(
  language: Language,
  list: ListName,
  id: string,
  entry: ListedEntry,
  at: Instant = entry.publishAt,
): NewsroomItem {
  return item(entryKey(language, list, at, id), JSON.stringify(entry), entry.publishAt);
}

export function changeOf(
  language: Language,
  list: ChangeEntry["list"],
  id: string,
  entry: ListedEntry,
): ChangeEntry {
  return { language, list, id, publishAt: entry.publishAt, body: JSON.stringify(entry) };
}

/** A link for readers of `language`: to the document in it or, where there is none, in its source language. */
export function referenceTo(unit: ReferencedUnit, language: Language): Reference {
  const shown = unit.titles[language] === undefined ? unit.source : language;
  return {
    id: unit.id,
    path: unitPath(shown, unit.kind, unit.slug),
    title: unit.titles[shown] ?? unit.slug,
    language: shown,
    publishAt: unit.publishAt,
  };
}

export function translationsOf(
  languages: ReadonlySet<Language>,
  kind: UnitKind,
  slug: string,
): Translation[] {
  return LANGUAGES.filter((language) => languages.has(language)).map((language) => ({
    language,
    path: unitPath(language, kind, slug),
  }));
}

export function topicsIn(language: Language, { topics }: CompileContext): Topic[] {
  return topics.map(({ id, title }) => ({ id, title: title[language] }));
}

export function contactsIn(
  language: Language,
  { contacts, zone }: Pick<CompileContext, "contacts" | "zone">,
): Contact[] {
  return contacts.map((contact) => ({
    name: contact.name[language],
    ...(contact.role && { role: contact.role[language] }),
    phone: contact.phone,
    email: contact.email,
    hours: contact.hours[language],
    zone: contact.zone ?? zone,
    languages: contact.languages,
  }));
}

export function sitemapEntryOf(
  kind: ManifestSitemapEntry["kind"],
  id: string,
  entry: Omit<SitemapEntry, "kind">,
): ManifestSitemapEntry {
  const { publishAt, updated, translations, images } = entry;
  const body: SitemapEntry = { kind: "sitemap-entry", publishAt, updated, translations, images };
  return { id, kind, year: Number(publishAt.slice(0, 4)), publishAt, body: JSON.stringify(body) };
}
