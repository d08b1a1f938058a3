import { inCell } from "./in-cell.ts";
import { goesOnDownwards } from "./merged-cells.ts";
import { readXml } from "./read-xml.ts";
import type { Parts } from "./unpacked-parts.ts";

/** Columns over which one cell may reach: more than any table has. */
const WIDEST_CELL = 60;

export const isPartOfDocument = (name: string): boolean => name === "word/document.xml";

/**
 * Rows of the tables of a document (.docx), as lines whose cells a tab divides; its paragraphs where it has no table.
 * Of cells that are merged downwards each row has the text. What was deleted with tracked changes is not there. Source: ECMA-376, part 1, sections 17.3 and 17.4.
 *
 * @throws Error for what is no document
 */
export function documentLines(parts: Parts): string[] {
  const document = parts.get("word/document.xml");
  if (!document) throw new Error("It has no text.");
  const rows: string[] = [];
  const paragraphs: string[] = [];
  let row: string[] = [];
  let text = "";
  let tables = 0;
  let width = 1;
  let isMerged = false;
  let above: readonly string[] = [];
  let isText = false;
  readXml(document, {
    open(element, attributes) {
      if (element === "tbl") tables++;
      if (element === "tr" && tables === 1) row = [];
      if (element === "tc" && tables === 1) [text, width, isMerged] = ["", 1, false];
      if (element === "gridSpan" && tables === 1)
        width = Math.min(WIDEST_CELL, Math.max(1, Number(attributes()["w:val"]) || 1));
      if (element === "vMerge" && tables === 1) isMerged = attributes()["w:val"] !== "restart";
      if (element === "p" && tables === 0) text = "";
      if (element === "tab" || element === "br" || element === "p") text += " ";
      isText = element === "t";
    },
    text(said) {
      if (isText) text += said;
    },
    close(element) {
      isText = false;
      if (element === "tbl") tables--;
      if (element === "p" && tables === 0) paragraphs.push(inCell(text));
      if (element === "tc" && tables === 1) {
        const shown = isMerged ? goesOnDownwards(above[row.length] ?? "") : inCell(text);
        row.push(shown, ...Array<string>(width - 1).fill(""));
      }
      if (element === "tr" && tables === 1) {
        rows.push(row.join("\t"));
        above = row;
      }
    },
  });
  return rows.length > 0 ? rows : paragraphs;
}
