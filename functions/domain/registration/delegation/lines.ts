import { splitCells } from "./cells.ts";

/** A line of a list; `at` counts from 1. */
export interface Line {
  readonly at: number;
  readonly text: string;
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** With which Excel is told the delimiter. */
const SEPARATOR_LINE = /^\s*sep=([;,\t])\s*$/i;
/** Lines over which one cell may reach. */
const LONGEST_QUOTATION = 12;

/**
 * The lines of a text, and the delimiter that its first line tells, if it does.
 * @param most how many a list has; of no more it is tried whether they go on in the next
 */
export function linesOf(
  text: string,
  most: number,
): {
  readonly lines: readonly Line[];
  readonly told: string | undefined;
} {
  const all = text
    .replace(/^\uFEFF/, "")
    .split(LINE_BREAK)
    .map((line, i): Line => ({ at: i + 1, text: line }));
  const told = SEPARATOR_LINE.exec(all[0]?.text ?? "")?.[1];
  return { lines: joinedOverBreaks(told ? all.slice(1) : all, told, most), told };
}

/**
 * Lines of which one cell of several has a break within its quotation are one row (RFC 4180, section 2.6). Where the
 * quotation is all that a line has, or does not end soon, they stay as they are: it may be a mark that was forgotten.
 */
function joinedOverBreaks(lines: readonly Line[], told: string | undefined, most: number): Line[] {
  const joined: Line[] = [];
  let tried = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const mayGoOn = hasOddQuotes(line.text) && (/[;\t]/.test(line.text) || told !== undefined);
    const end = mayGoOn && tried++ < most ? endOfQuotation(lines, i, told) : undefined;
    const rows = lines.slice(i, (end ?? i) + 1).map(({ text }) => text);
    joined.push({ at: line.at, text: rows.join(" ") });
    i = end ?? i;
  }
  return joined;
}

/** The row is read once, where its quotation marks are in pairs: reading costs far more than counting. */
function endOfQuotation(lines: readonly Line[], first: number, told: string | undefined): number | undefined {
  const { text } = lines[first] as Line;
  const delimiter = told ?? (text.includes("\t") ? "\t" : ";");
  let isOpen = true;
  let row = text;
  for (let i = first + 1; i < Math.min(lines.length, first + LONGEST_QUOTATION); i++) {
    const next = lines[i]?.text ?? "";
    row += ` ${next}`;
    if (hasOddQuotes(next)) isOpen = !isOpen;
    if (!isOpen)
      return splitCells(text, delimiter) === undefined && splitCells(row, delimiter) ? i : undefined;
  }
  return undefined;
}

const hasOddQuotes = (text: string): boolean => text.split('"').length % 2 === 0;
