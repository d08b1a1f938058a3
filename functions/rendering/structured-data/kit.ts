import { listPath } from "../../domain/addresses.ts";
import type { KitDocument } from "../../domain/documents/kit.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { localIso } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { changedOpenly, markedTitle } from "../messages/withdrawal.ts";
import { assetJsonLd } from "./asset.ts";
import { breadcrumbs, graph, images, type JsonLdNode, organisation } from "./json-ld.ts";

/**
 * A kit as a collection of files, each with its credit, licence and where to ask (schema.org/CollectionPage). A
 * withdrawn one says so and offers none.
 * @param page the one that `document.assets` holds
 */
export function kitJsonLd(site: SiteDocument, document: KitDocument, page = 1): JsonLdNode {
  const { language, path, publishAt, title, withdrawn, zone } = document;
  const datePublished = localIso(publishAt, zone);
  const shown = page > 1 ? `${path}?page=${page}` : path;
  const url = site.address + shown;
  const collection: JsonLdNode = {
    "@type": "CollectionPage",
    "@id": `${site.address}${path}#kit`,
    url,
    name: markedTitle(document),
    creativeWorkStatus: withdrawn && "Withdrawn",
    expires: withdrawn && localIso(withdrawn.at, zone),
    description: document.summary,
    inLanguage: language,
    datePublished,
    dateModified: localIso(changedOpenly(document), zone),
    image: images(site, document.image),
    publisher: organisation(site),
    hasPart: withdrawn
      ? undefined
      : document.assets.map((asset) =>
          assetJsonLd(site, { path: shown, zone, publishAt, datePublished }, asset),
        ),
  };
  const { kits } = messagesOf(language).frame;
  return graph(
    collection,
    breadcrumbs(site, { name: kits, path: listPath(language, "kit") }, { name: title, path }),
  );
}
