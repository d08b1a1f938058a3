import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV that spreadsheets open (RFC 4180, UTF-8 with its mark). Whatever a spreadsheet could take for a formula is
 * led by an apostrophe; telephone numbers, which hold nothing but digits and what separates them, stay as they were typed.
 * Source: OWASP, "CSV Injection".
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map(neutral));
  return stringify(safe, { bom: true, record_delimiter: "windows" });
}

const TELEPHONE = /^\+\d[\d\s().-]*$/;

function neutral(cell: string): string {
  return /^[=+\-@\t\r\n|%＝＋－＠]/.test(cell) && !TELEPHONE.test(cell) ? `'${cell}` : cell;
}
