import { parse } from "csv-parse/sync";
import type { NamedParticipant } from "./participant.ts";

/** What the first row says where it names columns, in the languages of the newsroom. */
const NAME_HEADINGS = new Set([
  "name",
  "full name",
  "фио",
  "имя",
  "фамилия и имя",
  "аты-жөні",
  "аты",
  "тегі, аты",
]);

/** Longest text that is taken for a delegation, in characters: twenty people fit many times. */
export const LONGEST_DELEGATION = 20_000;

/**
 * People as they are pasted or uploaded: one a line, or CSV as spreadsheets write it (RFC 4180; comma, semicolon or
 * tab), the name first and what the badge shall show second. A heading and empty lines are passed over.
 *
 * @returns undefined for a text that is no list
 */
export function peopleOfDelegation(text: string): NamedParticipant[] | undefined {
  const clean = text.replace(/^\uFEFF/, "").replaceAll("\u0000", "");
  if (clean.length > LONGEST_DELEGATION) return undefined;
  const rows = rowsOf(clean);
  return rows?.flatMap(([name = "", badge = ""], i) => {
    if (name === "" || (i === 0 && NAME_HEADINGS.has(name.toLowerCase()))) return [];
    return [badge === "" ? { name } : { name, badge }];
  });
}

function rowsOf(text: string): string[][] | undefined {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = ["\t", ";", ","].find((each) => first.includes(each)) ?? ";";
  try {
    return parse(text, {
      delimiter,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    return undefined; // a quotation that never ends: the person is asked, and the text stays as it is
  }
}
