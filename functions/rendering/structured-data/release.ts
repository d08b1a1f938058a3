import { listPath } from "../../domain/addresses.ts";
import type { ReleaseDocument } from "../../domain/documents/release.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { day, localIso } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { changedOpenly, markedTitle } from "../messages/withdrawal.ts";
import { breadcrumbs, graph, images, type JsonLdNode, organisation, several } from "./json-ld.ts";

/**
 * A release as a NewsArticle, with its corrections (schema.org/NewsArticle, schema.org/CorrectionComment). A withdrawn
 * one says so in its headline and status, and has expired.
 */
export function releaseJsonLd(site: SiteDocument, document: ReleaseDocument): JsonLdNode {
  const { language, path, publishAt, title, withdrawn, zone } = document;
  const url = site.address + path;
  const publisher = organisation(site);
  const { frame, history } = messagesOf(language);
  const told = [
    ...document.corrections,
    ...(withdrawn ? [{ at: withdrawn.at, note: `${history.withdrawn}: ${withdrawn.note}` }] : []),
  ];
  const article: JsonLdNode = {
    "@type": "NewsArticle",
    "@id": `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: markedTitle(document),
    creativeWorkStatus: withdrawn && "Withdrawn",
    expires: withdrawn && localIso(withdrawn.at, zone),
    description: document.summary,
    dateline: `${document.city}, ${day(publishAt, zone, language)}`,
    datePublished: localIso(publishAt, zone),
    dateModified: localIso(changedOpenly(document), zone),
    inLanguage: language,
    isAccessibleForFree: true,
    articleSection: several(document.topics.map((topic) => topic.title)),
    image: images(site, document.image),
    author: publisher,
    publisher: { "@id": publisher["@id"] },
    correction: several(
      told.map(({ at, note }) => ({
        "@type": "CorrectionComment",
        text: note,
        datePublished: localIso(at, zone),
      })),
    ),
  };
  return graph(
    article,
    breadcrumbs(site, { name: frame.releases, path: listPath(language, "release") }, { name: title, path }),
  );
}
