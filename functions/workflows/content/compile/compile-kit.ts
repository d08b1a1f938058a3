import { apiPath, downloadPath } from "../../../domain/addresses.ts";
import type { KitDocument } from "../../../domain/documents/kit.ts";
import type { KitEntry } from "../../../domain/documents/listing.ts";
import { latestOf } from "../../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { nameUuid } from "../../../domain/name-uuid.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { windowOf } from "../read/shown-times.ts";
import { archiveDownloads, archivesOf, type MadeArchive } from "./archive-downloads.ts";
import { type Compiled, changeOf, documentOf, entryOf } from "./compilation.ts";
import { downloadsOf } from "./compile-asset.ts";
import {
  entryPartsOf,
  type KitPublication,
  pointerOf,
  publicationSitemap,
  publishAtOf,
  shownIn,
  untranslatedOf,
} from "./compile-publication.ts";
import { kitWith, placedAssets } from "./kit-document.ts";
import { type CompleteKit, inPages } from "./kit-pages.ts";
import type { PreparedAsset } from "./prepare-assets.ts";

/** Compiles a kit of which every file was prepared. */
export function compileKit(
  publication: KitPublication,
  prepared: ReadonlyMap<string, PreparedAsset>,
  archives: readonly MadeArchive[],
): Compiled {
  const { facts, texts } = publication;
  const placed = placedAssets(publication, prepared);
  const offered = archivesOf(publication, archives);
  const kits = new Map<Language, CompleteKit>();
  for (const language of texts.keys())
    kits.set(language, { ...kitWith(publication, placed, language), archives: offered });
  const source = shownIn(kits, facts.source, facts.source);
  return {
    documents: [
      ...LANGUAGES.map((language) => kitIn(publication, kits, language)),
      pointerOf(publication),
      ...placed.flatMap(downloadsOf),
      ...archiveDownloads(offered),
      ...takenDownDocuments(publication),
    ],
    media: publication.media.all,
    sitemap: [publicationSitemap(publication, source)],
    assetWindows: new Map(placed.map(({ source: { id }, times }) => [id, windowOf(times)])),
  };
}

/** In the feed of all releases, since a copy may be with anyone who reads it. */
function takedownNotices(
  publication: KitPublication,
  { takenDown = [], path, publishAt, zone, language: shownIn }: KitDocument,
  language: Language,
): NewsroomItem[] {
  return takenDown.map(({ id: asset, at: leftAt }) => {
    const id = nameUuid(publication.facts.id, `takedown ${asset}`);
    return entryOf(language, "feed", id, {
      kind: "takedown",
      id: publication.facts.id,
      entryId: nameUuid(id, language),
      language: shownIn,
      path,
      asset,
      leftAt,
      publishAt: latestOf(leftAt, publishAt),
      zone,
    });
  });
}

/** Whoever asks for a file that was taken down is told that it is gone, and nothing else. */
function takenDownDocuments(publication: KitPublication): ManifestDocument[] {
  const { slug, facts } = publication;
  const publishAt = publishAtOf(publication);
  return (facts.takenDown ?? []).flatMap(({ files }) =>
    files.map((file) => documentOf({ kind: "gone", path: downloadPath(slug, file), publishAt })),
  );
}

function kitIn(
  publication: KitPublication,
  kits: ReadonlyMap<Language, CompleteKit>,
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
  const items = [
    entryOf(language, "kits", facts.id, listed),
    ...takedownNotices(publication, shown, language),
  ];
  const changes = [changeOf(language, "changes:kits", facts.id, listed)];
  if (!kit) return documentOf(untranslatedOf(publication, language), { items, changes });
  const { document, parts } = inPages(kit);
  return documentOf(document, { items, changes, parts, alsoAt: [apiPath("kits", facts.id)] });
}
