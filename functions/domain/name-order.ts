import { LANGUAGES, type Language } from "./language.ts";
import { NAMING } from "./naming.ts";

/**
 * Sorts names as a list in a language has them: letters by its alphabet, then those of the other languages, then any
 * other; before all letters digits, and before these spaces and signs. Case and accents count only between names that
 * are otherwise the same. No collation of the runtime is asked, so a list is the same on every machine.
 *
 * @returns a function for `sort`
 */
export function nameOrder(language: Language): (one: string, other: string) => number {
  const alphabets = [language, ...LANGUAGES].map((each) => NAMING[each].alphabet);
  const places = new Map([...new Set(alphabets.join(""))].map((letter, place) => [letter, place]));
  return (one, other) =>
    compared(keyOfName(one, places), keyOfName(other, places)) ||
    compared(codePoints(one.toLowerCase()), codePoints(other.toLowerCase())) ||
    compared(codePoints(one), codePoints(other));
}

const DIGITS = 0x1000;
const LETTERS = 0x2000;
const OTHER_LETTERS = 0x10000;

function keyOfName(name: string, places: ReadonlyMap<string, number>): number[] {
  return [...name.trim().normalize("NFC").toLowerCase()].flatMap((sign) => {
    const letters = places.has(sign) ? [sign] : [...sign.normalize("NFD").replace(/\p{M}/gu, "")];
    return letters.map((letter) => weightOf(letter, places));
  });
}

function weightOf(letter: string, places: ReadonlyMap<string, number>): number {
  const place = places.get(letter);
  if (place !== undefined) return LETTERS + place;
  const code = letter.codePointAt(0) ?? 0;
  if (/\p{L}/u.test(letter)) return OTHER_LETTERS + code;
  return /\d/.test(letter) ? DIGITS + code : Math.min(code, DIGITS - 1);
}

const codePoints = (text: string) => [...text].map((sign) => sign.codePointAt(0) ?? 0);

function compared(one: readonly number[], other: readonly number[]): number {
  for (const [n, weight] of one.entries()) {
    const difference = weight - (other[n] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
