import type { Column } from "./column.ts";

/**
 * Columns of a list without headings, from what stands in them: the first with whole names is the name; surname, first
 * name and patronymic in columns of their own are parts of it. Nothing is ever taken for the name on a badge, which would
 * be printed: a second column may hold a position, a telephone number or an outlet.
 *
 * @param rows cells of each line, their number left out
 */
export function unheadedColumns(rows: readonly (readonly string[])[]): readonly Column[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? ""));
  const parts = nameParts(columns);
  if (parts > 1) return columns.map((cells, i) => (i < parts ? "name-part" : kindOf(cells)));
  const whole = columns.findIndex((cells) => cells.every((cell) => cell === "" || isFullName(cell)));
  const name = whole >= 0 ? whole : columns.findIndex((cells) => kindOf(cells) === "other");
  return columns.map((cells, i) => (i === Math.max(0, name) ? "name" : kindOf(cells)));
}

/** Whether a cell that is passed over may be somebody: capitalised words alone, beside a name of no more than one word. */
export const mayBeSomebody = (cell: string, name: string): boolean =>
  isFullName(cell) || (CAPITALISED.test(cell) && !name.includes(" "));

const CAPITALISED = /^\p{Lu}[\p{L}\p{M}’'.-]*$/u;
export const isCapitalised = (word: string): boolean => CAPITALISED.test(word);
const PATRONYMIC = /(?:вич|вна|чна|ұлы|улы|қызы|кызы|uly|qyzy|kyzy|vich|vna)$/iu;

export const isPatronymic = (word: string): boolean => CAPITALISED.test(word) && PATRONYMIC.test(word);

/** Two to five words, each with a capital. */
export function isFullName(cell: string): boolean {
  const words = cell.split(" ");
  return words.length > 1 && words.length < 6 && words.every((word) => CAPITALISED.test(word));
}

/** How many columns at the front hold one part of a name each, in every line. */
function nameParts(columns: readonly (readonly string[])[]): number {
  const [first = [], second = [], third = []] = columns;
  if (![...first, ...second].every((cell) => CAPITALISED.test(cell))) return 0;
  return third.length > 0 && third.every((cell) => PATRONYMIC.test(cell)) ? 3 : 2;
}

const kindOf = (cells: readonly string[]): Column =>
  cells.every((cell) => cell === "" || /^[^\s@]+@[^\s@]+$/.test(cell)) ? "email" : "other";
