import { listPath } from "../../domain/addresses.ts";
import type { ReleaseDocument } from "../../domain/documents/release.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { day, localIso } from "../dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { breadcrumbs, graph, image, type JsonLdNode, organisation } from "./json-ld.ts";

/** A release as a NewsArticle, with its corrections (schema.org/NewsArticle, schema.org/CorrectionComment). */
export function releaseJsonLd(site: SiteDocument, document: ReleaseDocument): JsonLdNode {
  const { language, path, publishAt, title, zone } = document;
  const url = site.address + path;
  const publisher = organisation(site);
  const { releases } = messagesOf(language).frame;
  const article: JsonLdNode = {
    "@type": "NewsArticle",
    "@id": `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: title,
    description: document.summary,
    dateline: `${document.city}, ${day(publishAt, zone, language)}`,
    datePublished: localIso(publishAt, zone),
    dateModified: localIso(document.updated, zone),
    inLanguage: language,
    isAccessibleForFree: true,
    articleSection: document.topics.map((topic) => topic.title),
    image: [image(site, document.image ?? site.image)],
    author: publisher,
    publisher: { "@id": publisher["@id"] },
    correction:
      document.corrections.length === 0
        ? undefined
        : document.corrections.map(({ at, note }) => ({
            "@type": "CorrectionComment",
            text: note,
            datePublished: localIso(at, zone),
          })),
  };
  return graph(
    article,
    breadcrumbs(site, { name: releases, path: listPath(language, "release") }, { name: title, path }),
  );
}
