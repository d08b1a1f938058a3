import { type Document, isAlias, isPair, isScalar, type Pair, type Scalar, visit } from "yaml";
import type { YamlPath } from "./yaml-path.ts";

/** A text of which YAML leaves a part out. */
export interface LostText {
  readonly path: YamlPath;
  readonly line: number;
  /** What is left out, from its first sign on: `#7 on shelters`, `&Co`. */
  readonly lost: string;
  /** The text with it. */
  readonly typed: string;
  /** The line as it was typed, up to the text. */
  readonly before: string;
}

/**
 * Finds texts behind which a comment stands, in the same line or in lines below that are deeper than the field, and
 * texts whose beginning is a tag, or an anchor to which nothing refers.
 * @param lineAt line of the file, by the index in `text`
 */
export function lostTexts(
  text: string,
  document: Document.Parsed,
  lineAt: (index: number) => number,
): LostText[] {
  const found: LostText[] = [];
  const aliases = new Set<string>();
  visit(document, {
    Alias(_, alias) {
      aliases.add(alias.source);
    },
  });
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === "key" || !node.range) return;
      const begin = beginOf(text, node, aliases);
      const [start, end] = node.range;
      const comments = isBlock(node) ? [] : commentsBehind(text, node, begin);
      if (begin === start && comments.length === 0) return;
      const path = pathTo(node, ancestors);
      if (path === undefined) return;
      const [same = "", ...below] = comments;
      found.push({
        path,
        line: lineAt(begin),
        lost: comments.length === 0 ? text.slice(begin, start).trim() : comments.join(" ").trim(),
        typed: [text.slice(begin, end) + same, ...below]
          .join(" ")
          .replaceAll(/\s*\n\s*/g, " ")
          .trim(),
        before: text.slice(text.lastIndexOf("\n", begin - 1) + 1, begin),
      });
    },
  });
  return found;
}

function isBlock({ type }: Scalar): boolean {
  return type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL";
}

/** Tags and anchors before a text. */
const SIGNS = /(?<![^\s:[{,-])(?:[!&]\S*\s+)*[!&]\S*\s*$/;
/** Characters looked at for them. */
const LONGEST_SIGNS = 200;

/** Where the text begins as typed: a tag, or an anchor that nothing uses, belongs to it. */
function beginOf(text: string, { range, anchor }: Scalar, aliases: ReadonlySet<string>): number {
  const start = range?.[0] ?? 0;
  const from = Math.max(start - LONGEST_SIGNS, text.lastIndexOf("\n", start - 1) + 1);
  const signs = SIGNS.exec(text.slice(from, start));
  const isUsed = anchor !== undefined && aliases.has(anchor);
  return signs && !(isUsed && !signs[0].includes("!")) ? from + signs.index : start;
}

/** Comments that belong to the text: on its last line, with the blanks before it, and deeper than its field below. */
function commentsBehind(text: string, { range }: Scalar, begin: number): string[] {
  const [start = begin, end = begin] = range ?? [];
  const lineStart = text.lastIndexOf("\n", begin - 1) + 1;
  const lineEnd = endOfLine(text, end);
  const rest = text.slice(end, lineEnd);
  const same = (start === end ? /^\s*#.*$/ : /^\s+#.*$/).test(rest) ? rest : "";
  if (rest.trim() !== same.trim() || (start === end && same === "")) return [];
  const below: string[] = [];
  const depth = /^[ \t]*(?:- +)*/.exec(text.slice(lineStart, begin))?.[0].length ?? 0;
  for (let at = lineEnd + 1; at < text.length; at = endOfLine(text, at) + 1) {
    const [, blanks = "", words] = /^( +)(#.*)$/.exec(text.slice(at, endOfLine(text, at))) ?? [];
    if (words === undefined || blanks.length <= depth) break;
    below.push(words);
  }
  return same === "" && below.length === 0 ? [] : [same, ...below];
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Undefined where a key is no text. */
function pathTo(node: Scalar, ancestors: readonly unknown[]): YamlPath | undefined {
  const path: (string | number)[] = [];
  const chain = [...ancestors, node];
  for (let i = 0; i < chain.length - 1; i++) {
    const [parent, child] = [chain[i], chain[i + 1]];
    if (isPair(parent)) {
      const key = keyOf(parent);
      if (key === undefined) return undefined;
      path.push(key);
    } else if (parent && typeof parent === "object" && "items" in parent && Array.isArray(parent.items))
      if (!isPair(child)) path.push(parent.items.indexOf(child));
  }
  return path;
}

function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) && !isAlias(key) ? String(key.value) : undefined;
}
