import { parse } from "csv-parse/sync";
import type { NamedParticipant } from "./participant.ts";

/** What the first row says where it names columns, in the languages of the newsroom. */
const NAME_HEADINGS = new Set([
  "name",
  "full name",
  "participant",
  "фио",
  "ф.и.о.",
  "имя",
  "имя и фамилия",
  "фамилия и имя",
  "участник",
  "аты-жөні",
  "аты",
  "тегі, аты",
  "қатысушы",
]);

/** Longest text that is taken for a delegation, in characters: twenty people fit many times. */
export const LONGEST_DELEGATION = 20_000;

/**
 * People as they are pasted or uploaded: one a line, or CSV as spreadsheets write it (RFC 4180; comma, semicolon or
 * tab), the name first and what the badge shall show second. A heading and empty lines are passed over; whoever has a
 * badge and no name is kept, with an empty one, so that it can be asked for.
 *
 * @returns undefined for what is no list: a workbook, or far more than a delegation
 */
export function peopleOfDelegation(text: string): NamedParticipant[] | undefined {
  if (text.length > LONGEST_DELEGATION || BINARY.test(text)) return undefined;
  return rowsOf(text.replace(/^\uFEFF/, "").replace(SEPARATOR_LINE, "")).flatMap(
    ([name = "", badge = ""], i) => {
      if ((name === "" && badge === "") || (i === 0 && NAME_HEADINGS.has(name.toLowerCase()))) return [];
      return [badge === "" ? { name } : { name, badge }];
    },
  );
}

/** No text has these; the files of spreadsheet programs, which are archives, do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;
/** With which Excel is told the delimiter. */
const SEPARATOR_LINE = /^\s*sep=[;,\t]\r?\n/i;

function rowsOf(text: string): string[][] {
  const delimiter = ["\t", ";", ","].find((each) => text.includes(each)) ?? ";";
  const options = { delimiter, trim: true, relax_column_count: true, skip_empty_lines: true };
  try {
    return parse(text, { ...options, relax_quotes: true });
  } catch {
    return parse(text, { ...options, quote: false }); // `"Bota" Serik` is a name and no quotation
  }
}
