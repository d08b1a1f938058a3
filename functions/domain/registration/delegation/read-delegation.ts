import { cleanLine } from "../clean-text.ts";
import type { FieldErrorCode } from "../field-error.ts";
import { LONGEST_NAME, type NamedParticipant } from "../participant.ts";
import { cellsOf, splitCells } from "./cells.ts";
import { type Column, headingOf, looksLikeHeading } from "./headings.ts";
import { isWholeName, mayBeSomebody, unheadedColumns } from "./unheaded-columns.ts";

/** Longest text that is taken for a delegation, in characters: twenty people fit many times. */
export const LONGEST_DELEGATION = 20_000;
const MOST_LINES = 500;

/** How long a list may be. */
export interface ListBounds {
  readonly characters: number;
  readonly lines: number;
}
const OF_A_DELEGATION: ListBounds = { characters: LONGEST_DELEGATION, lines: MOST_LINES };

/** A line that names nobody for certain; its detail begins with its number, counted from 1. */
export interface DelegationProblem {
  readonly code: Extract<FieldErrorCode, `delegation-${string}`>;
  readonly detail: string;
}

/** Somebody of a list, with what else it says of them. */
export interface ListedPerson extends NamedParticipant {
  readonly position?: string;
  readonly organisation?: string;
  readonly email?: string;
}

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
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(LINE_BREAK)
    .map((line, i): Line => ({ at: i + 1, text: line }));
  const told = SEPARATOR_LINE.exec(lines[0]?.text ?? "")?.[1];
  const written = (told ? lines.slice(1) : lines).filter(({ text }) => !isPassedOver(text));
  if (written.length > most.lines) return undefined;
  const read = blocksOf(written, told).flatMap((block, i, all) => readBlock(block, all[i + 1] !== undefined));
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
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** With which Excel is told the delimiter. */
const SEPARATOR_LINE = /^\s*sep=([;,\t])\s*$/i;
const NUMBER = /^(?:(?:№|#|no\.?)\s*)?\d{1,3}\s*[.)]?$/i;
/** `1. `, `1) `, `№ 1 ` and bullets, before a name. */
const NUMBERING = /^(?:(?:№|#)\s*\d{1,3}\s*[.):]?|\d{1,3}\s*[.)])\s*(?=[^\s\d])|^[-–—•*·▪]\s+/;

interface Line {
  readonly at: number;
  readonly text: string;
}
interface Read {
  readonly person?: ListedPerson;
  readonly left?: readonly string[];
  readonly problem?: DelegationProblem;
}
/** Lines that have their columns in common: a heading, if there is one, and what follows until the next. */
interface Block {
  readonly columns?: readonly Column[];
  readonly delimiter?: string | undefined;
  readonly lines: Line[];
}

/** Blank but for separators and numbering, or a title such as `Members of the delegation:`. */
function isPassedOver(line: string): boolean {
  const cells = line
    .split(/[;\t]/)
    .map(cleanLine)
    .filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  return cells.every((cell) => NUMBER.test(cell)) || (cells.length === 1 && /^[^,]*:$/.test(cells[0] ?? ""));
}

function blocksOf(lines: readonly Line[], told: string | undefined): Block[] {
  const blocks: Block[] = [{ delimiter: told, lines: [] }];
  for (const line of lines) {
    const heading = headingIn(line.text);
    if (heading) blocks.push({ ...heading, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

/** The columns of a line on which nothing but headings stands, a name among them. */
function headingIn(line: string): Pick<Block, "columns" | "delimiter"> | undefined {
  const whole = headingOf(cleanLine(line)); // `Фамилия, имя` is one heading
  const delimiter = whole ? undefined : ["\t", ";", ","].find((each) => line.includes(each));
  const cells = whole ? [cleanLine(line)] : cellsOf(line, delimiter ?? ";");
  const columns = cells?.flatMap((cell) => headingOf(cell) ?? []);
  if (!cells || columns?.length !== cells.length) return undefined;
  const names = columns.filter((each) => each === "name").length;
  const parts = columns.filter((each) => each === "name-part").length;
  const badges = columns.filter((each) => each === "badge").length;
  const isClear = names === 1 ? parts === 0 : names === 0 && parts > 0;
  return isClear && badges <= 1 ? { columns, delimiter } : undefined;
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

/** @param isAbove whether headings follow: what stands above them may be the title of the list */
function readBlock(block: Block, isAbove: boolean): Read[] {
  const { lines } = block;
  const oneNameEach = lines.length > 1 && lines.every(({ text }) => isOneName(text));
  const shared = block.delimiter ?? (oneNameEach ? "," : undefined);
  const numbered = lines.length > 1 && lines.every(({ text }, i) => isCounted(text, i + 1));
  const split = lines.map(({ at, text: whole }): SplitLine => {
    const text = numbered ? whole.replace(/^\s*\d+\s+/, "") : whole;
    const delimiter = shared ?? (text.includes("\t") ? "\t" : ";");
    return { at, text, delimiter, cells: cellsOf(text, delimiter) };
  });
  if (block.columns) return split.map((line) => readLine(line, block.columns ?? [], true));
  const rows = split.map((line) => ({ ...line, cells: line.cells && withoutNumber(line.cells) }));
  const columns = unheadedColumns(
    rows.flatMap(({ cells = [] }) => (cells.length === 0 || looksLikeHeading(cells) ? [] : [cells])),
  );
  return rows.map((line) =>
    isAbove && isTitle(line) ? { left: [line.text.trim()] } : readLine(line, columns, false),
  );
}

/** `List of the delegation`: several words, of which not each has a capital, alone in a row. */
const isTitle = ({ cells = [] }: SplitLine): boolean => {
  const [only = "", ...others] = cells.filter((cell) => cell !== "");
  return others.length === 0 && only.includes(" ") && !isWholeName(only);
};

interface SplitLine extends Line {
  readonly delimiter: string;
  /** Undefined where a quotation does not end. */
  readonly cells: readonly string[] | undefined;
}

function withoutNumber(cells: readonly string[]): readonly string[] {
  const row = cells.length > 1 && NUMBER.test(cells[0] ?? "") ? cells.slice(1) : cells;
  return row.map((cell) => cell.replace(NUMBERING, ""));
}

/** `1 Asel Aman` is numbered if the next line begins with 2; `50 Cent` alone is a name. */
const isCounted = (line: string, n: number): boolean =>
  new RegExp(`^\\s*${n}[^\\S\\t]+\\p{L}`, "u").test(line);

function readLine(
  { at, text, delimiter, cells }: SplitLine,
  columns: readonly Column[],
  told: boolean,
): Read {
  const problem = (code: DelegationProblem["code"], detail = ""): Read => ({
    problem: { code, detail: `${at} ${detail}`.trim() },
  });
  if (!cells) return problem("delegation-line-unreadable");
  if (cells.length === 0) return {};
  if (looksLikeHeading(cells)) return problem("delegation-heading");
  const isTable = delimiter === "," || (told && columns.length > 1) || text.includes('"');
  if (!isTable && (cellsOf(text, ",") ?? []).length > 1) return problem("delegation-commas");
  if (cells.length > columns.length) return problem("delegation-columns", String(cells.length));

  const under = (...wanted: Column[]) =>
    cells.filter((cell, i) => cell !== "" && wanted.includes(columns[i] ?? "other"));
  const said = (wanted: Column) => under(wanted).join(" ");
  if (under("number").some((cell) => !NUMBER.test(cell))) return problem("delegation-heading");
  if (cells.every((cell, i) => cell === "" || columns[i] === "number")) return {};
  const name = under("name", "name-part").join(" ").replace(NUMBERING, "").replace(/,$/, "");
  if (name === "") return problem("delegation-name-missing");
  const left = under("other");
  if (!told && left.some((cell) => mayBeSomebody(cell, name))) return problem("delegation-heading");
  const rest = { badge: said("badge"), position: said("position"), organisation: said("organisation") };
  if (Math.max(...[name, ...Object.values(rest)].map(({ length }) => length)) > LONGEST_NAME)
    return problem("delegation-too-long", String(LONGEST_NAME));
  const known = Object.entries({ ...rest, email: said("email") }).filter(([, value]) => value !== "");
  return { person: { name, ...Object.fromEntries(known) }, left };
}
