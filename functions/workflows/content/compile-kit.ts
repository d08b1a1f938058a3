import { apiPath, downloadPath } from "../../domain/addresses.ts";
import type { KitSource, KitText } from "../../domain/content/kit-source.ts";
import { ASSETS_PER_PAGE, type Asset, type KitDocument, type Licence } from "../../domain/documents/kit.ts";
import type { PlacedOwnTimes } from "../../domain/documents/kit-times.ts";
import type { KitEntry } from "../../domain/documents/listing.ts";
import { type Instant, latest } from "../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import type { NewsroomItem } from "../../storage/item.ts";
import { partKey } from "../../storage/keys.ts";
import { bodyHash, item } from "../../storage/parts.ts";
import type { ManifestDocument } from "../manifest.ts";
import { baseName } from "./base-name.ts";
import { type Compiled, changeOf, documentOf, entryOf, instantIn } from "./compilation.ts";
import {
  entryPartsOf,
  type Publication,
  pointerOf,
  publicationPartsOf,
  publicationSitemap,
  publishAtOf,
  shownIn,
  untranslatedOf,
  wordsIn,
  zoneOf,
} from "./compile-publication.ts";

export type KitPublication = Publication<KitText> & { readonly facts: KitSource };

/** A kit's document with all its assets, before they are spread over pages. */
type WholeKit = KitDocument;

export function compileKit(publication: KitPublication): Compiled {
  const { facts, texts } = publication;
  const kits = new Map<Language, WholeKit>();
  for (const language of texts.keys()) kits.set(language, wholeKit(publication, language));
  const source = shownIn(kits, facts.source, facts.source);
  return {
    documents: [
      ...LANGUAGES.map((language) => kitIn(publication, kits, language)),
      pointerOf(publication),
      ...source.assets.map((asset) =>
        documentOf({
          kind: "download",
          path: asset.download,
          publishAt: asset.publishAt,
          ...(asset.until && { until: asset.until }),
          to: asset.path,
        }),
      ),
    ],
    media: publication.media.all,
    sitemap: [publicationSitemap(publication, source)],
  };
}

function wholeKit(publication: KitPublication, language: Language): WholeKit {
  const { facts } = publication;
  const assets = facts.assets.map((asset) => assetIn(publication, asset, language));
  const ownTimes = ownTimesOf(assets, publishAtOf(publication));
  return {
    kind: "kit",
    ...publicationPartsOf(publication, language),
    assetCount: assets.length,
    totalBytes: assets.reduce((sum, asset) => sum + asset.bytes, 0),
    ...(ownTimes.length > 0 && { ownTimes }),
    assets,
  };
}

/** What comes later than the kit or goes again, in the order of the first file with the same times. */
function ownTimesOf(assets: readonly Asset[], kitFrom: Instant): PlacedOwnTimes[] {
  const found = new Map<string, PlacedOwnTimes>();
  assets.forEach(({ publishAt, until, bytes }, position) => {
    if (publishAt === kitFrom && until === undefined) return;
    const times = `${publishAt} ${until ?? ""}`;
    const { assetCount = 0, totalBytes = 0, at = [] } = found.get(times) ?? {};
    found.set(times, {
      publishAt,
      ...(until && { until }),
      assetCount: assetCount + 1,
      totalBytes: totalBytes + bytes,
      at: [...at, position],
    });
  });
  return [...found.values()];
}

/** From when and until when an asset is shown: never before its kit. */
function timesOf(
  publication: KitPublication,
  { publishAt, until }: KitSource["assets"][number],
): { publishAt: Instant; until?: Instant } {
  const zone = zoneOf(publication);
  const kitFrom = publishAtOf(publication);
  const from = publishAt === undefined ? kitFrom : latest([kitFrom, instantIn(publishAt, zone)]);
  return { publishAt: from ?? kitFrom, ...(until !== undefined && { until: instantIn(until, zone) }) };
}

