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

/** The lines of a text, and the delimiter that its first line tells, if it does. */
export function linesOf(text: string): {
  readonly lines: readonly Line[];
  readonly told: string | undefined;
} {
  const all = text
    .replace(/^\uFEFF/, "")
    .split(LINE_BREAK)
    .map((line, i): Line => ({ at: i + 1, text: line }));
  const told = SEPARATOR_LINE.exec(all[0]?.text ?? "")?.[1];
  return { lines: joinedOverBreaks(told ? all.slice(1) : all, told), told };
}

/**
 * Lines of which one cell of several has a break within its quotation are one row (RFC 4180, section 2.6). Where the
 * quotation is all that a line has, or does not end soon, they stay as they are: it may be a mark that was forgotten.
 */
function joinedOverBreaks(lines: readonly Line[], told: string | undefined): Line[] {
  const joined: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const end = /[;\t]/.test(line.text) || told ? endOfQuotation(lines, i, told) : undefined;
    const rows = lines.slice(i, (end ?? i) + 1).map(({ text }) => text);
    joined.push({ at: line.at, text: rows.join(" ") });
    i = end ?? i;
  }
  return joined;
}

function endOfQuotation(lines: readonly Line[], first: number, told: string | undefined): number | undefined {
  const { text } = lines[first] as Line;
  const delimiter = told ?? (text.includes("\t") ? "\t" : ";");
  if (!text.includes('"') || splitCells(text, delimiter)) return undefined;
  let row = text;
  for (let i = first + 1; i < Math.min(lines.length, first + LONGEST_QUOTATION); i++) {
    row += ` ${lines[i]?.text}`;
    if (splitCells(row, delimiter)) return i;
  }
  return undefined;
}
