import { dateInWords } from "../../domain/date-in-words.ts";
import type { ReleaseDocument, Statement } from "../../domain/documents/release.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { localIso } from "../format/dates.ts";
import { plainText } from "../format/plain-text.ts";
import { telephone } from "../format/telephone.ts";
import { messagesOf } from "../messages/messages-of.ts";

/**
 * A release as Markdown. Made when content is compiled, so it holds only what is true from the lift on: no related
 * items and no newer figures, which have instants of their own.
 * @param body the Markdown of the body
 * @param notes the Markdown of the notes to editors
 */
export function releaseMarkdown(document: ReleaseDocument, body: string, notes: string | undefined): string {
  const { release, publication } = messagesOf(document.language);
  const cell = (text: string) => oneLine(text.replaceAll("|", "\\|"));
  const row = (...cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const blocks = [
    ...withdrawalBlock(document),
    `# ${document.title}`,
    `**${document.summary}**`,
    dateline(document),
    body.trim(),
  ];
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
  const changes = changesOf(document);
  if (changes.length > 0)
    blocks.push(`## ${changesHeading(document)}`, changes.map((line) => `- ${line}`).join("\n"));
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

/** The Markdown of a release that has been withdrawn since: with its mark, where it has none. */
export function withdrawnMarkdown(document: ReleaseDocument, markdown: string): string {
  const [mark = ""] = withdrawalBlock(document);
  return markdown.startsWith("> **") ? markdown : `${mark}\n\n${markdown}`;
}

function withdrawalBlock(document: ReleaseDocument): string[] {
  const mark = withdrawalMark(document);
  return mark ? [`> **${mark.when}:** ${oneLine(mark.note)}\n>\n> ${mark.asked}`] : [];
}

/** A release as plain text, under the same rule. */
export function releaseText(document: ReleaseDocument): string {
  const { release, publication } = messagesOf(document.language);
  const mark = withdrawalMark(document);
  const blocks = [
    ...(mark ? [`${mark.when.toLocaleUpperCase(document.language)}: ${mark.note}`, mark.asked] : []),
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
    changesHeading(document),
    changesOf(document).map((line) => `- ${line}`),
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

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}

function withNote(label: string, note: string | undefined): string {
  return note === undefined ? label : `${label.replace(/\.$/, "")}. ${note.replace(/\.$/, "")}`;
}

/** City and date of dispatch: “Nur-Sultan, 30 July 2020”. */
function dateline({ city, publishAt, zone, language }: ReleaseDocument): string {
  return `${city}, ${dayOf(publishAt, zone, language)}`;
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

/** Corrections with their notes, and when something was removed for safety, oldest first. */
function changesOf({ corrections, redactedAt = [], zone, language }: ReleaseDocument): string[] {
  const { safety } = messagesOf(language).history;
  return [...corrections, ...redactedAt.map((at) => ({ at, note: safety }))]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, note }) => `${dayOf(at, zone, language)}: ${note}`);
}

function changesHeading({ language, redactedAt }: ReleaseDocument): string {
  const { history, publication } = messagesOf(language);
  return redactedAt ? history.changes : publication.changes;
}

function dayOf(at: Instant, zone: string, language: Language): string {
  return dateInWords(localIso(at, zone).slice(0, 10), language);
}

/** What a withdrawn release begins with: its mark with the day, why, and what not to do with it. */
function withdrawalMark({ withdrawn, zone, language }: ReleaseDocument) {
  if (!withdrawn) return undefined;
  const { history } = messagesOf(language);
  return {
    when: `${history.withdrawn}, ${dayOf(withdrawn.at, zone, language)}`,
    note: withdrawn.note,
    asked: history.withdrawnNotes.release,
  };
}
