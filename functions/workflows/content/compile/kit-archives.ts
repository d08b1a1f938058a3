import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Instant } from "../../../domain/instant.ts";
import { hashOfStream } from "../../archive/archive-hash.ts";
import { kitArchiveEntries } from "../../archive/kit-archive.ts";
import { publicArchive } from "../../archive/public-archive.ts";
import { type ZipEntry, type ZipLayout, zipLayout } from "../../archive/zip-layout.ts";
import type { ContentCache } from "../../cache/content-cache.ts";
import type { CompileWork } from "../../manifest.ts";
import { archiveFile, archiveNames } from "../read/download-names.ts";
import { dayIn } from "../read/local-time.ts";
import type { MadeArchive } from "./archive-downloads.ts";
import type { PlacedAsset } from "./compile-asset.ts";
import { type KitPublication, publishAtOf, zoneOf } from "./compile-publication.ts";
import { kitWith, placedAssets } from "./kit-document.ts";
import { intervalsAround, type KitInterval, offeredIn } from "./kit-intervals.ts";
import type { Archived } from "./objects/media-objects.ts";
import type { PreparedAsset } from "./prepare-assets.ts";

export interface MadeArchives {
  readonly archives: readonly MadeArchive[];
  /** When the last span for which there are archives begins, if another follows: then they are to be made anew. */
  readonly renewAt?: Instant;
}

const Known = v.object({ sha256: v.string() });

/** Makes the archives for now and for after the next change; an archive with the same content is not read again. */
export async function makeArchives(
  publication: KitPublication,
  prepared: ReadonlyMap<string, PreparedAsset>,
  cache: ContentCache,
  { now, withoutArchives, report, isHidden = () => false }: CompileWork,
): Promise<MadeArchives> {
  if (publication.facts.leaving) return { archives: [] };
  if (withoutArchives) return { archives: [], renewAt: now };
  const { media } = publication;
  const placed = placedAssets(publication, prepared).filter(
    ({ source }) => !filesOf(source).some((file) => isHidden(media.described(file).sha256)),
  );
  const intervals = intervalsAround(
    publishAtOf(publication),
    placed.map(({ times }) => times),
    now,
  );
  const wanted = intervals.flatMap((interval) => archivesIn(interval, offeredIn(placed, interval)));
  const archives: MadeArchive[] = [];
  for (const { name, interval, assets } of wanted) {
    const entries = entriesOf(publication, prepared, assets);
    const layout = zipLayout(entries, dayIn(publishAtOf(publication), zoneOf(publication)));
    const sha256 = await hashOf(layout, entries, cache);
    archives.push({ name, interval, archive: publicArchive(layout, sha256), ...heldOf(publication, assets) });
    const told = {
      kind: "prepared",
      folder: publication.slug,
      name: archiveFile(publication.slug, name),
    } as const;
    report?.({ ...told, done: archives.length, of: wanted.length });
  }
  const last = intervals.at(-1);
  return { archives, ...(intervals.length > 1 && last?.until && { renewAt: last.publishAt }) };
}

function heldOf({ media }: KitPublication, assets: readonly PlacedAsset[]): Archived {
  const files = assets.flatMap(({ source }) => filesOf(source));
  return {
    assets: assets.map(({ source }) => source.id),
    sources: [...new Set(files.map((file) => media.described(file).sha256))],
    people: assets.some(({ source }) => source.people),
  };
}

/** Files of the content that stand in an archive for an asset. */
function filesOf({ file, poster, captions = {} }: PlacedAsset["source"]): string[] {
  return [file, ...(poster === undefined ? [] : [poster]), ...Object.values(captions)];
}

function archivesIn(interval: KitInterval, assets: PlacedAsset[]) {
  if (assets.length === 0) return [];
  const photographs = assets.filter(({ source }) => source.kind === "photograph");
  const held = { kit: assets, photographs };
  return archiveNames(assets.map(({ source }) => source.kind)).map((name) => ({
    name,
    interval,
    assets: held[name],
  }));
}

function entriesOf(
  publication: KitPublication,
  prepared: ReadonlyMap<string, PreparedAsset>,
  assets: readonly PlacedAsset[],
): ZipEntry[] {
  const { slug, facts, texts } = publication;
  const documents = new Map(
    [...texts.keys()].map((language) => [language, kitWith(publication, assets, language)]),
  );
  return kitArchiveEntries({ slug, source: facts.source, documents, prepared });
}

/**
 * SHA-256 of an archive, remembered by what it holds: the entries that are text tell the hash of every other one, so
 * they stand for all.
 */
async function hashOf(layout: ZipLayout, entries: readonly ZipEntry[], cache: ContentCache): Promise<string> {
  const content = createHash("sha256");
  for (const { name, bytes, content: held } of entries) {
    content.update(`${name}\0${bytes}\0`);
    if ("data" in held) content.update(held.data);
  }
  const key = ["archive", layout.bytes, content.digest("hex")].join(" ");
  const known = cache.get(key, Known);
  if (known) return known.sha256;
  const made = await hashOfStream(layout.open);
  cache.set(key, made);
  return made.sha256;
}
