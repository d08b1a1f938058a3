import { hashOf } from "../../domain/addresses.ts";
import type { AssetResource, KitResource, KitSummary } from "../../domain/api/publication-resources.ts";
import type { Rendition } from "../../domain/api/resource-parts.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import { documentAt } from "../../domain/documents/at.ts";
import { type Asset, type KitDocument, kitPages } from "../../domain/documents/kit.ts";
import { kitTotalsAt } from "../../domain/documents/kit-times.ts";
import type { KitEntry } from "../../domain/documents/listing.ts";
import type { Instant } from "../../domain/instant.ts";
import { type ApiSite, plainText } from "./api-links.ts";
import { fullFields, summaryFields } from "./publication-fields.ts";

/** ninjs names for what an asset is. */
const NEWS_TYPE = {
  photograph: "picture",
  document: "text",
  graphic: "graphic",
  video: "video",
  audio: "audio",
} as const satisfies Record<Asset["kind"], AssetResource["type"]>;

/** A kit in a list. */
export function kitSummary(site: ApiSite, entry: KitEntry, now: Instant): KitSummary {
  return {
    ...summaryFields(site, entry),
    representationType: "partial",
    type: "composite",
    ...kitTotalsAt(entry, now),
  };
}

/**
 * A kit in full, as JSON, with one page of its assets.
 * @param page the page that `document.assets` holds, from 1 on
 */
export function kitResource(site: ApiSite, stored: KitDocument, page: number, now: Instant): string {
  const document = documentAt(stored, now);
  const { assetCount, totalBytes, assets } = document;
  const fields = summaryFields(site, document);
  const at = (n: number) => (n === 1 ? fields.links.self : `${fields.links.self}&page=${n}`);
  const resource: KitResource = {
    ...fields,
    ...fullFields(site, document),
    type: "composite",
    assetCount,
    totalBytes,
    assets: (document.withdrawn ? [] : assets).map((asset) => assetResource(site, asset, fields.links.page)),
    links: {
      ...fields.links,
      self: at(page),
      ...(page < kitPages(assetCount) && { next: at(page + 1) }),
      ...(page > 1 && { prev: at(page - 1) }),
    },
  };
  return JSON.stringify(resource);
}

function assetResource(site: ApiSite, asset: Asset, kitPage: string): AssetResource {
  const { id, kind, language, alt, transcript, alterations, licence } = asset;
  return {
    uri: `${kitPage}#${anchor("asset", id)}`,
    id,
    type: NEWS_TYPE[kind],
    ...(language && { language }),
    headlines: [plainText("main", asset.headline)],
    descriptions: [
      plainText("caption", asset.caption),
      ...(alt === undefined ? [] : [plainText("alt", alt)]),
      ...(transcript === undefined ? [] : [plainText("transcript", transcript)]),
      ...(alterations === undefined ? [] : [plainText("alterations", alterations)]),
    ],
    by: asset.creator,
    creditLine: asset.credit,
    created: asset.created,
    usageTerms: licence.terms,
    licence: { id: licence.id, name: licence.name, ...(licence.url !== undefined && { href: licence.url }) },
    renditions: assetRenditions(site, asset),
  };
}

function assetRenditions({ address }: ApiSite, asset: Asset): Rendition[] {
  return [
    ...asset.renditions.map(({ name, path, download, mediaType, bytes, width, height }) => ({
      name,
      href: address + (download ?? path),
      contentType: mediaType,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      sizeInBytes: bytes,
      sha256: hashOf(path),
    })),
    ...(asset.poster === undefined ? [] : [{ name: "poster", href: address + asset.poster }]),
    ...asset.captions.map(({ language, path }) => ({
      name: `captions-${language}`,
      href: address + path,
      contentType: "text/vtt",
    })),
  ];
}
