import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Detail } from "../../domain/detail.ts";
import { KINDS } from "../../domain/kinds.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { markReviewed } from "../content/mark-reviewed.ts";
import { EVENT, KIT, RELEASE } from "../content/read/source-files.ts";
import { translationHash } from "../content/read/text-file.ts";
import { type ContentFolder, placesOf, SITE_PLACE } from "./places.ts";
import { holdsWords, redactedFile, TEXT_FILE } from "./redact-files.ts";
import type { Order, TextOrder } from "./redact-text.ts";
import { type Renames, renamesOf } from "./renames.ts";
import { meanings, openYaml } from "./yaml-places.ts";

/** Content as it will be without the words. */
export interface RedactedContent {
  /** Texts before and after by their path within the content directory, in the order in which they are to be written. */
  readonly files: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  /** Files and then folders with other names, once the texts are written: paths within the content directory. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Text files in which the words still stand: in web addresses, ids of topics and the like. */
  readonly remaining: readonly string[];
}

/**
 * Takes the words out of the texts and names of some folders, without writing anything. Each id that holds them becomes
 * `removed-` and a number that nothing has, each name of a folder or a file gets `removed` in their place, and whatever
 * names these follows in all folders. A translation that agreed with its source goes on agreeing: the same was taken
 * out of both.
 *
 * @param folders their names, and `site.yaml`
 * @param redactedAt of a folder: the times to be noted in its facts, given whether anything is taken out of it
 * @throws Refusal `content-invalid` for YAML that cannot be read
 */
export function redactedContent(
  content: string,
  folders: readonly string[],
  order: Order,
  redactedAt: (folder: string, isChanged: boolean) => readonly string[] = () => [],
): RedactedContent {
  const all = placesOf(content);
  const places = all.filter(({ folder }) => folders.includes(folder));
  const text = ({ path }: ContentFolder, file: string) => readFileSync(join(content, path, file), "utf8");
  const ids = newIds(all, places, order, text);
  const renames = renamesOf(all, places, order.detail);
  const files = new Map<string, { before: string; after: string }>();
  const remaining: string[] = [];
  const moved = renamed(places, renames);
  const names = [...ids.keys(), ...moved.map(({ from }) => basename(from, extname(from)))];
  for (const place of all) {
    const { folder } = place;
    const isNamed = places.includes(place);
    const before = new Map(
      place.files.filter((file) => TEXT_FILE.test(file)).map((file) => [file, text(place, file)]),
    );
    // any other folder only follows the names that it mentions
    if (!isNamed && ![...before.values()].some((each) => names.some((name) => each.includes(name)))) continue;
    const detail = isNamed ? order.detail : NO_WORDS;
    const noted = isNamed ? redactedAt : () => [];
    const after = redactedTexts(place, before, { ...order, detail, ids, renames, folder }, noted);
    for (const [file, now] of after) {
      if (now !== before.get(file))
        files.set(join(place.path, file), { before: before.get(file) ?? "", after: now });
      if (isNamed && holdsWords(place, file, now, order.detail)) remaining.push(join(place.path, file));
    }
  }
  return { files, renamed: moved, remaining };
}

/** For folders of which only references change. */
const NO_WORDS: Detail = { isIn: () => false, isWithin: () => false, forms: [], removedFrom: (text) => text };

function renamed(places: readonly ContentFolder[], renames: Renames): RedactedContent["renamed"] {
  const files = places.flatMap(({ folder, path, files }) =>
    files.map((file) => ({ from: join(path, file), to: join(path, renames.file(folder, file)) })),
  );
  const folders = [...renames.folders].map(([from, to]) => ({ from, to }));
  return [...files, ...folders].filter(({ from, to }) => from !== to);
}

/** The facts come first: whoever publishes what it sees must see the note before it sees the difference. */
function redactedTexts(
  place: ContentFolder,
  before: ReadonlyMap<string, string>,
  order: TextOrder,
  redactedAt: (folder: string, isChanged: boolean) => readonly string[],
): Map<string, string> {
  const facts = place.kind === "site" ? SITE_PLACE : KINDS[place.kind].facts;
  const texts = new Map([[facts, ""]]);
  for (const [file, text] of before) texts.set(file, redactedFile(place, file, text, order));
  const isChanged = [...before].some(([file, text]) => texts.get(file) !== text);
  const at = redactedAt(place.folder, isChanged);
  const yaml = before.get(facts);
  if (yaml === undefined) texts.delete(facts);
  else if (at.length > 0) texts.set(facts, redactedFile(place, facts, yaml, order, at));
  if (place.kind === "site") return texts;
  const source = yaml === undefined ? "" : `${String(openYaml(yaml, facts).get("source"))}.md`;
  const was = translationHash(before.get(source) ?? "");
  const is = translationHash(texts.get(source) ?? "");
  for (const language of LANGUAGES) {
    const file = `${language}.md`;
    const text = texts.get(file);
    if (was !== is && text !== undefined && new RegExp(`translationOf: ["']?${was}`).test(text))
      texts.set(file, markReviewed(text, is) ?? text);
  }
  return texts;
}

const FACTS = { release: RELEASE.facts.whole, event: EVENT.facts.whole, kit: KIT.facts.whole } as const;

/** A number for each id of these places that holds the words; none that stands anywhere already. */
function newIds(
  all: readonly ContentFolder[],
  places: readonly ContentFolder[],
  { detail }: Order,
  text: (place: ContentFolder, file: string) => string,
): Map<string, string> {
  const given = all.flatMap((place) =>
    place.files
      .filter((file) => /\.(ya?ml|md)$/.test(file))
      .flatMap((file) => [...text(place, file).matchAll(/\bremoved-(\d+)\b/g)].map(([, n]) => Number(n))),
  );
  let last = given.reduce((most, n) => Math.max(most, n), 0);
  const ids = new Map<string, string>();
  for (const place of places) {
    if (place.kind === "site" || place.kind === "page") continue;
    const { facts } = KINDS[place.kind];
    if (!place.files.includes(facts)) continue;
    for (const [meaning, { value }] of meanings(
      openYaml(text(place, facts), join(place.path, facts)),
      FACTS[place.kind],
    ))
      if (meaning === "id" && detail.isIn(value) && !ids.has(value)) ids.set(value, `removed-${++last}`);
  }
  return ids;
}
