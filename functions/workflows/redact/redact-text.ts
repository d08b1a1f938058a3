import type { Detail } from "../../domain/detail.ts";
import { splitFrontMatter } from "../content/language-file.ts";
import type { Schema } from "../content/source-schema.ts";
import { withoutHashes } from "./stored-words.ts";
import { changeComments, meanings, openYaml } from "./yaml-places.ts";

/** What is to be taken out of content, and what stands there instead. */
export interface Order {
  readonly detail: Detail;
  readonly replacement: string;
}

/** What the texts of a folder have in common. */
export interface TextOrder extends Order {
  /** New ids by those that hold the words. */
  readonly ids: ReadonlyMap<string, string>;
  /** Names of files and folders that hold the words: who changes them where they are used must change them, too. */
  readonly names: readonly string[];
}

/** @param redactedAt to be noted, where it is */
export function redactedYaml(
  text: string,
  file: string,
  schema: Schema,
  order: TextOrder,
  redactedAt?: string,
): string {
  const document = openYaml(text, file);
  let isChanged = redactedAt !== undefined;
  const without = (words: string) => {
    const left = order.detail.removedFrom(words, order.replacement);
    if (left !== words) isChanged = true;
    return left;
  };
  for (const [meaning, node] of [...meanings(document, schema)]) {
    const id = order.ids.get(node.value);
    if (meaning === "prose") node.value = without(node.value);
    else if (meaning === "id" && id !== undefined) {
      node.value = id;
      isChanged = true;
    }
  }
  changeComments(document, without);
  if (redactedAt !== undefined) {
    const note = document.createNode({ at: redactedAt });
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

/** Text without form. Names of files and folders stay what they are, links to ids follow them. */
export function redactedProse(text: string, { detail, replacement, ids, names }: TextOrder): string {
  const kept = names.toSorted((a, b) => b.length - a.length);
  let masked = text;
  for (const [i, name] of kept.entries()) masked = masked.replaceAll(name, `\uE000${i}\uE001`);
  for (const [id, other] of ids)
    masked = masked.replace(new RegExp(`(?<=[-/#:])${id}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, "gu"), other);
  return detail
    .removedFrom(masked, replacement)
    .replace(/\uE000(\d+)\uE001/g, (_, i: string) => kept[Number(i)] ?? "");
}

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
