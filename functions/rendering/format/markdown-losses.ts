import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { attribute } from "./markdown-dialect.ts";

/**
 * What was typed and is not shown, or not as it was typed.
 *
 *     cells                more cells in a row than the table has columns
 *     footnote-unused      a footnote to which nothing refers
 *     footnote-twice       a second footnote of the same name
 *     definition-unused    `[words]: more`, which only defines an address
 *     definition-twice     a second one of the same words
 *     picture-title        words behind the address of a picture
 *     numbers              numbers of a list that do not go on by one, for which others are shown
 *     star                 a star between two digits, which begins or ends italics
 *     code                 a line that begins with four blanks, shown as code
 */
export interface MarkdownLoss {
  readonly kind:
    | "cells"
    | "footnote-unused"
    | "footnote-twice"
    | "definition-unused"
    | "definition-twice"
    | "picture-title"
    | "numbers"
    | "star"
    | "code";
  /** The words that it is about. */
  readonly text: string;
  readonly line: number;
}

/** What the rules of a parser that notes losses leave in its environment. */
interface Noted {
  readonly footnotes: { label: string; line: number }[];
  readonly definitions: { label: string; line: number }[];
  readonly looked: Set<string>;
}

const NOTED = Symbol("noted");

function notedIn(env: StateCore["env"]): Noted {
  const known = env[NOTED] as Noted | undefined;
  if (known) return known;
  const noted: Noted = { footnotes: [], definitions: [], looked: new Set() };
  env[NOTED] = noted;
  return noted;
}

/** Makes a parser note its definitions and footnotes, which it takes out of the tokens. */
export function noteDefinitions(markdown: MarkdownIt): void {
  markdown.core.ruler.before("strip_references", "note_definitions", ({ tokens, env }) => {
    const { footnotes, definitions, looked } = notedIn(env);
    let line = 1;
    tokens.forEach((token, i) => {
      if (token.map) line = token.map[0] + 1;
      const label = String(token.meta?.label ?? "");
      if (token.type === "reference_definition") definitions.push({ label, line });
      if (token.type === "footnote_reference_open")
        footnotes.push({ label, line: (tokens[i + 1]?.map?.[0] ?? line) + 1 });
    });
    env.references = new Proxy(env.references ?? {}, {
      get(references, label) {
        if (typeof label === "string" && Object.hasOwn(references, label)) looked.add(label);
        return Reflect.get(references, label);
      },
    });
  });
}

/** @param text of which `blocks` were made, by a parser that notes its definitions into `env` */
export function lossesIn(
  text: string,
  blocks: readonly Token[],
  env: StateCore["env"] & { readonly footnotes?: { readonly refs?: Record<string, number> } },
): MarkdownLoss[] {
  const { footnotes, definitions, looked } = notedIn(env);
  const refs = env.footnotes?.refs ?? {};
  return [
    ...unused("footnote", footnotes, (label) => (refs[`:${label}`] ?? -1) >= 0),
    ...unused("definition", definitions, (label) => looked.has(label)),
    ...surplusCells(text, blocks),
    ...otherNumbers(blocks),
    ...withinBlocks(blocks),
  ];
}

function unused(
  what: "footnote" | "definition",
  all: readonly { readonly label: string; readonly line: number }[],
  isUsed: (label: string) => boolean,
): MarkdownLoss[] {
  const seen = new Set<string>();
  return all.flatMap(({ label, line }): MarkdownLoss[] => {
    const isSecond = seen.has(label);
    seen.add(label);
    if (isSecond) return [{ kind: `${what}-twice`, text: label, line }];
    return isUsed(label) ? [] : [{ kind: `${what}-unused`, text: label, line }];
  });
}

function surplusCells(text: string, blocks: readonly Token[]): MarkdownLoss[] {
  const lines = text.split("\n");
  const losses: MarkdownLoss[] = [];
  let columns = 0;
  for (const { type, map } of blocks) {
    if (type === "table_open") columns = 0;
    if (type === "th_open") columns += 1;
    if (type !== "tr_open" || !map) continue;
    const surplus = cellsOf(lines[map[0]] ?? "").slice(columns);
    if (columns > 0 && surplus.length > 0)
      losses.push({ kind: "cells", text: surplus.map((cell) => cell.trim()).join(" | "), line: map[0] + 1 });
  }
  return losses;
}

/** The cells of a row, as the parser parts them: at each bar that has no backslash before it. */
function cellsOf(row: string): string[] {
  const cells = row
    .replace(/^[\s>]+/, "")
    .trim()
    .split(/(?<!\\)\|/);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

function otherNumbers(blocks: readonly Token[]): MarkdownLoss[] {
  const losses: MarkdownLoss[] = [];
  const lists: { numbers: number[]; line: number }[] = [];
  for (const { type, info, map } of blocks) {
    if (type === "ordered_list_open") lists.push({ numbers: [], line: (map?.[0] ?? 0) + 1 });
    if (type === "bullet_list_open") lists.push({ numbers: [], line: 0 });
    if (type === "list_item_open" && info !== "") lists.at(-1)?.numbers.push(Number(info));
    if (type !== "ordered_list_close" && type !== "bullet_list_close") continue;
    const { numbers = [], line = 0 } = lists.pop() ?? {};
    const [first = 0] = numbers;
    if (numbers.every((number) => number === first)) continue;
    if (!numbers.every((number, i) => number === first + i))
      losses.push({ kind: "numbers", text: numbers.join(", "), line });
  }
  return losses;
}

function withinBlocks(blocks: readonly Token[]): MarkdownLoss[] {
  const losses: MarkdownLoss[] = [];
  let line = 1;
  for (const { type, map, content, children } of blocks) {
    if (map) line = map[0] + 1;
    if (type === "code_block") losses.push({ kind: "code", text: content.split("\n")[0] ?? "", line });
    let at = line;
    (children ?? []).forEach((token, i, all) => {
      if (token.type === "softbreak" || token.type === "hardbreak") at += 1;
      const title = token.type === "image" ? attribute(token, "title") : "";
      if (title !== "") losses.push({ kind: "picture-title", text: title, line: at });
      if (token.type !== "em_open" && token.type !== "em_close") return;
      const before = /\d+$/.exec(all[i - 1]?.content ?? "")?.[0];
      const after = /^\d+/.exec(all[i + 1]?.content ?? "")?.[0];
      if (before !== undefined && after !== undefined)
        losses.push({ kind: "star", text: `${before}${token.markup}${after}`, line: at });
    });
  }
  return losses;
}
