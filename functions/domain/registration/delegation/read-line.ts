import { LONGEST_NAME, type NamedParticipant } from "../participant.ts";
import type { FieldErrorCode } from "../text/field-error.ts";
import type { Column } from "./column.ts";
import { looksLikeHeading } from "./headings.ts";
import type { Line } from "./lines.ts";
import { nameAndPosition } from "./name-and-position.ts";
import { NUMBER, NUMBERING } from "./numbering.ts";
import { isCapitalised, isFullName, mayBeSomebody } from "./unheaded-columns.ts";
import { mayNameAnother } from "./words-of-lists.ts";

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

export interface SplitLine extends Line {
  readonly delimiter: string;
  /** Undefined where a quotation does not end. */
  readonly cells: readonly string[] | undefined;
}

/** What one line says. */
export interface ReadLine {
  readonly person?: ListedPerson;
  readonly left?: readonly string[];
  readonly problem?: DelegationProblem;
}

export const problemAt = (at: number, code: DelegationProblem["code"], detail = ""): ReadLine => ({
  problem: { code, detail: `${at} ${detail}`.trim() },
});

/**
 * @param told whether headings say what the columns are
 * @param office under whose name people stand who have none of their own
 */
export function readLine(
  { at, text, delimiter, cells }: SplitLine,
  columns: readonly Column[],
  told: boolean,
  office: string | undefined,
): ReadLine {
  const problem = (code: DelegationProblem["code"], detail?: string) => problemAt(at, code, detail);
  if (!cells) return problem("delegation-line-unreadable");
  if (cells.length === 0) return {};
  if (looksLikeHeading(cells)) return problem("delegation-heading");
  const isTable = delimiter === "," || (told && columns.length > 1) || text.includes('"');
  const isName = (i: number) => columns[i] === "name" || columns[i] === "name-part";
  const hasCommas =
    !isTable && cells.some((cell, i) => /,\s*\S/.test(cell) && (isName(i) || mayBeSeveral(cell)));
  if (cells.length > columns.length)
    return hasCommas ? problem("delegation-commas") : problem("delegation-columns", String(cells.length));

  const under = (...wanted: Column[]) =>
    cells.filter((cell, i) => cell !== "" && wanted.includes(columns[i] ?? "other"));
  const said = (wanted: Column) => under(wanted).join(" ");
  if (under("number").some((cell) => !NUMBER.test(cell))) return problem("delegation-heading");
  if (cells.every((cell, i) => cell === "" || columns[i] === "number")) return {};
  const written = under("name", "name-part").join(" ").replace(NUMBERING, "").replace(/,$/, "");
  if (written === "") return problem(hasCommas ? "delegation-commas" : "delegation-name-missing");
  const named = nameAndPosition(written, hasCommas);
  if (!named || (hasCommas && named.position === undefined))
    return hasCommas ? problem("delegation-commas") : problem("delegation-columns", "2");
  const left = under("other");
  if (!told && left.some((cell) => mayBeSomebody(cell, named.name) || isSomebodyInLetter(cell)))
    return problem("delegation-heading");
  const rest = {
    badge: said("badge"),
    position: [named.position ?? "", said("position")].filter((each) => each !== "").join(", "),
    organisation: said("organisation") || (office ?? ""),
  };
  if (Math.max(...[named.name, ...Object.values(rest)].map(({ length }) => length)) > LONGEST_NAME)
    return problem("delegation-too-long", String(LONGEST_NAME));
  const known = Object.entries({ ...rest, email: said("email") }).filter(([, value]) => value !== "");
  return { person: { name: named.name, ...Object.fromEntries(known) }, left };
}

/** Whether the parts between commas may be people. */
const mayBeSeveral = (cell: string): boolean =>
  cell.split(/,\s*/).some((part) => isFullName(part) || isCapitalised(part) || mayNameAnother(part));

/** `Asel Aman – adviser` is somebody wherever it stands. */
const isSomebodyInLetter = (cell: string): boolean => nameAndPosition(cell, true)?.position !== undefined;
