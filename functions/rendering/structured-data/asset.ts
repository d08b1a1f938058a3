import { hashOf } from "../../domain/addresses.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import { type Asset, type AssetRendition, originalOf, thumbnailOf } from "../../domain/documents/kit.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Instant } from "../../domain/instant.ts";
import { localIso } from "../format/dates.ts";
import { isoDuration } from "../messages/duration.ts";
import { digitalSourceTerm } from "./digital-source-term.ts";
import type { JsonLdNode } from "./json-ld.ts";

/** A DigitalDocument alone has no bytes: `contentUrl` and its like are properties of MediaObject. */
const TYPES = {
  photograph: "ImageObject",
  graphic: "ImageObject",
  document: ["DigitalDocument", "MediaObject"],
  video: "VideoObject",
  audio: "AudioObject",
} as const satisfies Record<Asset["kind"], string | readonly string[]>;

/** The page of the kit on which a file stands. */
interface KitPage {
  /** With its page, from the second on: the anchor of the file is there. */
  readonly path: string;
  readonly zone: string;
  readonly publishAt: Instant;
  /** `publishAt` on the clock of the zone, told once: most files come with the kit. */
  readonly datePublished: string;
}

/**
 * A file with what image search shows beside a picture: who made it, how to credit it, its licence and where the
 * terms are told. `license` must be an address, so a licence without one points to the asset on the page. Of what shows
 * people who must not be found, no address of bytes is told.
 */
export function assetJsonLd(
  site: SiteDocument,
  { path, zone, publishAt, datePublished }: KitPage,
  asset: Asset,
): JsonLdNode {
  const onPage = `${site.address}${path}#${anchor("asset", asset.id)}`;
  const { creator, digitalSourceType, place, source } = asset;
  const isOfPerson = asset.kind === "photograph" && creator !== source;
  return {
    "@type": TYPES[asset.kind],
    "@id": onPage,
    name: asset.headline,
    description: asset.caption,
    url: onPage,
    ...(asset.protected ? {} : bytes(site, asset)),
    inLanguage: asset.language,
    dateCreated: asset.created,
    uploadDate: asset.publishAt === publishAt ? datePublished : localIso(asset.publishAt, zone),
    contentLocation: place && {
      "@type": "Place",
      name: place.name,
      address: { "@type": "PostalAddress", addressCountry: place.country },
    },
    digitalSourceType: digitalSourceType && digitalSourceTerm(digitalSourceType),
    creator: { "@type": isOfPerson ? "Person" : "Organization", name: creator },
    creditText: asset.credit,
    copyrightNotice: asset.copyright,
    license: asset.licence.url ?? onPage,
    acquireLicensePage: onPage,
    duration: asset.duration && isoDuration(asset.duration),
    transcript: asset.transcript,
  };
}

/** Where the bytes are: of a picture those for the web, which a search engine can show. */
function bytes({ address }: SiteDocument, asset: Asset): JsonLdNode {
  const shown = renditionForWeb(asset);
  const preview = asset.poster ?? thumbnailOf(asset)?.path;
  return {
    contentUrl: address + shown.path,
    thumbnailUrl: preview && address + preview,
    encodingFormat: shown.mediaType,
    contentSize: `${shown.bytes} B`,
    sha256: hashOf(shown.path),
    width: shown.width,
    height: shown.height,
    caption:
      asset.captions.length === 0
        ? undefined
        : asset.captions.map(({ language, path }) => ({
            "@type": "MediaObject",
            contentUrl: address + path,
            encodingFormat: "text/vtt",
            inLanguage: language,
          })),
  };
}

function renditionForWeb(asset: Asset): AssetRendition {
  return asset.renditions.find(({ name }) => name === "web-jpeg") ?? originalOf(asset);
}
