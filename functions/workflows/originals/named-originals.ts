import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PLACES, readTree } from "../content/content-tree.ts";
import { originalsNamedIn } from "../content/kit-originals.ts";
import { Problems } from "../content/problem.ts";

/** An original that the content names, and the kit that does. */
export interface OriginalInUse {
  readonly sha256: string;
  /** Within the content directory: `media-kits/photos`. */
  readonly folder: string;
}

/**
 * All originals that kits of a content directory name, whatever else is wrong with it.
 * @throws Refusal `content-invalid` when there is no such directory
 */
export function namedOriginals(content: string): OriginalInUse[] {
  const { facts } = PLACES.kit;
  return readTree(content, new Problems())
    .units.filter(({ kind, files }) => kind === "kit" && files.includes(facts))
    .flatMap(({ folder, path }) =>
      originalsNamedIn(readFileSync(join(path, facts))).map(({ sha256 }) => ({ sha256, folder })),
    );
}
