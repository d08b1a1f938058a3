import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Detail } from "../../domain/detail.ts";
import { PLACES, readTree, type UnitKind } from "../content/content-tree.ts";
import { Problems } from "../content/problem.ts";
import { EVENT, KIT, PAGE, RELEASE, SITE } from "../content/source-files.ts";
import type { Schema } from "../content/source-schema.ts";
import {
  redactedMarkdown,
  redactedProse,
  redactedYaml,
  standInMarkdown,
  standInYaml,
  type TextOrder,
} from "./redact-text.ts";

/** Where what stands beside site.yaml belongs. */
export const SITE_PLACE = "site.yaml";

/** Where the words stand in a content directory. */
export interface Occurrence {
  /** Folder of the unit, or `site.yaml` for the files beside it. */
  readonly folder: string;
  /** Within the folder; empty for the folder itself. */
  readonly file: string;
  /** `text` can be replaced; what is in other files, and in names, is changed by hand. */
  readonly where: "text" | "bytes" | "name";
}

/** A folder of content, or the files beside site.yaml. */
export interface Place {
  readonly folder: string;
  /** Folder of its files, within the content directory. */
  readonly path: string;
  readonly kind: UnitKind | "site";
  readonly files: readonly string[];
}

export function placesOf(content: string): Place[] {
  const { units, rootFiles } = readTree(content, new Problems());
  const site: Place = { folder: SITE_PLACE, path: "", kind: "site", files: rootFiles };
  return [site, ...units.map(({ folder, kind, files }) => ({ folder, path: folder, kind, files }))];
}

const SOURCES = { release: RELEASE, event: EVENT, kit: KIT, page: PAGE } as const;
const TEXT = /\.(ya?ml|md|vtt|svg|txt)$/;

type Form = { readonly kind: "yaml" | "markdown"; readonly schema: Schema } | { readonly kind: "plain" };

function formOf({ kind }: Place, file: string): Form | undefined {
  if (!TEXT.test(file)) return undefined;
  if (kind === "site") return file === SITE_PLACE ? { kind: "yaml", schema: SITE.whole } : { kind: "plain" };
  if (file === PLACES[kind].facts) return { kind: "yaml", schema: SOURCES[kind].facts.whole };
  return file.endsWith(".md") ? { kind: "markdown", schema: SOURCES[kind].words.whole } : { kind: "plain" };
}

/** Every file of the content whose name or bytes hold the words. Files that are no YAML are searched as they are. */
export function occurrences(content: string, detail: Detail): Occurrence[] {
  return placesOf(content).flatMap((place) => {
    const { folder, path, files } = place;
    const named = (file: string): Occurrence => ({ folder, file, where: "name" });
    const own = files.flatMap((file): Occurrence[] => {
      const text = readFileSync(join(content, path, file), "utf8");
      const where = TEXT.test(file) ? "text" : "bytes";
      return [
        ...(detail.isIn(file) ? [named(file)] : []),
        ...(holdsWords(place, file, text, detail) ? [{ folder, file, where } as const] : []),
      ];
    });
    return [...(path !== "" && detail.isIn(path) ? [named("")] : []), ...own];
  });
}

/** Whether the words stand in a file of the place that has this text. */
export function holdsWords(place: Place, file: string, text: string, detail: Detail): boolean {
  const form = formOf(place, file);
  try {
    if (form?.kind === "yaml") return standInYaml(text, file, form.schema, detail);
    if (form?.kind === "markdown") return standInMarkdown(text, file, form.schema, detail);
  } catch {
    // `check` says what is wrong with it
  }
  return detail.isIn(text);
}

/**
 * The text of a file without the words; of YAML only what readers read, comments and ids, so that it stays what it is.
 * @throws Refusal `content-invalid` for YAML that cannot be read
 */
export function redactedFile(
  place: Place,
  file: string,
  text: string,
  order: TextOrder,
  redactedAt?: string,
): string {
  const form = formOf(place, file);
  const name = join(place.path, file);
  if (form?.kind === "yaml") return redactedYaml(text, name, form.schema, order, redactedAt);
  if (form?.kind === "markdown") return redactedMarkdown(text, name, form.schema, order);
  return form ? redactedProse(text, order) : text;
}
