import { Problems } from "../../domain/content/problem.ts";
import type { UnitKind } from "../../domain/kinds.ts";
import { ownFiles, readTree } from "../content/read/content-tree.ts";

/** Where what stands beside site.yaml belongs. */
export const SITE_PLACE = "site.yaml";

/** A folder of content, or the files beside site.yaml. */
export interface ContentFolder {
  readonly folder: string;
  /** Folder of its files, within the content directory. */
  readonly path: string;
  readonly kind: UnitKind | "site";
  readonly files: readonly string[];
}

export function placesOf(content: string): ContentFolder[] {
  const { units, rootFiles } = readTree(content, new Problems());
  const site: ContentFolder = { folder: SITE_PLACE, path: "", kind: "site", files: rootFiles };
  return [site, ...units.map(({ folder, kind, files }) => ({ folder, path: folder, kind, files }))];
}

/** The name of the folder itself, which stands in addresses; empty beside site.yaml. */
export function slugOf({ path }: Pick<ContentFolder, "path">): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Files whose names somebody chose: those of texts and facts are ours. */
export function chosenNames({ kind, files }: ContentFolder): string[] {
  const ours = kind === "site" ? [SITE_PLACE] : ownFiles(kind);
  return files.filter((file) => !ours.includes(file));
}
