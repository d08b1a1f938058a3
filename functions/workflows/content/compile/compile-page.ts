import { pagePath } from "../../../domain/addresses.ts";
import type { PageSource, PageText } from "../../../domain/content/page-source.ts";
import { ALWAYS } from "../../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import type { CompileContext, ReferencedUnit } from "../index/compile-context.ts";
import {
  type Compiled,
  contactsIn,
  documentOf,
  referenceTo,
  sitemapEntryOf,
  translationsOf,
} from "./compilation.ts";
import { htmlOf } from "./compile-publication.ts";
import type { MediaObjects } from "./objects/media-objects.ts";

/** A page of which everything was found right. */
export interface PagePublication {
  readonly slug: string;
  readonly facts: PageSource;
  readonly texts: ReadonlyMap<Language, { readonly words: PageText; readonly body: string }>;
  readonly context: CompileContext;
  readonly media: MediaObjects;
}

export function compilePage(page: PagePublication): Compiled {
  const { slug, facts, texts, context, media } = page;
  const { id, source } = facts;
  const titles: ReferencedUnit["titles"] = {};
  for (const [language, { words }] of texts) titles[language] = words.title;
  const self: ReferencedUnit = { kind: "page", slug, id, source, titles, publishAt: ALWAYS };
  const translations = translationsOf(new Set(texts.keys()), "page", slug);
  const documents = LANGUAGES.map((language) => {
    const path = pagePath(language, slug);
    const text = texts.get(language);
    if (!text)
      return documentOf({
        kind: "untranslated",
        path,
        language,
        publishAt: ALWAYS,
        translations: translations.map((each) => referenceTo(self, each.language)),
      });
    return documentOf({
      kind: "page",
      id,
      slug,
      language,
      path,
      title: text.words.title,
      summary: text.words.summary,
      html: htmlOf(text.body, "text", language, media),
      publishAt: ALWAYS,
      contacts: contactsIn(language, context),
      translations,
    });
  });
  const entry = sitemapEntryOf("page", id, {
    publishAt: ALWAYS,
    updated: ALWAYS,
    translations: translations.map((each) => ({ ...each, title: titles[each.language] ?? "" })),
    images: media.all.map((object) => `/${object.key}`),
  });
  return { documents, media: media.all, sitemap: [entry] };
}
