import { createHash } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import {
  decodePDFRawStream,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStreamWriter,
  PDFString,
  PDFWriter,
} from "@cantoo/pdf-lib";
import { InvalidFile, orFinding } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";
import { isLanguage } from "../../../domain/language.ts";
import type { Rights } from "../../../domain/rights.ts";
import { plainTags } from "../metadata/plain-tags.ts";
import { rightsXmp } from "../metadata/rights-xmp.ts";
import type { CleaningOrder } from "../recording/clean-recording.ts";
import { tooLarge } from "./document-facts.ts";
import { forget } from "./forget.ts";
import { DOCUMENT_LIMIT, openDocument } from "./open-document.ts";
import { removeUnreachable } from "./reachable.ts";

/**
 * Writes a PDF anew from what its pages, structure, outline and forms lead to. Names of people and programs, paths,
 * dates, earlier versions and what cameras wrote into pictures are gone; what the kit says of it takes their place.
 * Tags, language, bookmarks, fonts and the marks of PDF/UA and PDF/A stay. Answers why where it cannot.
 */
export function cleanDocument({ from, to, rights }: CleaningOrder): Promise<Finding | undefined> {
  return orFinding(async () => {
    if ((await stat(from)).size > DOCUMENT_LIMIT) throw new InvalidFile(tooLarge());
    const bytes = await readFile(from);
    await writeFile(to, await cleaned(bytes, rights));
    return undefined;
  }, UNREADABLE);
}

const UNREADABLE = {
  problem: "the document is damaged and cannot be written anew",
  expected: "a PDF that opens, exported again by the program that made it",
};

async function cleaned(bytes: Uint8Array, rights: Rights): Promise<Uint8Array> {
  const document = await openDocument(bytes);
  const { catalog, context } = document;
  const marks = conformanceOf(document);
  const objectStreams = context.pdfFileDetails.useObjectStreams && !marks.includes("<pdfaid:part>1<");
  delete context.trailerInfo.Info;
  removeUnreachable(context, context.trailerInfo.Root ?? catalog, (met) => forget(met, context));
  describe(document, inItsLanguage(rights, document), marks);
  context.trailerInfo.ID = identifierOf(bytes, rights, document);
  const writer = (objectStreams ? PDFStreamWriter : PDFWriter).forContext(context, Number.POSITIVE_INFINITY);
  return writer.serializeToBuffer();
}

/** A document in Russian says of itself in Russian what it says in one language only. */
function inItsLanguage(rights: Rights, { catalog }: PDFDocument): Rights {
  const lang = catalog.lookup(PDFName.of("Lang"));
  const tag = lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : "";
  const language = tag.slice(0, 2).toLowerCase();
  return isLanguage(language) && rights.headline[language] !== undefined ? { ...rights, language } : rights;
}

/** Who reads a document in Adobe's or a library's program sees title, author and subject; all else is in XMP. */
function describe({ catalog, context }: PDFDocument, rights: Rights, marks: string): void {
  const { title, artist, description } = plainTags(rights);
  const info = context.obj({});
  info.set(PDFName.of("Title"), PDFHexString.fromText(title));
  info.set(PDFName.of("Author"), PDFHexString.fromText(artist));
  info.set(PDFName.of("Subject"), PDFHexString.fromText(description));
  context.trailerInfo.Info = context.register(info);
  const xmp = Buffer.from(rightsXmp(rights).replace("</rdf:RDF>", () => `${marks}</rdf:RDF>`));
  const dict = context.obj({ Type: "Metadata", Subtype: "XML", Length: xmp.length });
  if (dict instanceof PDFDict)
    catalog.set(PDFName.of("Metadata"), context.register(PDFRawStream.of(dict, xmp)));
}

const CONFORMANCE = {
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
} as const;

/** What a document says of keeping to PDF/UA and PDF/A, which people who need it look for. */
function conformanceOf({ catalog }: PDFDocument): string {
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  if (!(metadata instanceof PDFRawStream)) return "";
  const xmp = Buffer.from(decodePDFRawStream(metadata).decode()).toString("utf8");
  const blocks = (Object.keys(CONFORMANCE) as (keyof typeof CONFORMANCE)[]).map((prefix) => {
    const found = ["part", "rev", "amd", "conformance"].flatMap((field) => {
      const value = new RegExp(`${prefix}:${field}\\s*(?:=\\s*["']|>)\\s*([0-9A-Za-z:]{1,8})\\s*["'<]`).exec(
        xmp,
      )?.[1];
      return value === undefined ? [] : [`<${prefix}:${field}>${value}</${prefix}:${field}>`];
    });
    return found.length === 0
      ? ""
      : `<rdf:Description rdf:about="" xmlns:${prefix}="${CONFORMANCE[prefix]}">${found.join("")}</rdf:Description>`;
  });
  return blocks.join("");
}

/** Two equal strings, which tell nothing but are always the same for the same document. */
function identifierOf(bytes: Uint8Array, rights: Rights, { context }: PDFDocument) {
  const hash = createHash("sha256").update(bytes).update(rightsXmp(rights)).digest("hex").slice(0, 32);
  return context.obj([PDFHexString.of(hash), PDFHexString.of(hash)]);
}
