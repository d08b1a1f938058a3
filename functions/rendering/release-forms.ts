import { dateInWords } from "../domain/date-in-words.ts";
import type { ReleaseDocument, Statement } from "../domain/documents/release.ts";
import { localIso } from "./dates.ts";
import { messagesOf } from "./messages/messages-of.ts";
import { plainText } from "./plain-text.ts";
import { telephone } from "./telephone.ts";

/**
 * A release as Markdown. Made when content is compiled, so it holds only what is true from the lift on: no related
 * items and no newer figures, which have instants of their own.
 * @param body the Markdown of the body
 * @param notes the Markdown of the notes to editors
 */
export function releaseMarkdown(document: ReleaseDocument, body: string, notes: string | undefined): string {
  const { release, publication } = messagesOf(document.language);
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
  const row = (...cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const blocks = [`# ${document.title}`, `**${document.summary}**`, dateline(document), body.trim()];
  if (document.figures.length > 0)
    blocks.push(
      `## ${release.figures}`,
      [
        row(release.value, release.what, release.source, release.asOf),
        "|---|---|---|---|",
        ...document.figures.map((figure) =>
          row(
            figure.value,
            withNote(figure.label, figure.note),
            figure.sourceUrl === undefined ? figure.source : `[${figure.source}](${figure.sourceUrl})`,
            dateInWords(figure.asOf, document.language),
          ),
        ),
      ].join("\n"),
    );
  if (document.statements.length > 0) {
    blocks.push(`## ${release.statements}`);
    for (const statement of document.statements) {
      const who = attribution(statement, document);
      blocks.push(
        statement.kind === "quote"
          ? `> ${statement.text.replaceAll("\n", "\n> ")}\n>\n> — ${who}`
          : `**${who}:** ${statement.text}`,
      );
    }
  }
  if (document.goals.length > 0)
    blocks.push(`## ${release.goals}`, document.goals.map(({ id, title }) => `- ${id} ${title}`).join("\n"));
  if (notes !== undefined) blocks.push(`## ${release.notes}`, notes.trim());
  if (document.corrections.length > 0)
    blocks.push(
      `## ${publication.changes}`,
      corrections(document)
        .map((line) => `- ${line}`)
        .join("\n"),
    );
  blocks.push(
    `## ${publication.contacts}`,
    document.contacts
      .map(
        ({ name, role, phone, email, hours }) =>
          `- ${[name, role].filter(Boolean).join(", ")}: [${phone}](${telephone(phone)}), <${email}>, ${hours}`,
      )
      .join("\n"),
  );
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** A release as plain text, under the same rule. */
export function releaseText(document: ReleaseDocument): string {
  const { release, publication } = messagesOf(document.language);
  const blocks = [
    document.title.toLocaleUpperCase(document.language),
    document.summary,
    dateline(document),
    plainText(document.html),
  ];
  const lower = (text: string) => text.toLocaleLowerCase(document.language);
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) blocks.push(title.toLocaleUpperCase(document.language), lines.join("\n"));
  };
  section(
    release.figures,
    document.figures.map(
      ({ value, label, source, asOf, note }) =>
        `- ${value}: ${withNote(label, note)} (${lower(release.source)}: ${source}; ${lower(release.asOf)}: ${dateInWords(asOf, document.language)})`,
    ),
  );
  section(
    release.statements,
    document.statements.map(
      (statement) => `- ${attribution(statement, document)}: ${spoken(statement, document)}`,
    ),
  );
  section(
    release.goals,
    document.goals.map(({ id, title }) => `- ${id} ${title}`),
  );
  section(release.notes, document.notes === undefined ? [] : [plainText(document.notes)]);
  section(
    publication.changes,
    corrections(document).map((line) => `- ${line}`),
  );
  section(
    publication.contacts,
    document.contacts.map(
      ({ name, role, phone, email, hours }) =>
        `${[name, role].filter(Boolean).join(", ")}: ${phone}, ${email}, ${hours}`,
    ),
  );
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function withNote(label: string, note: string | undefined): string {
  return note === undefined ? label : `${label.replace(/\.$/, "")}. ${note.replace(/\.$/, "")}`;
}

/** City and date of dispatch: “Nur-Sultan, 30 July 2020”. */
function dateline({ city, publishAt, zone, language }: ReleaseDocument): string {
  return `${city}, ${dateInWords(localIso(publishAt, zone).slice(0, 10), language)}`;
}

/** “Name, role, date (paraphrase)”. */
function attribution({ speaker, role, date, kind }: Statement, { language }: ReleaseDocument): string {
  const label = messagesOf(language).release.statementKinds[kind];
  const who = [speaker, role, dateInWords(date, language)].join(", ");
  return label === undefined ? who : `${who} (${label.toLocaleLowerCase(language)})`;
}

function spoken({ kind, text }: Statement, { language }: ReleaseDocument): string {
  return kind === "quote" ? messagesOf(language).quoted(text) : text;
}

function corrections({ corrections, zone, language }: ReleaseDocument): string[] {
  return corrections.map(
    ({ at, note }) => `${dateInWords(localIso(at, zone).slice(0, 10), language)}: ${note}`,
  );
}
