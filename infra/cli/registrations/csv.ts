import { stringify } from "csv-stringify/sync";

/** What may stand between the cells of a row. */
export type CsvSeparator = "," | ";" | "\t";

/**
 * Rows as CSV that spreadsheets open (RFC 4180, UTF-8 with its mark). Whatever a spreadsheet could take for a formula is
 * led by an apostrophe, in every line of a cell: spreadsheets differ in where they see a cell end, which is also why all
 * cells are quoted. One that splits at another character than ours sees a cell begin after it, so what stands there is
 * led in the same way. Telephone numbers, which hold nothing but digits and what separates them, stay as they were typed.
 * Source: OWASP, "CSV Injection".
 */
export function csv(rows: readonly (readonly string[])[], separator: CsvSeparator = ","): string {
  const others = OTHERS[separator];
  const safe = rows.map((row) =>
    row.map((cell) =>
      cell
        .split(LINE_END)
        .map((line) => neutralLine(line, others))
        .join("\n"),
    ),
  );
  return stringify(safe, {
    bom: true,
    delimiter: separator,
    record_delimiter: "windows",
    quoted_string: true,
  });
}

const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;
const TELEPHONE = /^\+\d[\d\s().-]*$/;
/** What else spreadsheets split at, kept by `split` as an element of its own. */
const OTHERS: Readonly<Record<CsvSeparator, RegExp>> = { ",": /([;\t])/, ";": /([,\t])/, "\t": /([,;])/ };

const neutralLine = (line: string, others: RegExp): string => {
  const parts = line.split(others);
  return neutral(parts.map((part, i) => (i > 0 && i % 2 === 0 ? neutral(part) : part)).join(""));
};

function neutral(text: string): string {
  return /^[=+\-@\t|%＝＋－＠]/.test(text) && !TELEPHONE.test(text) ? `'${text}` : text;
}
