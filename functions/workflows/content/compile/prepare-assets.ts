import type { AssetRendition } from "../../../domain/documents/kit.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { Refusal } from "../../../domain/refusal.ts";
import type { ContentCache } from "../../cache/content-cache.ts";
import { inFlight } from "../../in-flight.ts";
import type { CompileWork } from "../../manifest.ts";
import { type FileOrder, type PreparedFile, preparedFile } from "../../media/prepare-file.ts";
import { organisationIn } from "../index/compile-context.ts";
import { baseName } from "../read/base-name.ts";
import { type LoadedUnit, sourcePath } from "../read/loaded-unit.ts";
import type { KitPublication } from "./compile-publication.ts";
import { rightsOf } from "./rights-of-asset.ts";

type AssetSource = KitPublication["facts"]["assets"][number];

/** The files that are published of one asset: cleaned, and with its rights in each of them. */
export interface PreparedAsset {
  readonly renditions: ReadonlyMap<AssetRendition["name"], PreparedFile>;
  /** Of a video: its still, for the page and for the archive. */
  readonly poster?: PreparedFile;
  /** WebVTT, as it is. */
  readonly captions: ReadonlyMap<Language, PreparedFile>;
}

/** Assets at once: sharp and exiftool are busy on a core each. */
const AT_ONCE = 2;

/**
 * Makes the files of every asset, or takes those that were made of the same original by the same recipe for the same
 * words: of five hundred photographs of which one has a new caption, one is made.
 *
 * @throws Refusal `content-invalid` when a file cannot be cleaned
 */
export async function prepareAssets(
  publication: KitPublication,
  unit: LoadedUnit,
  cache: ContentCache,
  { report, signal }: CompileWork,
): Promise<ReadonlyMap<string, PreparedAsset>> {
  const { assets } = publication.facts;
  const prepared = new Map<string, PreparedAsset>();
  const prepare = async (asset: AssetSource) => {
    prepared.set(asset.id, await prepareAsset(publication, unit, cache, asset));
    const told = { kind: "prepared", folder: unit.folder, name: asset.file } as const;
    report?.({ ...told, done: prepared.size, of: assets.length });
  };
  await inFlight(assets, AT_ONCE, prepare, signal);
  return prepared;
}

async function prepareAsset(
  publication: KitPublication,
  unit: LoadedUnit,
  cache: ContentCache,
  asset: AssetSource,
): Promise<PreparedAsset> {
  const rights = rightsIn(publication, asset);
  const prepare = async (file: string, name: FileOrder["name"]) => {
    const { sha256, mediaType, width, height } = factsOf(unit, file);
    const path = sourcePath(unit, file);
    const size = width !== undefined && height !== undefined ? { width, height } : {};
    const made = await preparedFile({ path, original: sha256, mediaType, name, rights, ...size }, cache);
    if ("problem" in made) throw unfit(unit, file, made);
    return made;
  };
  const renditions = new Map<AssetRendition["name"], PreparedFile>();
  renditions.set("original", await prepare(asset.file, "original"));
  const isBitmap = factsOf(unit, asset.file).picture === "bitmap";
  if (isBitmap)
    for (const name of ["web-jpeg", "web-webp"] as const)
      renditions.set(name, await prepare(asset.file, name));
  const seen = isBitmap ? asset.file : asset.poster;
  if (seen !== undefined) renditions.set("thumbnail", await prepare(seen, "thumbnail"));
  const poster = asset.poster === undefined ? undefined : await prepare(asset.poster, "web-jpeg");
  const captions = new Map<Language, PreparedFile>();
  for (const language of LANGUAGES) {
    const file = asset.captions?.[language];
    if (file !== undefined) captions.set(language, await prepare(file, "original"));
  }
  return { renditions, ...(poster && { poster }), captions };
}

function rightsIn({ facts, texts, context }: KitPublication, asset: AssetSource) {
  const said = new Map(
    [...texts].flatMap(([language, { words }]) => {
      const text = words.assets[asset.id];
      return text ? [[language, text] as const] : [];
    }),
  );
  const { licences } = context;
  const organisation = organisationIn(context);
  return rightsOf(asset, { language: facts.source, said, licences, organisation });
}

function factsOf({ media, folder }: LoadedUnit, file: string) {
  const facts = media.get(file);
  if (!facts) throw new Error(`${folder}/${file} was not read`);
  return facts;
}

function unfit(
  { folder }: LoadedUnit,
  file: string,
  { problem, expected }: { problem: string; expected: string },
) {
  return new Refusal(
    "content-invalid",
    400,
    `${folder}/${baseName(file)}: ${problem}; expected ${expected}.`,
    "Nothing of this kit was published. Correct the file, then run the command again.",
  );
}
