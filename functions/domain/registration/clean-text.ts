export const LONGEST_LINE = 200;
export const LONGEST_TEXT = 2_000;

/**
 * As it is kept: composed (NFC), without control characters, blanks at the ends or several in a row. What is invisible
 * within a word (soft hyphens, marks of direction) goes without a trace; the joiners, which some scripts need, stay.
 */
export function cleanLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same for several lines. */
export function cleanText(text: string): string {
  const lines = text.normalize("NFC").replace(/\r\n?/g, "\n").split("\n").map(cleanLine);
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
