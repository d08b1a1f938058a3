/** Longer than any name or position; what comes after it is cut off, and the rest is refused as too long. */
const LONGEST_CELL = 1_000;

/** What stands in a cell, on one line and without what divides cells. */
export const inCell = (text: string): string => text.slice(0, LONGEST_CELL).replace(/\s+/g, " ").trim();
