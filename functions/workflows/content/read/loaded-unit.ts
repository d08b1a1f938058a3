import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ContentCache } from "../../cache/content-cache.ts";
import type { CompileEvent } from "../../manifest.ts";
import { isKept } from "../../media/picture/picture-rendition.ts";
import { ownFiles, type UnitFolder } from "./content-tree.ts";
import { originalsNamedIn } from "./kit-originals.ts";
import { MediaFacts, mediaFacts } from "./media-file.ts";

/** A unit with the bytes of its YAML and language files, and the facts of every other file in its folder. */
export interface LoadedUnit extends UnitFolder {
  readonly texts: ReadonlyMap<string, Buffer>;
  readonly media: ReadonlyMap<string, MediaFacts>;
  /** Where files are that do not stand in the folder: originals, by the name under which kit.yaml lists them. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** Originals that are not on this machine, by that name. */
  readonly absent: ReadonlyMap<string, string>;
  /** Folder with the renditions of its pictures. */
  readonly renditions: string;
  readonly unreadable: readonly string[];
  /** Changes with any byte or name of the folder. */
  readonly contentHash: string;
}

/**
 * @param originals folder that holds originals under their SHA-256
 * @param report told of each file before it is read, but for the texts
 */
export async function loadUnit(
  folder: UnitFolder,
  cache: ContentCache,
  originals: string | undefined,
  report: (event: CompileEvent) => void = () => {},
): Promise<LoadedUnit> {
  const own = ownFiles(folder.kind);
  const texts = new Map<string, Buffer>();
  const media = new Map<string, MediaFacts>();
  const unreadable: string[] = [];
  const hash = createHash("sha256");
  for (const [done, name] of folder.files.entries()) {
    try {
      if (own.includes(name)) {
        const bytes = readFileSync(join(folder.path, name));
        texts.set(name, bytes);
        hash.update(`${name}\0${bytes.length}\0`).update(bytes);
      } else {
        report({ kind: "read", folder: folder.folder, name, done, of: folder.files.length });
        const facts = await cachedMedia(folder, name, cache);
        media.set(name, facts);
        hash.update(`${name}\0${facts.sha256}\0`);
      }
    } catch {
      unreadable.push(name);
      hash.update(`${name}\0unreadable\0`);
    }
  }
  const elsewhere = new Map<string, string>();
  const absent = new Map<string, string>();
  const named = folder.kind === "kit" ? originalsNamedIn(texts.get(own[0] ?? "")) : [];
  for (const { file, sha256 } of named) {
    const path = originals === undefined ? undefined : join(originals, sha256);
    const facts =
      path !== undefined && existsSync(path)
        ? await cachedMedia({ ...folder, path: originals ?? "" }, sha256, cache, file)
        : undefined;
    const isIt = facts?.sha256 === sha256; // a copy may share its bytes with a file that was edited since
    if (isIt && path !== undefined) {
      elsewhere.set(file, path);
      media.set(file, facts);
    } else absent.set(file, sha256);
    hash.update(`${file}\0${isIt ? sha256 : "absent"}\0`);
  }
  const { renditions } = cache;
  const contentHash = hash.digest("hex");
  return { ...folder, texts, media, elsewhere, absent, renditions, unreadable, contentHash };
}

/**
 * The facts of a media file, read again only when size, times or inode say that it may have changed, or when its
 * rendition is gone.
 * @param folder with its kind, if it is that of a unit
 * @param called what its type is told by, when that is not the name under which it is kept
 */
export async function cachedMedia(
  { folder, path, kind }: Pick<UnitFolder, "folder" | "path"> & Partial<Pick<UnitFolder, "kind">>,
  name: string,
  cache: ContentCache,
  called = name,
): Promise<MediaFacts> {
  const file = join(path, name);
  const { size, mtimeNs, ctimeNs, ino } = await stat(file, { bigint: true });
  const key = ["media", folder, name, called, size, mtimeNs, ctimeNs, ino].join(" ");
  const known = cache.get(key, MediaFacts);
  if (known && isStillMade(known, cache.renditions)) return known;
  const order = { name: kind === "kit" ? "thumbnail" : "web", folder: cache.renditions } as const;
  const facts = await mediaFacts({ path: file, called, bytes: Number(size) }, order);
  cache.set(key, facts);
  return facts;
}

const isStillMade = ({ sha256, rendition, converted }: MediaFacts, folder: string): boolean =>
  (!rendition || isKept(folder, sha256, rendition)) &&
  (converted === undefined || existsSync(join(folder, converted)));

/** Where the bytes of a file are from which all that is published of it is made. */
export function sourcePath(
  {
    path,
    media,
    elsewhere,
    renditions,
  }: Pick<LoadedUnit, "path" | "media" | "renditions"> & Partial<Pick<LoadedUnit, "elsewhere">>,
  file: string,
): string {
  const converted = media.get(file)?.converted;
  if (converted !== undefined) return join(renditions, converted);
  return elsewhere?.get(file) ?? join(path, file);
}
