import { PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { InvalidFile } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";

/** A PDF is read into memory whole; this is the largest for which that is sensible. */
export const DOCUMENT_LIMIT = 1_000_000_000;

const DAMAGED: Finding = {
  problem: "the document is damaged and cannot be opened",
  expected: "a PDF that opens, exported again by the program that made it",
};

export const ENCRYPTED: Finding = {
  problem: "the document is protected by a password or against copying",
  expected: "a PDF without protection, which `qpdf --decrypt FILE NEW.pdf` makes if you may",
};

/** Reads a PDF and makes sure that it can be read, has pages and is not encrypted. */
export async function openDocument(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await loaded(bytes);
  if (document.isEncrypted) throw new InvalidFile(ENCRYPTED);
  if (pagesOf(document).length === 0)
    throw new InvalidFile({ problem: "the document has no pages", expected: "a PDF with at least one page" });
  return document;
}

async function loaded(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
      preserveXFA: true,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
  } catch (error) {
    throw new InvalidFile(saysEncrypted(bytes) ? ENCRYPTED : DAMAGED, { cause: error });
  }
}

/** What is encrypted often cannot be parsed; that it is stands in the open. */
function saysEncrypted(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = file.lastIndexOf("/Encrypt");
  return at >= 0 && /^\/Encrypt\s+\d+\s+\d+\s+R/.test(file.toString("latin1", at, at + 40));
}

function pagesOf(document: PDFDocument): PDFPage[] {
  try {
    return document.getPages();
  } catch (error) {
    throw new InvalidFile(DAMAGED, { cause: error });
  }
}
