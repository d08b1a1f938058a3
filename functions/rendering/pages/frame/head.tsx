import { html, raw } from "hono/html";
import {
  eventCalendarPath,
  FAVICON_PATH,
  FEED_FORMATS,
  feedPath,
  formPath,
  ICON_PATHS,
  type ReleaseForm,
} from "../../../domain/addresses.ts";
import type { Picture, Topic } from "../../../domain/documents/parts.ts";
import type { Instant } from "../../../domain/instant.ts";
import { DEFAULT_LANGUAGE } from "../../../domain/language.ts";
import { MEDIA_TYPES } from "../../feeds/feed.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { type JsonLdNode, jsonLdText } from "../../structured-data/json-ld.ts";
import { STYLE } from "../../style/style.ts";
import type { LanguageLink } from "./language-links.ts";
import type { PageContext } from "./page-context.ts";

/** What the head of a page tells about it. */
export interface HeadFacts {
  /** Without the name of the newsroom, which is added unless it is the same. */
  readonly title: string;
  readonly description: string;
  /** The page's own path; a page that is no place of its own (404, 410) has none and is not indexed. */
  readonly canonical?: string | undefined;
  readonly languages: readonly LanguageLink[];
  /** Addresses of the pages beside this one, where a list has several. */
  readonly beside?: PagesBeside;
  /** Whether search engines shall not list it although it has an address of its own. */
  readonly noindex?: boolean;
  /** Whether no picture of it may stand in the results of a search: somebody on one must not be found. */
  readonly noPreview?: boolean;
  /** For previews; without it, that of the site. */
  readonly image?: Picture | undefined;
  /** Marks a text with a date: a release. */
  readonly article?: { readonly published: Instant; readonly modified: Instant; readonly topics: Topic[] };
  /** Topics whose feeds the page advertises beside those of the newsroom. */
  readonly topicFeeds?: readonly Pick<Topic, "id" | "title">[];
  /** Path of an event that one can add to a calendar. */
  readonly event?: string;
  /** Path of a release, which has other forms. */
  readonly release?: string;
  readonly jsonLd?: JsonLdNode;
  /** A style of its own beside that of every page. */
  readonly style?: string;
}

/** Root-relative addresses of the pages of a list before and after one. */
export interface PagesBeside {
  readonly prev?: string | undefined;
  readonly next?: string | undefined;
}

const FORM_TYPES: Record<ReleaseForm, string> = {
  json: "application/json",
  md: "text/markdown",
  txt: "text/plain",
};

type Lines = ReturnType<typeof html>[];

/**
 * The head element. It is a template and not JSX: hono moves and compares `link` and `meta` elements of JSX one by
 * one through the whole document, which costs more than the rest of the page.
 */
export function headOf(context: PageContext, facts: HeadFacts) {
  const { site } = context;
  const title = facts.title === site.name ? site.name : `${facts.title} – ${site.name}`;
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${facts.description}">
<meta name="robots" content="${robots(facts)}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#14498f" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#10151c" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${ICON_PATHS.ico}" sizes="16x16 32x32">
<link rel="icon" href="${FAVICON_PATH}" type="image/svg+xml" sizes="any">
<link rel="apple-touch-icon" href="${ICON_PATHS.touch}">
${facts.canonical === undefined ? [] : addresses(context, facts.canonical, facts)}
${facts.canonical === undefined ? [] : openGraph(context, facts, facts.canonical)}
${alternates(context, facts)}
${facts.jsonLd === undefined ? "" : html`<script type="application/ld+json">${raw(jsonLdText(facts.jsonLd))}</script>`}
<style>${raw(STYLE)}</style>${facts.style === undefined ? "" : html`<style>${raw(facts.style)}</style>`}
</head>`;
}

function robots({ canonical, noindex, noPreview }: HeadFacts): string {
  if (canonical === undefined || noindex) return "noindex";
  return noPreview ? "noimageindex, max-image-preview:none" : "max-image-preview:large";
}

/** Canonical address, the pages before and after, and the address in each language in which the page exists. */
function addresses({ site }: PageContext, canonical: string, { languages, beside = {} }: HeadFacts): Lines {
  const existing = languages.filter((each) => each.exists);
  const fallback = existing.find((each) => each.language === DEFAULT_LANGUAGE);
  return [
    html`<link rel="canonical" href="${site.address}${canonical}">`,
    ...(["prev", "next"] as const).flatMap((rel) =>
      beside[rel] === undefined ? [] : [html`<link rel="${rel}" href="${site.address}${beside[rel]}">`],
    ),
    ...existing.map(
      ({ language, path }) =>
        html`<link rel="alternate" hreflang="${language}" href="${site.address}${path}">`,
    ),
    ...(fallback
      ? [html`<link rel="alternate" hreflang="x-default" href="${site.address}${fallback.path}">`]
      : []),
  ];
}

function openGraph({ site, language }: PageContext, facts: HeadFacts, canonical: string): Lines {
  const image = facts.image ?? site.image;
  const { article } = facts;
  const property = (name: string, content: string | number) =>
    html`<meta property="${name}" content="${content}">`;
  return [
    property("og:type", article ? "article" : "website"),
    property("og:title", facts.title),
    property("og:description", facts.description),
    property("og:url", `${site.address}${canonical}`),
    property("og:site_name", site.name),
    property("og:locale", messagesOf(language).locale),
    ...facts.languages
      .filter((each) => each.exists && each.language !== language)
      .map((each) => property("og:locale:alternate", messagesOf(each.language).locale)),
    ...(image
      ? [
          property("og:image", `${site.address}${image.path}`),
          property("og:image:type", image.mediaType),
          property("og:image:width", image.width),
          property("og:image:height", image.height),
          property("og:image:alt", image.alt),
        ]
      : []),
    ...(article
      ? [
          property("article:published_time", article.published),
          property("article:modified_time", article.modified),
          ...article.topics.map((topic) => property("article:tag", topic.title)),
        ]
      : []),
    html`<meta name="twitter:card" content="summary_large_image">`,
  ];
}

/** Feeds, calendar and other forms: what programs find without reading the page. */
function alternates({ site, language }: PageContext, facts: HeadFacts): Lines {
  const feeds = (name: string, topic?: string) =>
    FEED_FORMATS.map(
      (format) =>
        html`<link rel="alternate" type="${MEDIA_TYPES[format]}" title="${name} (${messagesOf(language).frame[format]})" href="${feedPath(language, format, topic)}">`,
    );
  return [
    ...feeds(site.name),
    ...(facts.topicFeeds ?? []).flatMap((topic) => feeds(`${topic.title} – ${site.name}`, topic.id)),
    ...(facts.event === undefined
      ? []
      : [html`<link rel="alternate" type="text/calendar" href="${eventCalendarPath(facts.event)}">`]),
    ...(facts.release === undefined ? [] : formLinks(facts.release)),
  ];
}

function formLinks(release: string): Lines {
  return (["json", "md", "txt"] as const).map(
    (form) => html`<link rel="alternate" type="${FORM_TYPES[form]}" href="${formPath(release, form)}">`,
  );
}