/** The files of an asset. Those of a draft are public at no time, so none has times of its own. */
function mediaOf(publication: KitPublication, { publishAt, until }: ReturnType<typeof timesOf>) {
  const { facts, media } = publication;
  const own = publishAt !== publishAtOf(publication) || until !== undefined;
  return own && !facts.draft ? media.within({ from: publishAt, until }) : media;
}

function assetIn(publication: KitPublication, asset: KitSource["assets"][number], language: Language): Asset {
  const { slug, surroundings } = publication;
  const times = timesOf(publication, asset);
  const media = mediaOf(publication, times);
  const said = wordsIn(publication, language).words.assets[asset.id];
  if (!said) throw new Error(`There are no words for ${asset.id}`);
  const { path, mediaType, bytes, sha256, width, height } = media.downloaded(asset.file);
  const { id, kind, creator, created, alterations, poster } = asset;
  const { headline, caption, alt, credit, transcript } = said;
  const thumbnail = media.rendition(poster ?? asset.file, "thumbnail");
  return {
    id,
    file: baseName(asset.file),
    kind,
    ...(asset.language && { language: asset.language }),
    mediaType,
    bytes,
    sha256,
    ...(width !== undefined && height !== undefined && { width, height }),
    download: downloadPath(slug, baseName(asset.file)),
    path,
    headline,
    caption,
    ...(alt !== undefined && { alt }),
    credit,
    creator,
    created,
    ...(alterations !== undefined && { alterations }),
    licence: licenceIn(surroundings.licences, asset.licence, language),
    ...(transcript !== undefined && { transcript }),
    captions: LANGUAGES.flatMap((each) => {
      const file = asset.captions?.[each];
      return file === undefined ? [] : [{ language: each, path: media.shown(file).path }];
    }),
    ...(poster !== undefined && { poster: media.shown(poster).path }),
    ...(thumbnail && { thumbnail }),
    ...times,
  };
}

function licenceIn(
  licences: KitPublication["surroundings"]["licences"],
  id: string,
  language: Language,
): Licence {
  const licence = licences.find((each) => each.id === id);
  if (!licence) throw new Error(`There is no licence ${id}`);
  const { name, url, terms } = licence;
  return { id, name: name[language], ...(url !== undefined && { url }), terms: terms[language] };
}

function kitIn(
  publication: KitPublication,
  kits: ReadonlyMap<Language, WholeKit>,
  language: Language,
): ManifestDocument {
  const { facts } = publication;
  const kit = kits.get(language);
  const shown = shownIn(kits, language, facts.source);
  const { assetCount, totalBytes, ownTimes } = shown;
  const listed: KitEntry = {
    kind: "kit",
    ...entryPartsOf(shown),
    assetCount,
    totalBytes,
    ...(ownTimes && { ownTimes: ownTimes.map(({ at: _, ...times }) => times) }),
  };
  const items = [entryOf(language, "kits", facts.id, listed)];
  const changes = [changeOf(language, "changes:kits", facts.id, listed)];
  if (!kit) return documentOf(untranslatedOf(publication, language), { items, changes });
  const { document, parts } = inPages(kit);
  return documentOf(document, { items, changes, parts, alsoAt: [apiPath("kits", facts.id)] });
}

/** Keeps the first page of assets in the document and puts every further one into a part. */
function inPages(kit: WholeKit): { document: KitDocument; parts: NewsroomItem[] } {
  if (kit.assets.length <= ASSETS_PER_PAGE) return { document: kit, parts: [] };
  const pages: Asset[][] = [];
  for (let start = 0; start < kit.assets.length; start += ASSETS_PER_PAGE)
    pages.push(kit.assets.slice(start, start + ASSETS_PER_PAGE));
  const [first = [], ...further] = pages;
  const hash = bodyHash(JSON.stringify(further));
  return {
    document: { ...kit, assets: first, pages: { hash, count: pages.length } },
    parts: further.map((assets, i) =>
      item(partKey(kit.path, hash, i + 2), JSON.stringify(assets), kit.publishAt),
    ),
  };
}
