import { parse } from "csv-parse/sync";
import { cleanLine } from "./clean-text.ts";
import type { FieldErrorCode } from "./field-error.ts";
import { LONGEST_NAME, type NamedParticipant } from "./participant.ts";

/** Longest text that is taken for a delegation, in characters: twenty people fit many times. */
export const LONGEST_DELEGATION = 20_000;
const MOST_LINES = 500;

/** A line that names nobody for certain; its detail begins with its number, counted from 1. */
export interface DelegationProblem {
  readonly code: Extract<FieldErrorCode, `delegation-${string}`>;
  readonly detail: string;
}

export interface Delegation {
  readonly people: readonly NamedParticipant[];
  readonly problems: readonly DelegationProblem[];
}

/**
 * People as they are pasted or uploaded, one a line: the name, then what the badge shows, after a semicolon or a tab.
 * A line of headings may name other columns, which are then passed over. Commas separate columns under such headings
 * alone; elsewhere they may stand between people or between the parts of a name, and nobody is to be lost.
 * Numbers, bullets, empty lines and titles that end with a colon are passed over. Whatever else a line has is a problem.
 *
 * @returns undefined for what is no list: a workbook, another document, or far more than a delegation
 */
export function readDelegation(text: string): Delegation | undefined {
  if (text.length > LONGEST_DELEGATION || BINARY.test(text) || DOCUMENT.test(text)) return undefined;
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(LINE_BREAK)
    .map((line, i): Line => ({ at: i + 1, text: line }));
  const told = SEPARATOR_LINE.exec(lines[0]?.text ?? "")?.[1];
  const written = (told ? lines.slice(1) : lines).filter(({ text }) => !isPassedOver(text));
  if (written.length > MOST_LINES) return undefined;
  const read = blocksOf(written, told).flatMap(readBlock);
  return {
    people: read.flatMap(({ person }) => person ?? []),
    problems: read.flatMap(({ problem }) => problem ?? []),
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
  readonly person?: NamedParticipant;
  readonly problem?: DelegationProblem;
}
/** Lines that have their columns in common: a heading, if there is one, and what follows until the next. */
interface Block {
  readonly columns?: readonly Column[];
  readonly delimiter?: string | undefined;
  readonly lines: Line[];
}

type Column = "number" | "name" | "name-part" | "badge" | "other";

/** What headings say, in the languages of the newsroom. */
const HEADINGS: ReadonlyMap<string, Column> = new Map(
  Object.entries({
    number: "№|№ п/п|n|no|nr|#|п/п|номер|number|р/с|рет саны|реттік нөмірі|",
    name: "full name|participant|participants|фио|ф и о|фио участника|фио делегата|делегат|имя и фамилия|фамилия и имя|фамилия имя|имя фамилия|фамилия, имя|фамилия имя отчество|фамилия, имя, отчество|участник|участники|аты-жөні|аты жөні|тегі, аты|тегі аты|тегі, аты, әкесінің аты|тегі аты әкесінің аты|тегі, аты-жөні|қатысушы|қатысушылар",
    "name-part":
      "name|first name|given name|last name|surname|family name|middle name|имя|фамилия|отчество|аты|есімі|тегі|әкесінің аты",
    badge:
      "badge|badge name|name on badge|name on the badge|бейдж|бейджик|на бейдже|имя на бейдже|имя для бейджа|надпись на бейдже|төсбелгі|төсбелгідегі аты|бейдждегі аты",
    other:
      "position|job title|title|role|organisation|organization|company|country|city|email|e-mail|phone|telephone|note|notes|должность|звание|роль|организация|компания|место работы|страна|город|почта|эл почта|электронная почта|телефон|примечание|примечания|лауазымы|лауазым|қызметі|ұйым|ұйымы|мекеме|мекемесі|жұмыс орны|ел|елі|қала|қаласы|пошта|эл пошта|электрондық пошта|телефоны|ескерту",
  } satisfies Record<Column, string>).flatMap(([column, said]) =>
    said.split("|").map((each) => [each, column as Column] as const),
  ),
);
/** Headings that may also stand in the columns of a person, as a role. */
const ROLES = new Set(["participant", "участник", "делегат", "қатысушы"]);

/** As `Ф.И.О. (полностью):` is read. */
const headingOf = (cell: string): Column | undefined =>
  HEADINGS.get(cleanLine(cell.toLowerCase().replace(/\([^()]*\)|[.:*]/g, "")));

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

function readBlock(block: Block): Read[] {
  const { lines, columns } = block;
  const oneNameEach = lines.length > 1 && lines.every(({ text }) => isOneName(text));
  const shared = block.delimiter ?? (oneNameEach ? "," : undefined);
  const numbered = lines.length > 1 && lines.every(({ text }, i) => isCounted(text, i + 1));
  return lines.map((line) => {
    const text = numbered ? line.text.replace(/^\s*\d+\s+/, "") : line.text;
    return readLine({ at: line.at, text }, shared, columns);
  });
}

/** `1 Asel Aman` is numbered if the next line begins with 2; `50 Cent` alone is a name. */
const isCounted = (line: string, n: number): boolean =>
  new RegExp(`^\\s*${n}[^\\S\\t]+\\p{L}`, "u").test(line);

function readLine({ at, text }: Line, shared?: string, columns?: readonly Column[]): Read {
  const problem = (code: DelegationProblem["code"], detail = ""): Read => ({
    problem: { code, detail: `${at} ${detail}`.trim() },
  });
  const delimiter = shared ?? (text.includes("\t") ? "\t" : ";");
  const cells = cellsOf(text, delimiter);
  if (!cells) return problem("delegation-line-unreadable");
  if (cells.length === 0) return {};
  if (looksLikeHeading(cells)) return problem("delegation-heading");
  const isTable = delimiter === "," || (columns ?? []).length > 1 || text.includes('"');
  if (!isTable && (cellsOf(text, ",") ?? []).length > 1) return problem("delegation-commas");

  const row = !columns && cells.length > 1 && NUMBER.test(cells[0] ?? "") ? cells.slice(1) : cells;
  const known: readonly Column[] = columns ?? ["name", "badge"];
  if (row.length > known.length) return problem("delegation-columns", String(cells.length));
  const under = (...wanted: Column[]) =>
    row.filter((cell, i) => cell !== "" && wanted.includes(known[i] ?? "other"));
  if (under("number").some((cell) => !NUMBER.test(cell))) return problem("delegation-heading");
  if (under("name", "name-part", "badge", "other").length === 0) return {};
  const name = under("name", "name-part").join(" ").replace(NUMBERING, "").replace(/,$/, "");
  const badge = under("badge").join(" ");
  if (name === "") return problem("delegation-name-missing");
  if (Math.max(name.length, badge.length) > LONGEST_NAME)
    return problem("delegation-too-long", String(LONGEST_NAME));
  return { person: badge === "" ? { name } : { name, badge } };
}

/** Names columns, of which some are not known or none is the name: whose names stand where is not certain. */
function looksLikeHeading(cells: readonly string[]): boolean {
  const names = cells.filter((cell, i) => {
    const heading = headingOf(cell);
    const isName = heading === "name" || heading === "name-part";
    return cell !== "" && isName && (i === 0 || !ROLES.has(cell.toLowerCase()));
  });
  return names.length > 0 || (cells.length > 1 && cells.every((cell) => headingOf(cell) !== undefined));
}

/** Columns of a line (RFC 4180), without empty ones at its end; undefined where a quotation does not end. */
function cellsOf(line: string, delimiter: string): string[] | undefined {
  const clean = splitCells(line, delimiter)?.map(cleanLine);
  return clean?.slice(0, clean.findLastIndex((cell) => cell !== "") + 1);
}

const splitCells = (line: string, delimiter: string): string[] | undefined =>
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
