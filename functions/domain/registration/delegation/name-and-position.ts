import { isCapitalised, isWholeName } from "./unheaded-columns.ts";
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
  const before = whole.slice(0, dash?.index ?? 0);
  if (dash && isWholeName(before)) {
    const after = whole.slice(dash.index + dash[0].length);
    const isSomebody = isWholeName(after) || isCapitalised(after) || mayNameSomebody(after);
    return isSomebody ? undefined : { name: before, position: withoutStop(after) };
  }
  const comma = commas ? whole.indexOf(",") : -1;
  if (comma < 0) return { name: whole };
  const [name, rest] = [whole.slice(0, comma).trim(), whole.slice(comma + 1).trim()];
  if (rest === "") return { name };
  if (!isWholeName(name) || !/^\p{Ll}/u.test(rest) || mayNameAnother(rest)) return undefined;
  return { name, position: withoutStop(rest) };
}

/** The stop that ends a sentence, not that of an abbreviation. */
const withoutStop = (text: string): string => text.replace(/(?<=\p{Ll}{4})\.$/u, "");
