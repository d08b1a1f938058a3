import { inCell } from "./in-cell.ts";
import { goesOnDownwards } from "./merged-cells.ts";
import { readXml } from "./read-xml.ts";
import type { Parts } from "./unpacked-parts.ts";

/** What stands in a further column is no part of a list of people. */
const LAST_COLUMN = 100;
/** Characters of a sheet: many cells can refer to one long text. */
const MOST_CHARACTERS = 1_000_000;
/** Rows over which merged cells reach, all together. */
const MOST_MERGED = 100_000;

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

/** What a sheet holds of a list, and how it shows it; rows and columns are counted from 1. */
interface Sheet {
  readonly rows: Map<number, string[]>;
  readonly hiddenColumns: Set<number>;
  readonly merged: string[];
  /** Characters that it may still hold. */
  room: number;
}

/** Rows that the sheet shows, without its hidden columns. Of cells that are merged downwards each row has the text. */
function sheetLines(part: Buffer, shared: readonly string[]): string[] {
  const sheet = sheetIn(part, shared);
  fillDownwards(sheet);
  return [...sheet.rows.values()].map((row) =>
    row.filter((_, i) => !sheet.hiddenColumns.has(i + 1)).join("\t"),
  );
}

function sheetIn(part: Buffer, shared: readonly string[]): Sheet {
  const sheet: Sheet = { rows: new Map(), hiddenColumns: new Set(), merged: [], room: MOST_CHARACTERS };
  let row: string[] = [];
  let [text, kind] = ["", ""];
  let [column, at] = [0, 0];
  let [isValue, isShown] = [false, true];
  readXml(part, {
    open(element, attributes) {
      if (element === "col") hideColumns(sheet, attributes());
      if (element === "mergeCell") sheet.merged.push(attributes().ref ?? "");
      if (element === "row") {
        const { r, hidden } = attributes();
        [row, column, at, isShown] = [[], 0, Math.max(at + 1, Number(r) || 0), !isTrue(hidden)];
      }
      if (element === "c") {
        const { r = "", t = "n" } = attributes();
        [text, kind] = ["", t];
        column = placeOf(r)?.column ?? column + 1;
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
        row[column - 1] = counted(sheet, inCell(shownValue(kind, text, shared)));
      }
      if (element === "row" && isShown && row.some((cell) => cell !== "")) sheet.rows.set(at, row);
    },
  });
  return sheet;
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

function hideColumns({ hiddenColumns }: Sheet, { min, max, hidden }: Readonly<Record<string, string>>): void {
  if (!isTrue(hidden)) return;
  for (let n = Math.max(1, Number(min) || 1); n <= Math.min(LAST_COLUMN, Number(max)); n++)
    hiddenColumns.add(n);
}

/** @throws Error where the sheet holds more than it may */
function counted(sheet: Sheet, value: string): string {
  sheet.room -= value.length;
  if (sheet.room < 0) throw new Error("A sheet holds too much.");
  return value;
}

/** @throws Error where more cells are merged than a list has */
function fillDownwards(sheet: Sheet): void {
  const last = [...sheet.rows.keys()].reduce((most, at) => Math.max(most, at), 0);
  let steps = 0;
  for (const ref of sheet.merged) {
    const [from, to] = ref.split(":").map(placeOf);
    if (!from || !to || from.column > LAST_COLUMN) continue;
    const text = goesOnDownwards(sheet.rows.get(from.row)?.[from.column - 1] ?? "");
    if (text === "") continue;
    for (let at = from.row + 1; at <= Math.min(to.row, last); at++) {
      if (++steps > MOST_MERGED) throw new Error("A sheet has too many merged cells.");
      const row = sheet.rows.get(at);
      if (!row) continue;
      while (row.length < from.column) row.push("");
      row[from.column - 1] = counted(sheet, text);
    }
  }
}

/** Row and column of a place such as `AB12`, counted from 1. */
function placeOf(place: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** @param kind `s` for a text of the workbook, `n` for a number, `e` for an error, others for what stands there */
function shownValue(kind: string, text: string, shared: readonly string[]): string {
  if (kind === "s") return shared[Number(text)] ?? "";
  if (kind === "e") return "";
  return kind === "n" && text !== "" ? String(Number(text)) : text; // 7.701E10 is a telephone number
}
