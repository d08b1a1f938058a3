import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Detail } from "../../domain/detail.ts";
import { KINDS } from "../../domain/kinds.ts";
import { EVENT, KIT, PAGE, RELEASE, SITE } from "../content/read/source-files.ts";
import type { Schema } from "../content/read/source-schema.ts";
import { isNamed } from "./names.ts";
import { type ContentFolder, chosenNames, placesOf, SITE_PLACE, slugOf } from "./places.ts";
import {
  redactedMarkdown,
  redactedProse,
  redactedYaml,
  standInMarkdown,
  standInYaml,
  type TextOrder,
} from "./redact-text.ts";
import type { Findings } from "./search/findings.ts";
import type { FileSearch } from "./search/search-file.ts";
import { textViews } from "./search/text-views.ts";

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
export const TEXT_FILE = /\.(ya?ml|md|vtt|svg|txt)$/;

type Form = { readonly kind: "yaml" | "markdown"; readonly schema: Schema } | { readonly kind: "plain" };

function formOf({ kind }: ContentFolder, file: string): Form | undefined {
  if (!TEXT_FILE.test(file)) return undefined;
  if (kind === "site") return file === SITE_PLACE ? { kind: "yaml", schema: SITE.whole } : { kind: "plain" };
  if (file === KINDS[kind].facts) return { kind: "yaml", schema: SOURCES[kind].facts.whole };
  return file.endsWith(".md") ? { kind: "markdown", schema: SOURCES[kind].words.whole } : { kind: "plain" };
}

/** Where the words stand in the texts of the content, and in names. Texts that are no YAML are searched as they are. */
export function textOccurrences(content: string, detail: Detail): Occurrence[] {
  return placesOf(content).flatMap((place) => {
    const { folder, path, files } = place;
    const named = chosenNames(place).filter((file) => isNamed(file, detail));
    const isText = (file: string) =>
      TEXT_FILE.test(file) &&
      holdsWords(place, file, readFileSync(join(content, path, file), "utf8"), detail);
    return [
      ...(isNamed(slugOf(place), detail) ? [{ folder, file: "", where: "name" } as const] : []),
      ...named.map((file) => ({ folder, file, where: "name" }) as const),
      ...files.filter(isText).map((file) => ({ folder, file, where: "text" }) as const),
    ];
  });
}

/** Where the words stand in files whose text cannot be replaced, and what of these nobody has searched. */
export async function fileOccurrences(
  content: string,
  search: Pick<FileSearch, "file">,
): Promise<Occurrence[]> {
  const found: Occurrence[] = [];
  for (const { folder, path, files } of placesOf(content))
    for (const file of files.filter((each) => !/\.(ya?ml|md|txt|vtt)$/.test(each)))
      found.push(...occurrencesIn({ folder, file }, await search.file(join(content, path, file))));
  return found;
}

/** What the search of a file that is no text came to. */
export function occurrencesIn(
  file: Pick<Occurrence, "folder" | "file">,
  { found, where, unsearched }: Findings,
): Occurrence[] {
  return [
    ...(found === "no" ? [] : [{ ...file, where: found === "yes" ? "bytes" : found, parts: where } as const]),
    ...(unsearched.length === 0 ? [] : [{ ...file, where: "unsearched", parts: unsearched } as const]),
  ];
}

/** Escapes of YAML in which words would not be seen before it is parsed. */
const HIDING = /\\(?:[xU]|\r?\n)/;

/** Whether the words stand in a file of the place that has this text. */
export function holdsWords(place: ContentFolder, file: string, text: string, detail: Detail): boolean {
  if (!HIDING.test(text) && !textViews(text).some(detail.isIn)) return false; // parsing thousands of files takes its time
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
  place: ContentFolder,
  file: string,
  text: string,
  order: TextOrder,
  redactedAt: readonly string[] = [],
): string {
  const form = formOf(place, file);
  const name = join(place.path, file);
  if (form?.kind === "yaml") return redactedYaml(text, name, form.schema, order, redactedAt);
  if (form?.kind === "markdown") return redactedMarkdown(text, name, form.schema, order);
  return form ? redactedProse(text, order) : text;
}
