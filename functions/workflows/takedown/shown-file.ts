import { bodyKind } from "../../storage/newsroom/body-kind.ts";
import type { ManifestDocument } from "../manifest.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";

/** A file as its documents tell of it, for a person who is to recognise it. */
export interface ShownFile {
  /** Public path. */
  readonly path: string;
  readonly mediaType: string | undefined;
  readonly bytes: number | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** What is said of it: caption, headline or alternative text, in the language that comes first. */
  readonly words: string | undefined;
}

/** What is known of the files of a unit, and the pages that show them. */
export interface ShownFiles {
  readonly files: readonly ShownFile[];
  /** Addresses of pages and downloads. */
  readonly pages: readonly string[];
}

/** What the documents of a unit tell of some of its files. */
export function shownFiles(unit: StoredUnit, isOne: (path: string) => boolean): ShownFiles {
  const files = new Map<string, ShownFile>();
  const pages = unit.documents.filter((document) => {
    const paths = bodiesOf(document).flatMap(pathsIn).filter(isOne);
    for (const body of bodiesOf(document))
      if (/^[{[]/.test(body)) lookThrough(JSON.parse(body), isOne, files);
    return paths.length > 0;
  });
  return { files: [...files.values()], pages: pages.map(({ path }) => path) };
}

const bodiesOf = ({ items, parts }: ManifestDocument): string[] =>
  [...items, ...parts].map(({ body }) => body).filter((body) => bodyKind(body) !== "parted");

const pathsIn = (body: string): string[] =>
  [...body.matchAll(/\/media\/(?:\d+-\d*\/)?[0-9a-f]{64}\/[^"'\s()<>\\]+/g)].map(([path]) => path);

function lookThrough(
  value: unknown,
  isOne: (path: string) => boolean,
  files: Map<string, ShownFile>,
  words?: string,
): void {
  if (Array.isArray(value)) for (const each of value) lookThrough(each, isOne, files, words);
  if (!isRecord(value)) return;
  const said = [value.caption, value.headline, value.alt].find(isText) ?? words;
  const { path } = value;
  if (isText(path) && isOne(path) && !files.has(path))
    files.set(path, {
      path,
      mediaType: isText(value.mediaType) ? value.mediaType : undefined,
      bytes: numberOf(value.bytes),
      width: numberOf(value.width),
      height: numberOf(value.height),
      words: said,
    });
  for (const each of Object.values(value)) if (!isText(each)) lookThrough(each, isOne, files, said);
}

const isText = (value: unknown): value is string => typeof value === "string";
const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
