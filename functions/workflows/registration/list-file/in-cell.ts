/** What stands in a cell, on one line and without what divides cells. */
export const inCell = (text: string): string => text.replace(/\s+/g, " ").trim();
