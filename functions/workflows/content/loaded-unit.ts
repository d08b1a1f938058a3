import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ContentCache } from "./content-cache.ts";
import { ownFiles, type UnitFolder } from "./content-tree.ts";
import { MediaFacts, mediaFacts } from "./media-file.ts";

/** A unit with the bytes of its YAML and language files, and the facts of every other file in its folder. */
export interface LoadedUnit extends UnitFolder {
  readonly texts: ReadonlyMap<string, Buffer>;
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly unreadable: readonly string[];
  /** Changes with any byte or name of the folder. */
  readonly contentHash: string;
}

export async function loadUnit(folder: UnitFolder, cache: ContentCache): Promise<LoadedUnit> {
  const own = ownFiles(folder.kind);
  const texts = new Map<string, Buffer>();
  const media = new Map<string, MediaFacts>();
  const unreadable: string[] = [];
  const hash = createHash("sha256");
  for (const name of folder.files) {
    try {
      if (own.includes(name)) {
        const bytes = readFileSync(join(folder.path, name));
        texts.set(name, bytes);
        hash.update(`${name}\0${bytes.length}\0`).update(bytes);
      } else {
        const facts = await cachedMedia(folder, name, cache);
        media.set(name, facts);
        hash.update(`${name}\0${facts.sha256}\0`);
      }
    } catch {
      unreadable.push(name);
      hash.update(`${name}\0unreadable\0`);
    }
  }
  return { ...folder, texts, media, unreadable, contentHash: hash.digest("hex") };
}

/** The facts of a media file, read again only when size, times or inode say that it may have changed. */
export async function cachedMedia(
  { folder, path }: Pick<UnitFolder, "folder" | "path">,
  name: string,
  cache: ContentCache,
): Promise<MediaFacts> {
  const file = join(path, name);
  const { size, mtimeNs, ctimeNs, ino } = await stat(file, { bigint: true });
  const key = ["media", folder, name, size, mtimeNs, ctimeNs, ino].join(" ");
  const known = cache.get(key, MediaFacts);
  if (known) return known;
  const facts = await mediaFacts(file, Number(size));
  cache.set(key, facts);
  return facts;
}
