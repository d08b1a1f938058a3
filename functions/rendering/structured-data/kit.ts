import { hashOf, listPath } from "../../domain/addresses.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import { type Asset, type KitDocument, originalOf, thumbnailOf } from "../../domain/documents/kit.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { localIso } from "../dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { changedOpenly, markedTitle } from "../withdrawal.ts";
import { breadcrumbs, graph, image, type JsonLdNode, organisation } from "./json-ld.ts";

const TYPES = {
  photograph: "ImageObject",
  graphic: "ImageObject",
  document: "DigitalDocument",
  video: "VideoObject",
  audio: "AudioObject",
} as const satisfies Record<Asset["kind"], string>;

/**
 * A kit as a collection of files, each with its credit, licence and where to ask (schema.org/CollectionPage). A
 * withdrawn one says so and offers none.
 */
export function kitJsonLd(site: SiteDocument, document: KitDocument): JsonLdNode {
  const { language, path, title, withdrawn, zone } = document;
  const url = site.address + path;
  const collection: JsonLdNode = {
    "@type": "CollectionPage",
    "@id": `${url}#kit`,
    url,
    name: markedTitle(document),
    creativeWorkStatus: withdrawn && "Withdrawn",
    expires: withdrawn && localIso(withdrawn.at, zone),
    description: document.summary,
    inLanguage: language,
    datePublished: localIso(document.publishAt, zone),
    dateModified: localIso(changedOpenly(document), zone),
    image: [image(site, document.image ?? site.image)],
    publisher: organisation(site),
    hasPart: withdrawn ? undefined : document.assets.map((asset) => media(site, document, asset)),
  };
  const { kits } = messagesOf(language).frame;
  return graph(
    collection,
    breadcrumbs(site, { name: kits, path: listPath(language, "kit") }, { name: title, path }),
  );
}

/**
 * A file with what image search shows beside a picture: who made it, how to credit it, its licence and where the
 * terms are told. `license` must be an address, so a licence without one points to the asset on the page.
 */
function media(site: SiteDocument, { path, publishAt, zone }: KitDocument, asset: Asset): JsonLdNode {
  const original = originalOf(asset);
  const preview = thumbnailOf(asset)?.path ?? asset.poster;
  const onPage = `${site.address}${path}#${anchor("asset", asset.id)}`;
  return {
    "@type": TYPES[asset.kind],
    name: asset.headline,
    description: asset.caption,
    url: onPage,
    contentUrl: site.address + original.path,
    thumbnailUrl: preview && site.address + preview,
    encodingFormat: original.mediaType,
    contentSize: `${original.bytes} B`,
    sha256: hashOf(original.path),
    width: original.width,
    height: original.height,
    inLanguage: asset.language,
    dateCreated: asset.created,
    uploadDate: localIso(later(asset.publishAt, publishAt), zone),
    creator: { "@type": "Organization", name: asset.creator },
    creditText: asset.credit,
    copyrightNotice: asset.credit,
    license: asset.licence.url ?? onPage,
    acquireLicensePage: onPage,
    transcript: asset.transcript,
  };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
