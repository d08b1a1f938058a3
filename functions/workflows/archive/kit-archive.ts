import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Asset, AssetRendition, KitDocument } from "../../domain/documents/kit.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { readmeText } from "../../rendering/archive/readme-text.ts";
import { archiveManifest } from "./archive-manifest.ts";
import type { ArchivedFile, NamedFile } from "./archived-file.ts";
import type { ZipEntry } from "./zip-layout.ts";

/** What an archive takes of an asset: of the renditions the original alone, since the others are made of it. */
export interface ArchivedAsset {
  readonly renditions: ReadonlyMap<AssetRendition["name"], ArchivedFile>;
  readonly poster?: ArchivedFile;
  readonly captions?: ReadonlyMap<Language, ArchivedFile>;
}

/** A kit as an archive holds it: with the assets that are to be in it, and no others. */
export interface ArchivedKit {
  readonly slug: string;
  /** In which it was written; README.txt is in it. */
  readonly source: Language;
  /** With all assets, not those of one page. */
  readonly documents: ReadonlyMap<Language, KitDocument>;
  /** By the id of the asset. */
  readonly prepared: ReadonlyMap<string, ArchivedAsset>;
}

/**
 * What the archive of a kit holds, all in one folder named after the kit: the files of its assets; `README.txt`, and
 * `README.{language}.txt` for every other language; `manifest.json`, the same for programs; `SHA256SUMS`, which
 * `sha256sum -c SHA256SUMS` takes. Nothing in it depends on where the newsroom is served, on this machine or on the day.
 */
export function kitArchiveEntries({ slug, source, documents, prepared }: ArchivedKit): ZipEntry[] {
  const kit = documents.get(source);
  if (!kit) throw new Error(`The kit ${slug} has no document in its own language.`);
  const files = new Map(kit.assets.map((asset) => [asset.id, filesOf(asset, prepared.get(asset.id))]));
  const alongside = new Map([...files].map(([id, [, ...others]]) => [id, others.map(({ name }) => name)]));
  const texts = LANGUAGES.flatMap((language) => {
    const document = documents.get(language);
    const name = language === source ? "README.txt" : `README.${language}.txt`;
    return document ? [textFile(name, readmeText(document, alongside))] : [];
  });
  const told = [...texts, textFile("manifest.json", archiveManifest(documents, source, files))];
  const held = [...files.values()].flat();
  const sums = [...held, ...told]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`) // as GNU writes it: two spaces
    .join("");
  return [
    ...held.map(({ name, bytes, crc32, file }) => ({ name, bytes, crc32, content: { file } })),
    ...[...told, textFile("SHA256SUMS", sums)].map(({ name, data }) => ({
      name,
      bytes: data.length,
      crc32: crc32(data),
      content: { data },
    })),
  ].map((entry) => ({ ...entry, name: `${slug}/${entry.name}` }));
}

/** The original first, then what goes with it. */
function filesOf(asset: Asset, prepared: ArchivedAsset | undefined): NamedFile[] {
  const original = prepared?.renditions.get("original");
  const { mediaType } = asset.renditions.find(({ name }) => name === "original") ?? {};
  if (!prepared || !original || mediaType === undefined)
    throw new Error(`The original of ${asset.id} was not prepared.`);
  const stem = asset.file.replace(/\.[^.]*$/, "");
  return [
    { ...original, name: asset.file, mediaType },
    ...[...(prepared.captions ?? [])].map(([language, captions]) => ({
      ...captions,
      name: `${stem}.${language}.vtt`,
      mediaType: "text/vtt",
    })),
    ...(prepared.poster ? [{ ...prepared.poster, name: `${stem}-poster.jpg`, mediaType: "image/jpeg" }] : []),
  ];
}

function textFile(name: string, text: string): { name: string; sha256: string; data: Buffer } {
  const data = Buffer.from(text);
  return { name, data, sha256: createHash("sha256").update(data).digest("hex") };
}
