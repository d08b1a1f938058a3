import { isCapitalised, isFullName } from "./unheaded-columns.ts";
import { mayNameAnother, mayNameSomebody } from "./words-of-lists.ts";

/** A name as a letter writes it: with the position of who is called by it, where it is certain which is which. */
export interface NameAndPosition {
  readonly name: string;
  readonly position?: string;
}

/**
 * Divides `Asel Aman – adviser;` and `Asel Aman, adviser`. A comma may also stand between two people or two parts of a
 * name: it divides only where what follows begins with a small letter and holds no name.
 *
 * @param commas whether a comma may divide, which it does not in a table
 * @returns undefined where it may be more than one person
 */
export function nameAndPosition(text: string, commas: boolean): NameAndPosition | undefined {
  const whole = text.replace(/;\s*$/, "");
  const dash = / [-–—] /.exec(whole);
  if (dash) {
    const [before, after] = [whole.slice(0, dash.index), whole.slice(dash.index + dash[0].length)];
    const isBoth = isFullName(after) || isCapitalised(after) || mayNameSomebody(after);
    if (isFullName(before)) return isBoth ? undefined : { name: before, position: withoutStop(after) };
    const isRole = before.includes(" ") && !mayNameSomebody(before);
    if (isRole && isFullName(after)) return { name: after, position: before }; // `Head of delegation – Asel Aman`
  }
  const comma = commas ? whole.indexOf(",") : -1;
  if (comma < 0) return { name: whole };
  const [name, rest] = [whole.slice(0, comma).trim(), whole.slice(comma + 1).trim()];
  if (rest === "") return { name };
  if (!isFullName(name) || !/^\p{Ll}/u.test(rest) || mayNameAnother(rest)) return undefined;
  return { name, position: withoutStop(rest) };
}

/** The stop that ends a sentence, not that of an abbreviation. */
const withoutStop = (text: string): string => text.replace(/(?<=\p{Ll}{4})\.$/u, "");
