import type { Asset, KitDocument } from "../../domain/documents/kit.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import type { InLanguages } from "../../domain/rights.ts";
import type { NamedFile } from "./archived-file.ts";

/**
 * `manifest.json` of an archive: what README.txt says, for programs. Keys stand in this order always.
 *
 * @param files by the id of the asset, the original first
 */
export function archiveManifest(
  documents: ReadonlyMap<Language, KitDocument>,
  source: Language,
  files: ReadonlyMap<string, readonly NamedFile[]>,
): string {
  const kit = documents.get(source);
  if (!kit) throw new Error("A kit has a document in its own language.");
  const inLanguages = (text: (document: KitDocument) => string | undefined): InLanguages =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const document = documents.get(language);
        const said = document && text(document);
        return said === undefined ? [] : [[language, said]];
      }),
    );
  const manifest = {
    id: kit.id,
    language: source,
    title: inLanguages(({ title }) => title),
    published: kit.publishAt,
    assets: kit.assets.map((asset) => {
      const said = (text: (asset: Asset) => string | undefined) =>
        inLanguages(({ assets }) => {
          const same = assets.find(({ id }) => id === asset.id);
          return same && text(same);
        });
      return assetIn(asset, files.get(asset.id) ?? [], said);
    }),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function assetIn(
  asset: Asset,
  files: readonly NamedFile[],
  said: (text: (asset: Asset) => string | undefined) => InLanguages,
) {
  const described = files.map(({ name, mediaType, bytes, sha256 }) => ({
    file: name,
    mediaType,
    bytes,
    sha256,
  }));
  const [original, ...alongside] = described;
  const { place } = asset;
  return {
    id: asset.id,
    kind: asset.kind,
    ...original,
    language: asset.language,
    headline: said(({ headline }) => headline),
    caption: said(({ caption }) => caption),
    alt: said(({ alt }) => alt),
    credit: said(({ credit }) => credit),
    creator: asset.creator,
    source: said(({ source }) => source),
    copyright: asset.copyright,
    created: asset.created,
    place: place && { country: place.country, name: place.name && said((each) => each.place?.name) },
    digitalSourceType: asset.digitalSourceType,
    alterations: said(({ alterations }) => alterations),
    specialInstructions: said(({ specialInstructions }) => specialInstructions),
    licence: {
      id: asset.licence.id,
      name: said(({ licence }) => licence.name),
      url: asset.licence.url,
    },
    usageTerms: said(({ usageTerms }) => usageTerms),
    alongside,
  };
}
