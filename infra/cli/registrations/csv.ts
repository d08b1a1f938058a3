import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV that spreadsheets open (RFC 4180, UTF-8 with its mark). Whatever a spreadsheet could take for a formula is
 * led by an apostrophe, in every line of a cell: spreadsheets differ in where they see a cell end, which is also why all
 * cells are quoted. Telephone numbers, which hold nothing but digits and what separates them, stay as they were typed.
 * Source: OWASP, "CSV Injection".
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map((cell) => cell.split(LINE_END).map(neutral).join("\n")));
  return stringify(safe, { bom: true, record_delimiter: "windows", quoted_string: true });
}

const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;
const TELEPHONE = /^\+\d[\d\s().-]*$/;

function neutral(line: string): string {
  return /^[=+\-@\t|%＝＋－＠]/.test(line) && !TELEPHONE.test(line) ? `'${line}` : line;
}
