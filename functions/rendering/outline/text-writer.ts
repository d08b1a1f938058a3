import { dateInWords } from "../../domain/date-in-words.ts";
import type { Figure, Statement } from "../../domain/documents/release.ts";
import type { Language } from "../../domain/language.ts";
import { plainText } from "../format/plain-text.ts";
import { messagesOf } from "../messages/messages-of.ts";
import type { OutlineBlock } from "./block.ts";
import { dayInWords } from "./release-outline.ts";
import { attribution, labelWithNote } from "./statement-words.ts";

/** An outline as plain text. Titles and headings stand in capitals. */
export function blocksAsText(blocks: readonly OutlineBlock[], language: Language): string {
  const written = blocks.flatMap((block) => [
    ...(block.heading === undefined ? [] : [upper(block.heading, language)]),
    ...blockAsText(block, language),
  ]);
  return `${written.filter((each) => each !== "").join("\n\n")}\n`;
}

function blockAsText(block: OutlineBlock, language: Language): string[] {
  switch (block.kind) {
    case "mark":
      return [`${upper(block.when, language)}: ${block.note}`, block.asked];
    case "title":
      return [upper(block.text, language)];
    case "stand-first":
    case "line":
      return [block.text];
    case "lines":
      return [block.lines.filter(Boolean).join("\n")];
    case "dateline":
      return [`${block.city}, ${dayInWords(block.at, block.zone, language)}`];
    case "text":
      return [plainText(block.html)];
    case "picture":
      return [[block.picture.alt, block.picture.credit].filter(Boolean).join("\n")];
    case "figures":
      return [listed(block.figures.map((figure) => figureLine(figure, language)))];
    case "statements":
      return [
        listed(block.statements.map((each) => `${attribution(each, language)}: ${said(each, language)}`)),
      ];
    case "terms":
      return [listed(block.terms.map(({ id, title }) => `${id} ${title}`))];
    case "list":
      return [listed(block.lines)];
    case "contacts":
      return [
        block.contacts
          .map(
            ({ name, role, phone, email, hours }) =>
              `${[name, role].filter(Boolean).join(", ")}: ${phone}, ${email}, ${hours}`,
          )
          .join("\n"),
      ];
  }
}

function figureLine(figure: Figure, language: Language): string {
  const { release } = messagesOf(language);
  const lower = (text: string) => text.toLocaleLowerCase(language);
  const { value, source, asOf } = figure;
  return `${value}: ${labelWithNote(figure)} (${lower(release.source)}: ${source}; ${lower(release.asOf)}: ${dateInWords(asOf, language)})`;
}

const said = ({ kind, text }: Statement, language: Language): string =>
  kind === "quote" ? messagesOf(language).quoted(text) : text;

const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

function upper(text: string, language: Language): string {
  return text.toLocaleUpperCase(language);
}
