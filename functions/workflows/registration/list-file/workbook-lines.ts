import { zipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import { inCell } from "./in-cell.ts";
import type { Parts } from "./unpacked-parts.ts";

/** A sheet with a cell beyond these is no list of a delegation; the reader fills all cells before it with nothing. */
const LAST_ROW = 2_000;
const LAST_COLUMN = 100;
const MOST_SHEETS = 10;

export const isPartOfWorkbook = (name: string): boolean =>
  name === "[Content_Types].xml" || name === "_rels/.rels" || /^xl\/[^.]*\.xml(?:\.rels)?$/.test(name);

/**
 * Rows of a workbook (.xlsx), all its sheets one after another, as lines whose cells a tab divides. Of formulas the
 * values that the workbook was saved with.
 *
 * @throws Error for what is damaged, or no list of people
 */
export async function workbookLines(parts: Parts): Promise<string[]> {
  const sheets = [...parts].filter(([name]) => /^xl\/worksheets\//.test(name) && name.endsWith(".xml"));
  if (sheets.length > MOST_SHEETS) throw new Error("It has too many sheets.");
  for (const [, sheet] of sheets) refuseFarCells(sheet.toString("utf8"));
  // Packed anew, so that the reader sees nothing but what was unpacked within bounds.
  const packed = zipSync(Object.fromEntries(parts), { level: 0 });
  const read = await readWorkbook(new Blob([new Uint8Array(packed)]));
  return read.flatMap(({ data }) => data.map((row) => row.map(textOf).join("\t")));
}

/** @throws Error where a row or a cell says that it stands too far away, or says so in no plain way */
function refuseFarCells(sheet: string): void {
  for (const [, place = ""] of sheet.matchAll(/\sr\s*=\s*["']([^"']{0,20})["']?/g)) {
    const [, letters = "", row = ""] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (row === "" || Number(row) > LAST_ROW || column > LAST_COLUMN)
      throw new Error(`It has a cell at ${place}.`);
  }
}

/** Dates as they are written in ISO 8601, so that nobody's are taken for others. */
const textOf = (cell: unknown): string =>
  inCell(cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ""));
