import {
  FEED_FORMATS,
  feedPath,
  frontPath,
  listPath,
  SEGMENTS,
  topicPath,
} from "../../../domain/addresses.ts";
import type { SiteSource } from "../../../domain/content/site-source.ts";
import type { SiteDocument } from "../../../domain/documents/site.ts";
import { ALWAYS } from "../../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { messagesOf } from "../../../rendering/messages/messages-of.ts";
import { siteKey } from "../../../storage/newsroom/keys.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument, ManifestSitemapEntry } from "../../manifest.ts";
import type { ReferencedUnit } from "../index/compile-context.ts";
import { type Compiled, contactsIn, documentOf, referenceTo, sitemapEntryOf } from "./compilation.ts";
import type { MediaObjects } from "./objects/media-objects.ts";
import { leadPicture, type PagePictures } from "./pictures/page-pictures.ts";

/** What the documents of the site are made from. */
export interface SitePublication {
  readonly facts: SiteSource;
  readonly media: MediaObjects;
  readonly pictures: PagePictures;
  /** The pages of the navigation, in order. */
  readonly pages: readonly ReferencedUnit[];
  /** Scheme and host of the public address. */
  readonly address: string;
  /** Hash of the code that renders. */
  readonly rendering: string;
}

export function compileSite(site: SitePublication): Compiled {
  return {
    documents: [
      ...LANGUAGES.map((language) => siteIn(site, language)),
      ...LANGUAGES.flatMap((language) => topicsOf(site.facts, language)),
    ],
    media: site.media.all,
    sitemap: sitemapOf(site.facts),
  };
}

export function siteDocument(site: SitePublication, language: Language): SiteDocument {
  const { facts, pages, address, rendering } = site;
  const [contact] = contactsIn(language, facts);
  if (!contact) throw new Error("site.yaml names no contact");
  const { security } = facts;
  return {
    kind: "site",
    language,
    address,
    authority: facts.authority,
    name: facts.name[language],
    organisation: facts.organisation[language],
    tagline: facts.tagline[language],
    ...(facts.notice && { notice: facts.notice[language] }),
    zone: facts.zone,
    ...imageOf(site, language),
    navigation: pages.map((page) => {
      const { title, path } = referenceTo(page, language);
      return { title, path };
    }),
    topics: facts.topics.map(({ id, title }) => ({ id, title: title[language] })),
    contact,
    follow: (facts.follow ?? []).map(({ title, href }) => ({ title: title[language], href })),
    ...(facts.hub && { hub: new URL(facts.hub).href }), // as a header may carry it
    security: security.contact.startsWith("https:") ? security.contact : `mailto:${security.contact}`,
    rendering,
  };
}

function imageOf({ facts, pictures }: SitePublication, language: Language): Pick<SiteDocument, "image"> {
  if (!facts.image) return {};
  const { file, alt } = facts.image;
  const { web: _, forms: _forms, ...image } = leadPicture(pictures, { file, alt: alt[language] }) ?? {};
  return "path" in image ? { image } : {};
}

function siteIn(site: SitePublication, language: Language): ManifestDocument {
  const body = JSON.stringify(siteDocument(site, language));
  return {
    path: frontPath(language),
    items: [item(siteKey(language), body, ALWAYS)],
    parts: [],
    changes: [],
    alsoAt: [],
  };
}

function topicsOf({ topics }: SiteSource, language: Language): ManifestDocument[] {
  return topics.map(({ id, title, description }) =>
    documentOf(
      {
        kind: "topic",
        id,
        path: topicPath(language, id),
        language,
        title: title[language],
        description: description[language],
        translations: LANGUAGES.map((each) => ({ language: each, path: topicPath(each, id) })),
        publishAt: ALWAYS,
      },
      { alsoAt: FEED_FORMATS.map((format) => feedPath(language, format, id)) },
    ),
  );
}

/** The pages that no folder stands for: front pages, lists and topics. */
function sitemapOf({ name, topics }: SiteSource): ManifestSitemapEntry[] {
  const entry = (id: string, path: (language: Language) => string, title: (language: Language) => string) =>
    sitemapEntryOf("page", id, {
      publishAt: ALWAYS,
      updated: ALWAYS,
      translations: LANGUAGES.map((language) => ({ language, path: path(language), title: title(language) })),
      images: [],
    });
  const frame = (language: Language) => messagesOf(language).frame;
  return [
    entry("front", frontPath, (language) => name[language]),
    entry(
      SEGMENTS.release,
      (language) => listPath(language, "release"),
      (language) => frame(language).releases,
    ),
    entry(
      SEGMENTS.event,
      (language) => listPath(language, "event"),
      (language) => frame(language).events,
    ),
    entry(
      SEGMENTS.kit,
      (language) => listPath(language, "kit"),
      (language) => frame(language).kits,
    ),
    ...topics.map(({ id, title }) =>
      entry(
        `topic-${id}`,
        (language) => topicPath(language, id),
        (language) => title[language],
      ),
    ),
  ];
}
