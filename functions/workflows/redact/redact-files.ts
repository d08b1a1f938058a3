import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Detail } from "../../domain/detail.ts";
import { PLACES } from "../content/content-tree.ts";
import { EVENT, KIT, PAGE, RELEASE, SITE } from "../content/source-files.ts";
import type { Schema } from "../content/source-schema.ts";
import { isNamed } from "./names.ts";
import { type Place, placesOf, SITE_PLACE } from "./places.ts";
import {
  redactedMarkdown,
  redactedProse,
  redactedYaml,
  standInMarkdown,
  standInYaml,
  type TextOrder,
} from "./redact-text.ts";
import type { FileSearch } from "./search/search-file.ts";

/** Where the words stand in a content directory. */
export interface Occurrence {
  /** Folder of the unit, or `site.yaml` for the files beside it. */
  readonly folder: string;
  /** Within the folder; empty for the folder itself. */
  readonly file: string;
  /**
   * `text` and `name` are replaced; `bytes` of other files are replaced or removed by hand; `perhaps` means that
   * somebody has to look, as at `unsearched`, which no search for words can see.
   */
  readonly where: "text" | "name" | "bytes" | "perhaps" | "unsearched";
  /** What of a file that is no text: fields of metadata, pages, entries; of `unsearched`, pixels or sound. */
  readonly parts?: readonly string[];
}

const SOURCES = { release: RELEASE, event: EVENT, kit: KIT, page: PAGE } as const;
/** Files that are texts, and are changed as such. */
export const TEXT = /\.(ya?ml|md|vtt|svg|txt)$/;

type Form = { readonly kind: "yaml" | "markdown"; readonly schema: Schema } | { readonly kind: "plain" };

function formOf({ kind }: Place, file: string): Form | undefined {
  if (!TEXT.test(file)) return undefined;
  if (kind === "site") return file === SITE_PLACE ? { kind: "yaml", schema: SITE.whole } : { kind: "plain" };
  if (file === PLACES[kind].facts) return { kind: "yaml", schema: SOURCES[kind].facts.whole };
  return file.endsWith(".md") ? { kind: "markdown", schema: SOURCES[kind].words.whole } : { kind: "plain" };
}

/** Where the words stand in the content, and what nobody has searched. Texts that are no YAML are searched as they are. */
export async function occurrences(
  content: string,
  detail: Detail,
  search: Pick<FileSearch, "file">,
): Promise<Occurrence[]> {
  const found: Occurrence[] = [];
  for (const place of placesOf(content)) {
    const { folder, path, files } = place;
    if (path !== "" && isNamed(path, detail)) found.push({ folder, file: "", where: "name" });
    for (const file of files) {
      if (isNamed(file, detail)) found.push({ folder, file, where: "name" });
      found.push(...(await inFile(place, file, join(content, path, file), { detail, search })));
    }
  }
  return found;
}

async function inFile(
  place: Place,
  file: string,
  path: string,
  { detail, search }: { readonly detail: Detail; readonly search: Pick<FileSearch, "file"> },
): Promise<Occurrence[]> {
  const { folder } = place;
  const isText = TEXT.test(file);
  const inText = isText && holdsWords(place, file, readFileSync(path, "utf8"), detail);
  if (inText || /\.(ya?ml|md)$/.test(file)) return inText ? [{ folder, file, where: "text" }] : [];
  const { found, where, unsearched } = await search.file(path);
  return [
    ...(found === "no"
      ? []
      : [{ folder, file, where: found === "yes" ? "bytes" : found, parts: where } as const]),
    ...(unsearched.length === 0 ? [] : [{ folder, file, where: "unsearched", parts: unsearched } as const]),
  ];
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
