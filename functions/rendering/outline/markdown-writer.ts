import { dateInWords } from "../../domain/date-in-words.ts";
import type { Statement } from "../../domain/documents/release.ts";
import type { Language } from "../../domain/language.ts";
import { telephone } from "../format/telephone.ts";
import { messagesOf } from "../messages/messages-of.ts";
import type { BlockOf, OutlineBlock } from "./block.ts";
import { withOwnFootnotes } from "./footnote-labels.ts";
import { dayInWords } from "./release-outline.ts";
import { attribution, labelWithNote } from "./statement-words.ts";

/** An outline as Markdown. */
export function blocksAsMarkdown(blocks: readonly OutlineBlock[], language: Language): string {
  const written = withOwnFootnotes(blocks).flatMap((block) => [
    ...(block.heading === undefined ? [] : [`## ${block.heading}`]),
    ...blockAsMarkdown(block, language),
  ]);
  return `${written.filter((each) => each !== "").join("\n\n")}\n`;
}

export function blockAsMarkdown(block: OutlineBlock, language: Language): string[] {
  switch (block.kind) {
    case "mark":
      return [`> **${block.when}:** ${oneLine(block.note)}\n>\n> ${block.asked}`];
    case "title":
      return [`# ${block.text}`];
    case "stand-first":
      return [`**${block.text}**`];
    case "line":
      return [block.text];
    case "lines":
      return [block.lines.join("  \n")];
    case "dateline":
      return [`${block.city}, ${dayInWords(block.at, block.zone, language)}`];
    case "text":
      return [(block.markdown ?? "").trim()];
    case "picture":
      return [`![${block.picture.alt}](${block.picture.path})`, block.picture.credit ?? ""];
    case "figures":
      return [figuresTable(block, language)];
    case "statements":
      return block.statements.map((statement) => said(statement, language));
    case "terms":
      return [listed(block.terms.map(({ id, title }) => `${id} ${title}`))];
    case "list":
      return [listed(block.lines)];
    case "contacts":
      return [
        listed(
          block.contacts.map(
            ({ name, role, phone, email, hours }) =>
              `${[name, role].filter(Boolean).join(", ")}: [${phone}](${telephone(phone)}), <${email}>, ${hours}`,
          ),
        ),
      ];
  }
}

function figuresTable({ figures }: BlockOf<"figures">, language: Language): string {
  const { release } = messagesOf(language);
  const cell = (text: string) => oneLine(text.replaceAll("|", "\\|"));
  const row = (...cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [
    row(release.value, release.what, release.source, release.asOf),
    "|---|---|---|---|",
    ...figures.map((figure) =>
      row(
        figure.value,
        labelWithNote(figure),
        figure.sourceUrl === undefined ? figure.source : `[${figure.source}](${figure.sourceUrl})`,
        dateInWords(figure.asOf, language),
      ),
    ),
  ].join("\n");
}

function said(statement: Statement, language: Language): string {
  const who = attribution(statement, language);
  return statement.kind === "quote"
    ? `> ${statement.text.replaceAll("\n", "\n> ")}\n>\n> — ${who}`
    : `**${who}:** ${statement.text}`;
}

const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ");
