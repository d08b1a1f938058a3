import type { Column } from "./column.ts";
import { nameAndPosition } from "./name-and-position.ts";
import { NUMBER, NUMBERING } from "./numbering.ts";
import type { SplitLine } from "./read-line.ts";
import { isFullName } from "./unheaded-columns.ts";
import { isBelowList, isTitleOfList, mayNameSomebody, namesOffice } from "./words-of-lists.ts";

/** A line that names nobody: a title, a sum, or the office of those who follow. */
export interface LineOfNobody {
  readonly text: string;
  readonly office?: string | undefined;
}

/**
 * What a line says that stands between or around people and is none of them. Anything that could be somebody is not one.
 *
 * @param columns of its headings, where it has any
 * @param isAbove whether headings follow
 */
export function lineOfNobody(
  { text, cells = [] }: SplitLine,
  columns: readonly Column[] | undefined,
  isAbove: boolean,
): LineOfNobody | undefined {
  const filled = cells.filter((cell) => cell !== "");
  const [only = ""] = filled;
  const whole = filled.join(" ");
  if (isBelowList(cells)) return { text: whole };
  if (filled.length !== 1 || NUMBER.test(only) || NUMBERING.test(text.trim())) return undefined;
  if (nameAndPosition(only, true)?.position !== undefined) return undefined;
  const title = only.replace(/:$/, "");
  if (isTitleOfList(title)) return { text: title };
  const column = columns?.[cells.indexOf(only)];
  if (namesOffice(title) && !mayNameSomebody(title) && !/[,;]/.test(title))
    return { text: title, office: isAbove ? undefined : title };
  if (isAbove && title.includes(" ") && !isFullName(title)) return { text: title };
  const isUnderNumber = column === "number" && title.includes(" ");
  return isUnderNumber && !isFullName(title) && !mayNameSomebody(title) ? { text: title } : undefined;
}
