import * as v from "valibot";
import { expect } from "vitest";
import { NewsroomDocument } from "../../../functions/domain/documents/document.ts";
import type { ManifestDocument, ManifestUnit } from "../../../functions/workflows/manifest.ts";
import { contentFolder, openFolder } from "./content.ts";
import type { ContentFiles } from "./small-newsroom.ts";

/** One folder of the small newsroom, compiled. */
export async function compiled(folder: string, changes: ContentFiles = {}): Promise<ManifestUnit> {
  return compiledIn(await contentFolder(changes), folder);
}

/** One folder of a content directory, compiled. */
export async function compiledIn(
  directory: string,
  folder: string,
  id?: string,
  cache?: string,
): Promise<ManifestUnit> {
  const { manifest, problems } = await openFolder(directory, cache === undefined ? {} : { cache });
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  const unit = manifest?.units.find((each) => each.folder === folder && (id === undefined || each.id === id));
  if (!unit) throw new Error(`There is no unit in ${folder}`);
  return unit.compile();
}

export function documentAt(unit: ManifestUnit, path: string): ManifestDocument {
  const document = unit.documents.find((each) => each.path === path);
  if (!document) throw new Error(`${unit.folder} has no ${path}`);
  return document;
}

/** The document at a path, which must be one that readers can parse. */
export function bodyAt(unit: ManifestUnit, path: string): NewsroomDocument {
  const [head] = documentAt(unit, path).items;
  return v.parse(NewsroomDocument, JSON.parse(head?.body ?? ""));
}
