import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "../../domain/language.ts";
import { PLACES } from "../content/content-tree.ts";
import { markReviewed } from "../content/mark-reviewed.ts";
import { EVENT, KIT, RELEASE } from "../content/source-files.ts";
import { translationHash } from "../content/text-file.ts";
import { holdsWords, type Place, placesOf, redactedFile } from "./redact-files.ts";
import type { Order, TextOrder } from "./redact-text.ts";
import { meanings, openYaml } from "./yaml-places.ts";

/** Content as it will be without the words. */
export interface RedactedContent {
  /** Texts before and after by their path within the content directory, in the order in which they are to be written. */
  readonly files: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  /** Text files in which the words still stand: in addresses, names of files, ids of topics and the like. */
  readonly remaining: readonly string[];
}

/**
 * Takes the words out of the texts of some folders, without writing anything. Each id that holds them becomes
 * `removed-` and a number that nothing has, in every file that names it. A translation that agreed with its source goes
 * on agreeing: the same was taken out of both.
 *
 * @param folders their names, and `site.yaml`
 * @param redactedAt of a folder: the time to be noted in its facts, given whether anything is taken out of it
 * @throws Refusal `content-invalid` for YAML that cannot be read
 */
export function redactedContent(
  content: string,
  folders: readonly string[],
  order: Order,
  redactedAt: (folder: string, isChanged: boolean) => string | undefined = () => undefined,
): RedactedContent {
  const all = placesOf(content);
  const places = all.filter(({ folder }) => folders.includes(folder));
  const text = ({ path }: Place, file: string) => readFileSync(join(content, path, file), "utf8");
  const ids = newIds(all, places, order, text);
  const slugs = all.map(({ path }) => path.split("/")[1] ?? "").filter(order.detail.isIn);
  const files = new Map<string, { before: string; after: string }>();
  const remaining: string[] = [];
  for (const place of places) {
    const names = [...slugs, ...place.files.filter(order.detail.isIn)];
    const before = new Map(place.files.map((file) => [file, text(place, file)]));
    const after = redactedTexts(place, before, { ...order, ids, names }, redactedAt);
    for (const [file, now] of after) {
      if (now !== before.get(file))
        files.set(join(place.path, file), { before: before.get(file) ?? "", after: now });
      if (/\.(ya?ml|md|vtt|svg|txt)$/.test(file) && holdsWords(place, file, now, order.detail))
        remaining.push(join(place.path, file));
    }
  }
  return { files, remaining };
}

/** The facts come first: whoever publishes what it sees must see the note before it sees the difference. */
function redactedTexts(
  place: Place,
  before: ReadonlyMap<string, string>,
  order: TextOrder,
  redactedAt: (folder: string, isChanged: boolean) => string | undefined,
): Map<string, string> {
  const facts = place.kind === "site" ? undefined : PLACES[place.kind].facts;
  const texts = new Map<string, string>();
  if (facts !== undefined) texts.set(facts, "");
  for (const [file, text] of before) texts.set(file, redactedFile(place, file, text, order));
  if (place.kind === "site" || facts === undefined) return texts;
  const isChanged = [...before].some(([file, text]) => texts.get(file) !== text);
  const at = redactedAt(place.folder, isChanged);
  const yaml = before.get(facts);
  if (yaml === undefined) texts.delete(facts);
  else if (at !== undefined && place.kind !== "page")
    texts.set(facts, redactedFile(place, facts, yaml, order, at));
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
  all: readonly Place[],
  places: readonly Place[],
  { detail }: Order,
  text: (place: Place, file: string) => string,
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
    const { facts } = PLACES[place.kind];
    if (!place.files.includes(facts)) continue;
    for (const [meaning, { value }] of meanings(
      openYaml(text(place, facts), join(place.path, facts)),
      FACTS[place.kind],
    ))
      if (meaning === "id" && detail.isIn(value) && !ids.has(value)) ids.set(value, `removed-${++last}`);
  }
  return ids;
}
