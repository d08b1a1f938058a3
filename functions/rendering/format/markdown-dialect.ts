import createMarkdown, { type MarkdownIt, type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { bareAddresses } from "./bare-addresses.ts";
import { lateEmphasis } from "./late-emphasis.ts";

/**
 * The Markdown of all texts: CommonMark with tables, footnotes, bare addresses as links, and emphasis that closes
 * before an ending.
 * @param html whether HTML is read as such; what is rendered never reads it
 */
export function dialect({ html }: { readonly html: boolean }): MarkdownIt {
  const markdown = createMarkdown({ html, typographer: false, linkify: true });
  markdown.validateLink = () => true; // an outline must see every link; the renderer keeps only good ones
  markdown.use(footnotes).use(bareAddresses).use(lateEmphasis);
  return markdown.disable("footnote_inline"); // a note stands on a line of its own, which translators find
}

/** `How to help` is `text-how-to-help`; the second one of the same words is `text-how-to-help-2`. */
export function headingId(inline: Token | undefined, prefix: string, taken: Set<string>): string {
  const words = inline ? wordsIn(inline) : "";
  const name = words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  const wanted = name === "" ? prefix : `${prefix}-${name}`;
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

/** The words of a token, without its markup. */
export function wordsIn(token: Token): string {
  const children = token.children ?? [];
  return children.map((child) => (child.children ? wordsIn(child) : ownWords(child))).join("");
}

function ownWords(token: Token): string {
  if (token.type === "softbreak" || token.type === "hardbreak") return " ";
  return token.type === "html_inline" ? "" : token.content;
}

export function attribute(token: Token, name: string): string {
  const value = token.attrGet(name);
  return value === null ? "" : String(value);
}
