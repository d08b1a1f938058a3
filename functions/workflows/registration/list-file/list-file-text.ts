import { documentLines, isPartOfDocument } from "./document-lines.ts";
import { type Parts, unpackedParts } from "./unpacked-parts.ts";
import { isPartOfWorkbook, workbookLines } from "./workbook-lines.ts";

/**
 * A file with a list of people as the text that could have been pasted: text and CSV in the encodings in which
 * spreadsheets save them, the rows of a workbook (.xlsx), the tables of a document (.docx).
 *
 * @returns undefined for what is damaged, encrypted, or none of these
 */
export async function listFileText(bytes: Buffer): Promise<string | undefined> {
  if (!isArchive(bytes)) return plainText(bytes);
  try {
    const parts = await unpackedParts(bytes, (name) => isPartOfWorkbook(name) || isPartOfDocument(name));
    return (await linesOf(parts))?.filter((line) => line.trim() !== "").join("\n");
  } catch {
    return undefined;
  }
}

const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));

async function linesOf(parts: Parts): Promise<string[] | undefined> {
  if (parts.has("xl/workbook.xml")) return workbookLines(parts);
  return parts.has("word/document.xml") ? documentLines(parts) : undefined;
}

/** UTF-8, UTF-16 with its mark, or else the Cyrillic code page of Windows. */
function plainText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
