import { inCell } from "./in-cell.ts";
import { readXml } from "./read-xml.ts";
import type { Parts } from "./unpacked-parts.ts";

/** What stands in a further column is no part of a list of people. */
const LAST_COLUMN = 100;
/** Characters of a sheet: many cells can refer to one long text. */
const MOST_CHARACTERS = 1_000_000;

export const isPartOfWorkbook = (name: string): boolean =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(name);

/**
 * Rows of a workbook (.xlsx), of all sheets that it shows one after another, as lines whose cells a tab divides. Of
 * formulas the values that the workbook was saved with. Source: ECMA-376, part 1, section 18.3.
 *
 * @throws Error for what is damaged
 */
export function workbookLines(parts: Parts): string[] {
  const shared = sharedStrings(parts.get("xl/sharedStrings.xml"));
  return shownSheets(parts).flatMap((name) => {
    const sheet = parts.get(name);
    return sheet ? sheetLines(sheet, shared) : [];
  });
}

/** Names of the parts with the sheets, in the order in which the workbook shows them; hidden ones are left out. */
function shownSheets(parts: Parts): string[] {
  const targets = new Map<string, string>();
  readXml(parts.get("xl/_rels/workbook.xml.rels") ?? Buffer.alloc(0), {
    open(element, attributes) {
      const { Id = "", Target = "" } = element === "Relationship" ? attributes() : {};
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const shown: string[] = [];
  readXml(parts.get("xl/workbook.xml") ?? Buffer.alloc(0), {
    open(element, attributes) {
      if (element !== "sheet") return;
      const { state = "visible", "r:id": id = "" } = attributes();
      if (state === "visible") shown.push(targets.get(id) ?? "");
    },
  });
  return [...new Set(shown)];
}

/** Texts that cells refer to by their position. Readings of East Asian names (`rPh`) are no part of them. */
function sharedStrings(part: Buffer | undefined): string[] {
  const strings: string[] = [];
  let isText = false;
  let isReading = false;
  if (!part) return strings;
  readXml(part, {
    open(element) {
      if (element === "si") strings.push("");
      if (element === "rPh") isReading = true;
      isText = element === "t" && !isReading;
    },
    text(said) {
      if (isText) strings.push((strings.pop() ?? "") + said);
    },
    close(element) {
      if (element === "rPh") isReading = false;
      isText = false;
    },
  });
  return strings;
}

function sheetLines(sheet: Buffer, shared: readonly string[]): string[] {
  const rows: string[] = [];
  let row: string[] = [];
  let text = "";
  let kind = "";
  let column = 0;
  let isValue = false;
  let room = MOST_CHARACTERS;
  readXml(sheet, {
    open(element, attributes) {
      if (element === "row") [row, column] = [[], 0];
      if (element === "c") {
        const { r = "", t = "n" } = attributes();
        [text, kind] = ["", t];
        column = columnIn(r) ?? column + 1;
      }
      isValue = element === "v" || element === "t";
    },
    text(said) {
      if (isValue) text += said;
    },
    close(element) {
      isValue = false;
      if (element === "c" && column <= LAST_COLUMN) {
        while (row.length < column - 1) row.push("");
        const value = inCell(shownValue(kind, text, shared));
        room -= value.length;
        if (room < 0) throw new Error("A sheet holds too much.");
        row[column - 1] = value;
      }
      if (element === "row" && row.some((cell) => cell !== "")) rows.push(row.join("\t"));
    },
  });
  return rows;
}

/** Number of the column of a place such as `AB12`, counted from 1. */
function columnIn(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  return (
    (letters && [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)) || undefined
  );
}

/** @param kind `s` for a text of the workbook, `n` for a number, `e` for an error, others for what stands there */
function shownValue(kind: string, text: string, shared: readonly string[]): string {
  if (kind === "s") return shared[Number(text)] ?? "";
  if (kind === "e") return "";
  return kind === "n" && text !== "" ? String(Number(text)) : text; // 7.701E10 is a telephone number
}
