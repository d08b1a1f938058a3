import type { Detail } from "../../domain/detail.ts";
import { splitFrontMatter } from "../content/read/language-file.ts";
import type { Schema } from "../content/read/source-schema.ts";
import type { Renames } from "./renames.ts";
import { withoutHashes } from "./stored-words.ts";
import { changeComments, meanings, openYaml, type Path } from "./yaml-places.ts";

/** What is to be taken out of content, and what stands there instead. */
export interface Order {
  readonly detail: Detail;
  readonly replacement: string;
}

/** What the texts of a folder have in common. */
export interface TextOrder extends Order {
  /** New ids by those that hold the words. */
  readonly ids: ReadonlyMap<string, string>;
  readonly renames: Renames;
  /** The folder in which the text stands. */
  readonly folder: string;
}

/** @param redactedAt to be noted, oldest first */
export function redactedYaml(
  text: string,
  file: string,
  schema: Schema,
  order: TextOrder,
  redactedAt: readonly string[] = [],
): string {
  const document = openYaml(text, file);
  let isChanged = redactedAt.length > 0;
  const set = (before: string, after: string) => {
    if (after !== before) isChanged = true;
    return after;
  };
  for (const [meaning, node, path] of [...meanings(document, schema)]) {
    const { value } = node;
    if (meaning === "prose") node.value = set(value, redactedProse(value, order));
    else if (meaning === "id") node.value = set(value, order.ids.get(value) ?? value);
    else if (meaning === "file") node.value = set(value, order.renames.file(order.folder, value));
    else if (meaning === "structure") node.value = set(value, reference(path, value, order.renames));
  }
  changeComments(document, (comment) => set(comment, redactedProse(comment, order)));
  for (const at of redactedAt) {
    const note = document.createNode({ at });
    if (document.has("redactions")) document.addIn(["redactions"], note);
    else document.set("redactions", document.createNode([note]));
  }
  return isChanged ? document.toString({ lineWidth: 0, flowCollectionPadding: false }) : text;
}

/** A language file: its front matter as YAML, its body as prose. */
export function redactedMarkdown(text: string, file: string, schema: Schema, order: TextOrder): string {
  const whole = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const parts = splitFrontMatter(whole);
  if (!parts) return redactedProse(text, order);
  const yaml = redactedYaml(parts.yaml, file, schema, order);
  const body = redactedProse(parts.body, order);
  return yaml === parts.yaml && body === parts.body ? text : `---\n${yaml}---\n${body}`;
}

/** What names another folder follows when that has another name. */
function reference(path: Path, value: string, renames: Renames): string {
  switch (path.findLast((step) => typeof step === "string")) {
    case "related":
      return renames.slug("release", value);
    case "kit":
      return renames.slug("kit", value);
    case "event":
      return renames.slug("event", value);
    case "navigation":
      return renames.slug("page", value);
    case "to":
      return renames.folders.get(value) ?? value;
    default:
      return value;
  }
}

/** Text without form. Addresses, pictures and links to ids follow new names; names that stay are left in addresses. */
export function redactedProse(text: string, order: TextOrder): string {
  const { detail, replacement, ids, renames, folder } = order;
  let moved = renames.inAddresses(text).replace(PICTURE, (file) => renames.file(folder, file));
  for (const [id, other] of ids)
    moved = moved.replace(new RegExp(`(?<=[-/#:])${id}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, "gu"), other);
  const kept = renames.kept.toSorted((a, b) => b.length - a.length);
  for (const [i, name] of kept.entries()) moved = moved.replaceAll(`/${name}`, `/\uE000${i}\uE001`);
  return detail
    .removedFrom(moved, replacement)
    .replace(/\uE000(\d+)\uE001/g, (_, i: string) => kept[Number(i)] ?? "");
}

/** The file beside a text that a picture or a link in Markdown names. */
const PICTURE = /(?<=\]\(<?|^\[[^\]]+\]:[ \t]+<?)[A-Za-z0-9][A-Za-z0-9._/-]*(?=[\s)>]|$)/gm;

/** Whether the words stand in YAML, whatever it escapes or folds; what is a choice of ours is no word. */
export function standInYaml(text: string, file: string, schema: Schema, detail: Detail): boolean {
  const document = openYaml(text, file);
  let stand = false;
  const look = (words: string) => {
    if (detail.isIn(withoutHashes(words))) stand = true;
    return words;
  };
  for (const [meaning, { value }] of meanings(document, schema)) if (meaning !== "choice") look(value);
  changeComments(document, look);
  return stand;
}

export function standInMarkdown(text: string, file: string, schema: Schema, detail: Detail): boolean {
  const parts = splitFrontMatter(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
  if (!parts) return detail.isIn(text);
  return detail.isIn(parts.body) || standInYaml(parts.yaml, file, schema, detail);
}
