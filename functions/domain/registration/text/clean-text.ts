export const LONGEST_LINE = 200;
export const LONGEST_TEXT = 2_000;

/**
 * Marks that follow one letter, beyond the thirty that any text needs (UAX 15, section 13). Composing takes the square
 * of their number: fifty thousand of them would take ten seconds.
 */
const ENDLESS_MARKS = /(\p{M}{30})\p{M}+/gu;
const composed = (text: string): string => text.replace(ENDLESS_MARKS, "$1").normalize("NFC");

/**
 * As it is kept: composed (NFC), without control characters, blanks at the ends or several in a row. What is invisible
 * within a word (soft hyphens, marks of direction) goes without a trace; the joiners, which some scripts need, stay.
 */
export function cleanLine(text: string): string {
  return composed(text)
    .replace(/\p{Cc}/gu, " ")
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same for several lines. */
export function cleanText(text: string): string {
  const lines = composed(text).replace(/\r\n?/g, "\n").split("\n").map(cleanLine);
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
