import { zipSync } from "fflate";

/** Parts of a file by their names, packed as an office program packs them. */
export const packed = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [name, new Uint8Array(Buffer.from(text))]),
      ),
    ),
  );

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const columnOf = (i: number): string => String.fromCharCode(65 + i);
const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** How a sheet is laid out: cells that are merged, by their corners; columns and rows that are hidden, counted from 1. */
export interface SheetLook {
  readonly merged?: readonly string[];
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
}

/** The XML of a sheet. */
export function sheetOf(rows: readonly (readonly (string | number)[])[], look: SheetLook = {}): string {
  const { merged = [], hiddenColumns = [], hiddenRows = [] } = look;
  const cell = (value: string | number, at: string) =>
    typeof value === "number"
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const lines = rows.map(
    (row, y) =>
      `<row r="${y + 1}"${hiddenRows.includes(y + 1) ? ' hidden="1"' : ""}>${row.map((value, x) => cell(value, `${columnOf(x)}${y + 1}`)).join("")}</row>`,
  );
  const columns = hiddenColumns.map((n) => `<col min="${n}" max="${n}" hidden="1"/>`).join("");
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<?xml version="1.0"?><worksheet xmlns="${SPREADSHEET}">${columns && `<cols>${columns}</cols>`}<sheetData>${lines.join("")}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

/** A workbook (.xlsx) of these sheets. */
export const workbookOf = (...sheets: readonly string[]): Buffer => packed(workbookParts(...sheets));

/** Its parts. Of three sheets the second is hidden. */
export function workbookParts(...sheets: readonly string[]): Record<string, string> {
  const numbered = sheets.map((xml, i) => ({ n: i + 1, xml }));
  const sheet = numbered
    .map(
      ({ n }) =>
        `<sheet name="Sheet ${n}" sheetId="${n}" r:id="rId${n}"${n === 2 && sheets.length === 3 ? ' state="hidden"' : ""}/>`,
    )
    .join("");
  const related = numbered
    .map(
      ({ n }) =>
        `<Relationship Id="rId${n}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
    )
    .join("");
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"/>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheet}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${related}</Relationships>`,
    ...Object.fromEntries(numbered.map(({ n, xml }) => [`xl/worksheets/sheet${n}.xml`, xml])),
  };
}

/** A document (.docx) with this body. */
export const documentOf = (body: string): Buffer =>
  packed({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"/>`,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });

export const paragraphOf = (text: string): string => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;
/** A cell of a table: its text, over how many columns it reaches, and whether it begins or goes on over several rows. */
export type TableCell =
  | string
  | { readonly text: string; readonly columns?: number; readonly rows?: "first" | "more" };

export const tableOf = (rows: readonly (readonly TableCell[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cellOf).join("")}</w:tr>`).join("")}</w:tbl>`;

function cellOf(cell: TableCell): string {
  if (typeof cell === "string") return `<w:tc>${paragraphOf(cell)}</w:tc>`;
  const wide = cell.columns ? `<w:gridSpan w:val="${cell.columns}"/>` : "";
  const high = cell.rows === "first" ? '<w:vMerge w:val="restart"/>' : cell.rows ? "<w:vMerge/>" : "";
  return `<w:tc><w:tcPr>${wide}${high}</w:tcPr>${paragraphOf(cell.text)}</w:tc>`;
}
