import { parse } from "csv-parse/sync";
import { cleanLine } from "../text/clean-text.ts";

/** Columns of a line (RFC 4180), without empty ones at its end; undefined where a quotation does not end. */
export function cellsOf(line: string, delimiter: string): string[] | undefined {
  const clean = splitCells(line, delimiter)?.map(cleanLine);
  return clean?.slice(0, clean.findLastIndex((cell) => cell !== "") + 1);
}

export const splitCells = (line: string, delimiter: string): string[] | undefined =>
  line.includes('"') ? quotedCells(line, delimiter) : line.split(delimiter);

function quotedCells(line: string, delimiter: string): string[] | undefined {
  const options = { delimiter, trim: true, relax_column_count: true };
  try {
    return parse(line, { ...options, relax_quotes: true })[0] ?? [];
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "CSV_QUOTE_NOT_CLOSED") return undefined;
    return line.split(delimiter); // `"Bota" Serik` is a name and no quotation
  }
}
