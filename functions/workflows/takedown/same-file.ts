import { hashOf } from "../../domain/addresses.ts";
import type { HeldFile } from "./held-files.ts";

/** Everything that is one file: what it was made of, and what was made of it. */
export interface SameFile {
  /** SHA-256 of files of the content and of published bytes. */
  readonly hashes: ReadonlySet<string>;
  /** Its objects, under every window and every name. */
  readonly objects: readonly HeldFile[];
  /** Archives that hold it. */
  readonly archives: readonly HeldFile[];
}

/**
 * All that is the same file as what some hashes name. A picture leads to the file that it was made of, and from there to
 * every other picture that was; bytes of which 0.1 noted no sources, to all that was made of their asset.
 *
 *     hash -> objects with these bytes, or made of them -> what those were made of -> ... until nothing is added
 *
 * @param hashes of files of the content or of published bytes
 */
export function sameFile(hashes: Iterable<string>, held: readonly HeldFile[]): SameFile {
  const files = held.filter(({ key }) => !isArchive(key));
  const known = new Set(hashes);
  const objects = new Set<HeldFile>();
  const assets = new Set<string>();
  for (let before = -1; before < objects.size + known.size; ) {
    before = objects.size + known.size;
    for (const file of files) {
      const { sources } = file;
      const own = hashOf(`/${file.key}`);
      const isIt =
        known.has(own) ||
        sources?.some((hash) => known.has(hash)) ||
        (!sources && assetsOf(file).some((asset) => assets.has(asset)));
      if (!isIt) continue;
      objects.add(file);
      for (const hash of [own, ...(sources ?? [])]) known.add(hash);
      if (!sources) for (const asset of assetsOf(file)) assets.add(asset);
    }
  }
  const shown = new Set([...objects].flatMap(assetsOf));
  const archives = held.filter(
    (file) =>
      isArchive(file.key) &&
      (file.sources?.some((hash) => known.has(hash)) ?? assetsOf(file).some((asset) => shown.has(asset))),
  );
  return { hashes: known, objects: files.filter((file) => objects.has(file)), archives };
}

/** Archives are made of other files, which is why they are never kept and lead to nothing. */
export const isArchive = (key: string): boolean => key.endsWith(".zip");

const assetsOf = ({ unit, assets }: HeldFile): string[] => assets.map((asset) => `${unit} ${asset}`);
