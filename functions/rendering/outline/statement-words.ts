import { dateInWords } from "../../domain/date-in-words.ts";
import type { Figure, Statement } from "../../domain/documents/release.ts";
import type { Language } from "../../domain/language.ts";
import { messagesOf } from "../messages/messages-of.ts";

/** “Name, role, date (paraphrase)”. */
export function attribution({ speaker, role, date, kind }: Statement, language: Language): string {
  const label = messagesOf(language).release.statementKinds[kind];
  const who = [speaker, role, dateInWords(date, language)].join(", ");
  return label === undefined ? who : `${who} (${label.toLocaleLowerCase(language)})`;
}

/** What a figure counts, with its note. */
export function labelWithNote({ label, note }: Figure): string {
  return note === undefined ? label : `${label.replace(/\.$/, "")}. ${note.replace(/\.$/, "")}`;
}
