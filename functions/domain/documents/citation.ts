import { dateInWords } from "../date-in-words.ts";
import { LANGUAGE_RULES, type Language } from "../language.ts";
import { typeset } from "../typography.ts";
import { anchor } from "./anchor.ts";
import type { Figure, Statement } from "./release.ts";

/** Where a figure or a statement was published: what a citation must name. */
export interface CitedPublication {
  readonly release: { readonly title: string; readonly path: string };
  readonly site: { readonly organisation: string; readonly address: string };
  readonly language: Language;
}

/**
 * A figure ready to paste: value, what it counts, the date for which it holds, source, newsroom and the absolute
 * address of its anchor, as plain text on one line.
 */
export function figureCitation({
  figure,
  ...published
}: CitedPublication & { readonly figure: Figure }): string {
  const { value, label, source } = figure;
  const date = dateInWords(figure.asOf, published.language);
  const words = LANGUAGE_RULES[published.language].citations;
  const sentences = [words.figure(value, label, date), words.source(source)];
  const text = [...sentences.map(sentence), origin(published, anchor("figure", figure.id))].join(" ");
  return typeset(text, published.language);
}

/** A statement ready to paste: speaker, role, date and words; a paraphrase is called one and has no quotation marks. */
export function statementCitation({
  statement,
  ...published
}: CitedPublication & { readonly statement: Statement }): string {
  const { language } = published;
  const who = `${statement.speaker}, ${statement.role}`;
  const date = dateInWords(statement.date, language);
  const said =
    statement.kind === "quote"
      ? `${who}, ${date}: ${LANGUAGE_RULES[language].quoted(statement.text)}`
      : `${who}, ${date} (${LANGUAGE_RULES[language].citations.paraphrase}): ${statement.text}`;
  const text = `${sentence(said)} ${origin(published, anchor("statement", statement.id))}`;
  return typeset(text, language);
}

function origin({ release, site, language }: CitedPublication, name: string): string {
  const { quoted, citations } = LANGUAGE_RULES[language];
  const published = citations.published(site.organisation, quoted(release.title));
  return `${published}: ${site.address}${release.path}#${name}`;
}

/** With one full stop at the end, unless it has its own mark there. */
function sentence(text: string): string {
  return /[.!?…][”»"]?$/u.test(text) ? text : `${text}.`;
}
