import type { MarkdownIt, Token } from "markdown-it";
import { attribute, dialect, headingId, wordsIn } from "./markdown-dialect.ts";
import { lossesIn, type MarkdownLoss, noteDefinitions } from "./markdown-losses.ts";

/** What a Markdown text refers to and is built of, with lines counted from 1, for those who check it. */
export interface MarkdownOutline {
  readonly links: readonly { readonly href: string; readonly line: number }[];
  readonly pictures: readonly { readonly file: string; readonly alt: string; readonly line: number }[];
  readonly headings: readonly { readonly id: string; readonly level: number; readonly line: number }[];
  /** HTML that was typed into the text; it is never let through. */
  readonly html: readonly { readonly text: string; readonly line: number }[];
  readonly words: readonly MarkdownWords[];
  readonly losses: readonly MarkdownLoss[];
}

/**
 * What stands in a paragraph, a heading or a cell as readers see it, its lines apart by `\n`. In place of all that
 * means something in Markdown, and of a character behind a backslash, stands `MARKUP`.
 */
export interface MarkdownWords {
  readonly text: string;
  /** Of its first line. */
  readonly line: number;
  /** Whether an item of a list begins with it. */
  readonly isItem: boolean;
}

export const MARKUP = "\uFFFC";

export function outlineMarkdown(text: string, idPrefix: string): MarkdownOutline {
  const outline = {
    links: [] as { href: string; line: number }[],
    pictures: [] as { file: string; alt: string; line: number }[],
    headings: [] as { id: string; level: number; line: number }[],
    html: [] as { text: string; line: number }[],
    words: [] as MarkdownWords[],
  };
  const ids = new Set<string>();
  const env = {};
  const blocks: Token[] = OUTLINING.parse(text, env);
  let line = 1; // cells of a table know no line of their own: they stand on that of their row
  blocks.forEach((block, i) => {
    if (block.map) line = block.map[0] + 1;
    if (block.type === "html_block") outline.html.push({ text: block.content.trim(), line });
    if (block.type === "heading_open") {
      const id = headingId(blocks[i + 1], idPrefix, ids);
      outline.headings.push({ id, level: Number(block.tag.slice(1)), line });
    }
    if (block.type === "inline")
      outline.words.push({
        text: String(block.meta?.words ?? ""),
        line,
        isItem: blocks[i - 2]?.type === "list_item_open",
      });
    let at = line;
    for (const token of block.children ?? []) {
      if (token.type === "softbreak" || token.type === "hardbreak") at += 1;
      if (token.type === "html_inline") outline.html.push({ text: token.content, line: at });
      if (token.type === "link_open") outline.links.push({ href: attribute(token, "href"), line: at });
      if (token.type === "image")
        outline.pictures.push({ file: attribute(token, "src"), alt: wordsIn(token).trim(), line: at });
    }
  });
  return { ...outline, losses: lossesIn(text, blocks, env) };
}

/** Reads HTML as HTML, to tell where it stands. Nothing is rendered with it. */
const OUTLINING = dialect({ html: true }).use(noteDefinitions).use(keepWords);

/** Keeps the words of each block before characters behind a backslash are joined with the others. */
function keepWords(markdown: MarkdownIt): void {
  markdown.core.ruler.before("text_join", "keep_words", ({ tokens }) => {
    for (const token of tokens)
      if (token.type === "inline") token.meta = { ...token.meta, words: wordsAsTyped(token.children ?? []) };
  });
}

function wordsAsTyped(tokens: readonly Token[]): string {
  let isAddress = false;
  return tokens
    .map(({ type, info, content }) => {
      if (type === "link_open" && info === "auto") isAddress = true;
      if (type === "link_close") isAddress = false;
      if (type === "softbreak" || type === "hardbreak") return "\n";
      const isWords = type === "text" || (type === "text_special" && info === "entity");
      return isWords && !isAddress ? content : MARKUP;
    })
    .join("");
}
