import { downloadPath } from "../../../domain/addresses.ts";
import type { KitSource } from "../../../domain/content/kit-source.ts";
import type { Asset, AssetRendition, Licence } from "../../../domain/documents/kit.ts";
import type { DownloadDocument } from "../../../domain/documents/signpost.ts";
import type { Language } from "../../../domain/language.ts";
import type { ManifestDocument } from "../../manifest.ts";
import type { PreparedFile } from "../../media/prepare-file.ts";
import { organisationIn } from "../index/compile-context.ts";
import { baseName, stemOf } from "../read/base-name.ts";
import { downloadNames, offeredName } from "../read/download-names.ts";
import type { ShownTimes } from "../read/shown-times.ts";
import { documentOf } from "./compilation.ts";
import type { KitPublication } from "./compile-publication.ts";
import { textIn } from "./compile-publication.ts";
import type { PreparedAsset } from "./prepare-assets.ts";
import { copyrightOf } from "./rights-of-asset.ts";

type AssetSource = KitSource["assets"][number];

/** An asset with its files in the bucket: what it is in every language. */
export interface PlacedAsset {
  readonly source: AssetSource;
  readonly times: ShownTimes;
  readonly renditions: readonly AssetRendition[];
  readonly captions: Asset["captions"];
  readonly poster: string | undefined;
}

/** Puts the files of an asset into the bucket, each once and in the window of the asset. */
export function placeAsset(
  publication: KitPublication,
  source: AssetSource,
  { renditions, poster, captions }: PreparedAsset,
  times: ShownTimes,
): PlacedAsset {
  const { slug, media } = publication;
  const isBitmap = renditions.has("web-jpeg");
  const names = downloadNames(source.file, isBitmap);
  const isListed = !source.consent?.protected;
  const own = media.within(times);
  const place = (name: AssetRendition["name"], prepared: PreparedFile): AssetRendition => {
    const download = names.get(name);
    const file = download ?? `${stemOf(baseName(source.file))}-${name}.webp`;
    const { mediaType, bytes, width, height } = prepared;
    const isPreview =
      isListed && (name === "web-jpeg" || (name === "original" && mediaType === "image/svg+xml"));
    const path = own.prepared(prepared, file, {
      asset: source.id,
      attached: download !== undefined,
      isPreview,
      of: media.described(name === "thumbnail" && !isBitmap ? (source.poster ?? source.file) : source.file)
        .sha256,
      people: source.people,
    });
    return {
      name,
      mediaType,
      bytes,
      ...(width !== undefined && height !== undefined && { width, height }),
      path,
      ...(download !== undefined && { download: downloadPath(slug, download) }),
    };
  };
  const still = {
    asset: source.id,
    attached: false,
    isPreview: isListed,
    of: media.described(source.poster ?? source.file).sha256,
    people: source.people,
  };
  return {
    source,
    times,
    renditions: [...renditions].map(([name, prepared]) => place(name, prepared)),
    captions: [...captions].map(([language, made]) => {
      const file = source.captions?.[language] ?? source.file;
      const of = media.described(file).sha256;
      return { language, path: own.prepared(made, baseName(file), { ...still, isPreview: false, of }) };
    }),
    poster: poster && own.prepared(poster, `${stemOf(baseName(source.file))}-poster.jpg`, still),
  };
}

/** The asset as the kit tells of it in one language. */
export function assetIn(publication: KitPublication, placed: PlacedAsset, language: Language): Asset {
  const { source, times, renditions, captions, poster } = placed;
  const { id, kind, people, creator, created, place, digitalSourceType, consent } = source;
  const { licences } = publication.context;
  const said = textIn(publication, language).words.assets[id];
  if (!said) throw new Error(`There are no words for ${id}`);
  const licence = licenceIn(licences, source.licence, language);
  const { duration } = publication.media.described(source.file);
  const { headline, caption, alt, credit, alterations, specialInstructions, transcript } = said;
  return {
    id,
    file: offeredName(source.file),
    kind,
    ...(source.language && { language: source.language }),
    renditions: [...renditions],
    ...(duration !== undefined && { duration }),
    headline,
    caption,
    ...(alt !== undefined && { alt }),
    credit,
    creator,
    source: source.source ?? organisationIn(publication.context)[language],
    copyright: copyrightOf(source, licence),
    created,
    ...(place && {
      place: { country: place.country, ...(place.name && { name: place.name[language] }) },
    }),
    ...(digitalSourceType && { digitalSourceType }),
    ...(alterations !== undefined && { alterations }),
    ...(specialInstructions !== undefined && { specialInstructions }),
    licence,
    usageTerms: said.usageTerms ?? licence.terms,
    ...(transcript !== undefined && { transcript }),
    captions: [...captions],
    ...(poster !== undefined && { poster }),
    people,
    ...(consent?.protected && { protected: true as const }),
    ...times,
  };
}

/** `/downloads/{kit}/{file}` of every file of an asset that one can have. */
export function downloadsOf({ renditions, times }: PlacedAsset): ManifestDocument[] {
  return renditions.flatMap(({ name, download, path }) => {
    if (download === undefined || name === "thumbnail") return [];
    return [downloadDocument(download, name, [{ ...times, to: path }])];
  });
}

/** @param targets in the order of time, at least one */
export function downloadDocument(
  path: string,
  rendition: DownloadDocument["rendition"],
  targets: DownloadDocument["targets"],
): ManifestDocument {
  const first = targets[0];
  const last = targets.at(-1);
  if (!first || !last) throw new Error(`${path} leads nowhere`);
  return documentOf({
    kind: "download",
    path,
    publishAt: first.publishAt,
    ...(last.until !== undefined && { until: last.until }),
    rendition,
    targets,
  });
}

function licenceIn(licences: KitPublication["context"]["licences"], id: string, language: Language): Licence {
  const licence = licences.find((each) => each.id === id);
  if (!licence) throw new Error(`There is no licence ${id}`);
  const { name, url, terms } = licence;
  return { id, name: name[language], ...(url !== undefined && { url }), terms: terms[language] };
}
