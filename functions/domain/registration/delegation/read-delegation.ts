import { cleanLine } from "../text/clean-text.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { cellsOf, splitCells } from "./cells.ts";
import { looksLikeHeading } from "./headings.ts";
import { lineOfNobody } from "./line-of-office.ts";
import { linesOf } from "./lines.ts";
import { NUMBER, NUMBERING } from "./numbering.ts";
import {
  type DelegationProblem,
  type ListedPerson,
  type ReadLine,
  readLine,
  type SplitLine,
} from "./read-line.ts";
import { unheadedColumns } from "./unheaded-columns.ts";
import { isTitleOfList, namesOffice } from "./words-of-lists.ts";

export type { ListedPerson } from "./read-line.ts";

/** Longest text that is taken for a delegation, in characters: twenty people fit many times. */
export const LONGEST_DELEGATION = 20_000;
const MOST_LINES = 500;

/** How long a list may be. */
export interface ListBounds {
  readonly characters: number;
  readonly lines: number;
}
const OF_A_DELEGATION: ListBounds = { characters: LONGEST_DELEGATION, lines: MOST_LINES };

export interface Delegation {
  readonly people: readonly ListedPerson[];
  readonly problems: readonly DelegationProblem[];
  /** What stood in columns that are passed over, each once, in its order. */
  readonly left: readonly string[];
}

/**
 * People as they are pasted or uploaded, one a line, in columns that a semicolon or a tab divides. A line of headings
 * says what stands in them; without one, the names are found by how they look, and no column is taken for the badge.
 * Commas separate columns under headings alone; elsewhere they may stand between people or between the parts of a name,
 * and nobody is to be lost.
 * Numbers, bullets, empty lines and titles that end with a colon are passed over. Whatever else a line has is a problem.
 *
 * @returns undefined for what is no list: a workbook, another document, or far more than a delegation
 */
export function readDelegation(text: string, most: ListBounds = OF_A_DELEGATION): Delegation | undefined {
  if (text.length > most.characters || BINARY.test(text) || DOCUMENT.test(text)) return undefined;
  const { lines, told } = linesOf(text, most.lines);
  const written = lines.filter(({ text }) => !isPassedOver(text));
  if (written.length > most.lines) return undefined;
  const blocks = blocksOf(written, told);
  let office: string | undefined;
  const read = blocks.flatMap((block, i) => {
    const isAbove = i === 0 && blocks.length > 1;
    return splitBlock(block).map(({ line, columns }): ReadLine => {
      const nobody = lineOfNobody(line, block.columns, isAbove);
      if (nobody) office = nobody.office;
      return nobody ? { left: [nobody.text] } : readLine(line, columns, block.columns !== undefined, office);
    });
  });
  return {
    people: read.flatMap(({ person }) => person ?? []),
    problems: read.flatMap(({ problem }) => problem ?? []),
    left: [...new Set(read.flatMap(({ left }) => left ?? []))],
  };
}

/** No text has these; the files of spreadsheet programs, which are archives, do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;
/** How documents begin that are text, and no list. */
const DOCUMENT = /^\s*(?:%PDF-|\{\\rtf|<!doctype|<html|<\?xml)/i;

/** Blank but for separators and numbering, or a title such as `Members of the delegation:` that is no office. */
function isPassedOver(line: string): boolean {
  const cells = line
    .split(/[;\t]/)
    .map(cleanLine)
    .filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  const [first = ""] = cells;
  const isTitle = cells.length === 1 && /^[^,]*:$/.test(first);
  return (
    cells.every((cell) => NUMBER.test(cell)) || (isTitle && (isTitleOfList(first) || !namesOffice(first)))
  );
}

/** Whether a comma divides the name from its number or from nothing: else it may stand between two people, or two parts of a name. */
function isOneName(line: string): boolean {
  const [first = "", second = "", ...more] = (/[;\t]/.test(line) ? undefined : splitCells(line, ",")) ?? [
    "",
    "",
    "",
  ];
  return more.length === 0 && line.includes(",") && (NUMBER.test(first.trim()) || second.trim() === "");
}

/** The lines of a block in cells, with their columns: those of its headings, or those that its lines look like. */
function splitBlock(block: Block) {
  const { lines } = block;
  const oneNameEach = lines.length > 1 && lines.every(({ text }) => isOneName(text));
  const shared = block.delimiter ?? (oneNameEach ? "," : undefined);
  const numbered = lines.length > 1 && lines.every(({ text }, i) => isCounted(text, i + 1));
  const split = lines.map(({ at, text: whole }): SplitLine => {
    const text = numbered ? whole.replace(/^\s*\d+\s+/, "") : whole;
    const delimiter = shared ?? (text.includes("\t") ? "\t" : ";");
    return { at, text, delimiter, cells: cellsOf(text, delimiter) };
  });
  const { columns } = block;
  if (columns) return split.map((line) => ({ line, columns }));
  const rows = split.map((line) => ({ ...line, cells: line.cells && withoutNumber(line.cells) }));
  const found = unheadedColumns(
    rows.flatMap((line) => {
      const { cells = [] } = line;
      const isNobody = cells.length === 0 || looksLikeHeading(cells) || lineOfNobody(line, undefined, false);
      return isNobody ? [] : [cells];
    }),
  );
  return rows.map((line) => ({ line, columns: found }));
}

function withoutNumber(cells: readonly string[]): readonly string[] {
  const row = cells.length > 1 && NUMBER.test(cells[0] ?? "") ? cells.slice(1) : cells;
  return row.map((cell) => cell.replace(NUMBERING, ""));
}

/** `1 Asel Aman` is numbered if the next line begins with 2; `50 Cent` alone is a name. */
const isCounted = (line: string, n: number): boolean =>
  new RegExp(`^\\s*${n}[^\\S\\t]+\\p{L}`, "u").test(line);
