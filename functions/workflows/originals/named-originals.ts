import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problems } from "../../domain/content/problem.ts";
import { KINDS } from "../../domain/kinds.ts";
import { readTree } from "../content/read/content-tree.ts";

/** An original that the content names, and the kit that does. */
export interface OriginalInUse {
  readonly sha256: string;
  /** Within the content directory: `media-kits/photos`. */
  readonly folder: string;
}

/** As text, since an original is named even where the file around it is not sound yet. */
const NAMED = /\boriginal:\s*["']?([0-9a-f]{64})\b/g;

/**
 * All originals that kits of a content directory name, whatever is wrong with these.
 * @throws Refusal `content-invalid` when there is no such directory
 */
export function namedOriginals(content: string): OriginalInUse[] {
  const { facts } = KINDS.kit;
  return readTree(content, new Problems())
    .units.filter(({ kind, files }) => kind === "kit" && files.includes(facts))
    .flatMap(({ folder, path }) =>
      [...readFileSync(join(path, facts), "utf8").matchAll(NAMED)].map(([, sha256 = ""]) => ({
        sha256,
        folder,
      })),
    );
}
