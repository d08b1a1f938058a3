import { hashOf } from "../../domain/addresses.ts";
import type { AssetResource } from "../../domain/api/publication-resources.ts";
import type { RenditionResource } from "../../domain/api/resource-parts.ts";
import { digitalSourceTypeUri } from "../../domain/digital-source-type.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import type { Asset } from "../../domain/documents/kit.ts";
import type { Language } from "../../domain/language.ts";
import { licenceRules } from "../../domain/rights.ts";
import { countryName, placeInWords } from "../format/place-names.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { type ApiSite, textRole } from "./api-links.ts";

/** ninjs names for what an asset is. */
const NEWS_TYPE = {
  photograph: "picture",
  document: "text",
  graphic: "graphic",
  video: "video",
  audio: "audio",
} as const satisfies Record<Asset["kind"], AssetResource["type"]>;

/** A file of a kit: what it is, whose, what one may do with it, and where each rendition of it is. */
export function assetResource(
  site: ApiSite,
  kit: { readonly path: string; readonly language: Language },
  asset: Asset,
): AssetResource {
  const { id, kind, language, alt, transcript, alterations, licence, place, digitalSourceType } = asset;
  const rules = licenceRules(licence);
  return {
    uri: `${site.address}${kit.path}#${anchor("asset", id)}`,
    id,
    type: NEWS_TYPE[kind],
    ...(language && { language }),
    headlines: [textRole("main", asset.headline)],
    descriptions: [
      textRole("caption", asset.caption),
      ...(alt === undefined ? [] : [textRole("alt", alt)]),
      ...(transcript === undefined ? [] : [textRole("transcript", transcript)]),
      ...(alterations === undefined ? [] : [textRole("alterations", alterations)]),
    ],
    by: asset.creator,
    creditLine: asset.credit,
    infoSources: [{ name: asset.source }],
    ...(rules?.publicDomain === undefined && { copyrightHolder: copyrightHolder(asset) }),
    copyrightNotice: asset.copyright,
    created: asset.created,
    ...(place && {
      located: placeInWords(place, kit.language),
      places: [
        { name: countryName(place.country, kit.language), rel: "country" as const, literal: place.country },
      ],
    }),
    ...(digitalSourceType && {
      digitalSourceType: {
        name: messagesOf(kit.language).kit.origins[digitalSourceType],
        uri: digitalSourceTypeUri(digitalSourceType),
      },
    }),
    ...(asset.specialInstructions !== undefined && { edNote: asset.specialInstructions }),
    usageTerms: asset.usageTerms,
    licence: {
      id: licence.id,
      name: licence.name,
      ...(licence.url !== undefined && { href: licence.url }),
      ...(rules && {
        permits: [...rules.permits],
        requires: [...rules.requires],
        prohibits: [...rules.prohibits],
      }),
    },
    renditions: renditions(site, asset),
  };
}

/** “IOM” of “© 2026 IOM”: the notice without what is no name; who made it, where nothing is left. */
function copyrightHolder({ copyright, creator }: Asset): string {
  const name = copyright.replace(/©|\(c\)|copyright|\b\d{4}\b/gi, "").replace(/^[\s,.–-]+|[\s,.–-]+$/g, "");
  return name === "" ? creator : name;
}

/** What is downloaded stands at its address for downloads, the rest where its bytes are. */
function renditions({ address }: ApiSite, asset: Asset): RenditionResource[] {
  const files = asset.renditions.map(
    ({ name, path, download, mediaType, bytes, width, height }): RenditionResource => ({
      name,
      href: address + (download ?? path),
      contentType: mediaType,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...(name === "original" && asset.duration !== undefined && { duration: asset.duration }),
      sizeInBytes: bytes,
      sha256: hashOf(path),
    }),
  );
  const shown = (name: string, path: string, contentType: string): RenditionResource => ({
    name,
    href: address + path,
    contentType,
    sha256: hashOf(path),
  });
  return [
    ...files,
    ...(asset.poster === undefined ? [] : [shown("poster", asset.poster, "image/jpeg")]),
    ...asset.captions.map(({ language, path }) => shown(`captions-${language}`, path, "text/vtt")),
  ];
}
