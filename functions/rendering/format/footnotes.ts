import type { MarkdownIt, Token } from "markdown-it";
import { attributeText } from "./escaped-html.ts";

/** Labels of footnotes for those who hear the page, in the language of the text. */
export interface FootnoteWords {
  /** Names the list of notes. */
  readonly footnotes: string;
  /** Names the link to a note, such as “Footnote 1”. */
  readonly footnote: (number: string) => string;
  /** Names the link from a note to where the text refers to it. */
  readonly backToText: (number: string) => string;
}

/** What a rendering knows of the text: its words, and what all ids of the text begin with. */
export type FootnoteContext = (
  env: unknown,
) => { readonly idPrefix: string; readonly words: FootnoteWords } | undefined;

/**
 * Renders footnotes with the roles of DPUB-ARIA 1.1: numbers in brackets, so that they cannot be taken for a part of
 * the number before them where raised letters are lost, and a list with links back.
 */
export function renderFootnotes(markdown: MarkdownIt, contextOf: FootnoteContext): void {
  const { rules } = markdown.renderer;
  rules.footnote_ref = (tokens, i, _options, env) => {
    const context = contextOf(env);
    if (!context) return "";
    const { number, count } = numbered(tokens[i]);
    const { idPrefix, words } = context;
    const label = attributeText(words.footnote(number));
    return `<sup><a href="#${noteId(idPrefix, number)}" id="${referenceId(idPrefix, number, count)}" role="doc-noteref" aria-label="${label}">[${number}]</a></sup>`;
  };
  rules.footnote_block_open = (_tokens, _i, _options, env) => {
    const label = attributeText(contextOf(env)?.words.footnotes ?? "");
    return `<section class="footnotes" role="doc-endnotes" aria-label="${label}">\n<ol>\n`;
  };
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, i, _options, env) =>
    `<li id="${noteId(contextOf(env)?.idPrefix ?? "", numbered(tokens[i]).number)}">`;
  rules.footnote_close = () => "</li>\n";
  rules.footnote_anchor = (tokens, i, _options, env) => {
    const context = contextOf(env);
    if (!context) return "";
    const { number, count } = numbered(tokens[i]);
    const { idPrefix, words } = context;
    const label = attributeText(words.backToText(count === 1 ? number : `${number}.${count}`));
    return ` <a href="#${referenceId(idPrefix, number, count)}" role="doc-backlink" aria-label="${label}">↩\uFE0E</a>`;
  };
}

/** Of a token, its note and which of the references to it, both counted from 1. The parser counts from 0. */
function numbered(token: Token | undefined): { number: string; count: number } {
  const { id = 0, subId = 0 } = token?.meta ?? {};
  return { number: String(Number(id) + 1), count: Number(subId) + 1 };
}

/** With underscores, which no id of a heading has. */
const noteId = (prefix: string, number: string): string => `${prefix}_footnote_${number}`;

const referenceId = (prefix: string, number: string, count: number): string =>
  `${prefix}_reference_${number}${count === 1 ? "" : `_${count}`}`;
