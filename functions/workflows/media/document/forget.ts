import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { InvalidFile } from "../../../domain/content/invalid-file.ts";
import { plainJp2 } from "./plain-jp2.ts";
import { plainJpeg } from "./plain-jpeg.ts";
import type { FoundDictionary } from "./reachable.ts";

const name = (text: string) => PDFName.of(text);

/** Of programs for themselves (ISO 32000-2, 14.5), of printing works, of web capture, and when something was changed. */
const PRIVATE = ["PieceInfo", "LastModified", "SpiderInfo", "OPI", "CreatorInfo", "Ref"].map(name);

/** What acts on a reader's machine. */
const ACTS: Readonly<Record<string, string>> = {
  JavaScript: "the document runs a script",
  Launch: "the document starts programs",
  ImportData: "the document loads data from other files",
};

/** Takes out of one dictionary what tells of people, programs, paths and dates; refuses what acts or hides files. */
export function forget({ dict, stream, ref }: FoundDictionary, context: PDFContext): void {
  refuse(dict);
  for (const key of PRIVATE) dict.delete(key);
  const metadata = dict.lookup(name("Metadata"));
  if (metadata instanceof PDFStream) dict.delete(name("Metadata"));
  const kind = textOf(dict.lookup(name("Type")));
  if (kind === "Page") dict.delete(name("Thumb")); // a preview, perhaps of an older state
  if (kind === "Thread") dict.delete(name("I"));
  if (kind !== "StructElem" && dict.has(name("Rect"))) forgetAuthors(dict);
  for (const key of ["A", "OpenAction"].map(name)) if (leadsToFile(dict.lookup(key))) dict.delete(key); // a path on the author's disk
  if (stream instanceof PDFRawStream && ref) {
    const plain = plainPicture(stream);
    if (plain) context.assign(ref, plain);
  }
}

/** Who wrote a remark and when; the name of a form's field stays. */
function forgetAuthors(annotation: PDFDict): void {
  const field = textOf(annotation.lookup(name("Subtype"))) === "Widget";
  for (const key of ["M", "CreationDate", ...(field ? [] : ["T"])]) annotation.delete(name(key));
}

function refuse(dict: PDFDict): void {
  const action =
    textOf(dict.lookup(name("Type"))) === "StructElem" ? undefined : ACTS[textOf(dict.lookup(name("S")))];
  if (action)
    throw new InvalidFile({ problem: action, expected: "a PDF without actions, printed or exported again" });
  if (textOf(dict.lookup(name("FT"))) === "Sig" && dict.lookup(name("V")))
    throw new InvalidFile({
      problem:
        "the document is signed, and what it must not tell cannot be taken out without breaking the signature",
      expected: "the document as it was before it was signed",
    });
  if (dict.lookup(name("EF")) instanceof PDFDict)
    throw new InvalidFile({
      problem: "the document carries other files within it",
      expected: "a PDF without attachments, and each attachment as a file of its own",
    });
}

function leadsToFile(action: unknown): boolean {
  if (!(action instanceof PDFDict)) return false;
  const kind = textOf(action.lookup(name("S")));
  const uri = action.lookup(name("URI"));
  const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : "";
  return kind === "GoToR" || kind === "GoToE" || /^\s*(file:|\\\\|[a-z]:[\\/])/i.test(address);
}

/** A picture without what its camera wrote into it, where it is a JPEG or JPEG 2000. */
function plainPicture(stream: PDFRawStream): PDFRawStream | undefined {
  const filters = filtersOf(stream);
  const last = filters.at(-1);
  if (last !== "DCTDecode" && last !== "JPXDecode") return undefined;
  const encoded = filters.length === 1 ? stream.contents : decodedBefore(stream, filters);
  const plain = encoded && (last === "DCTDecode" ? plainJpeg(encoded) : plainJp2(encoded));
  if (!plain) return undefined;
  const dict = stream.dict.clone();
  dict.set(name("Filter"), name(last));
  dict.set(name("Length"), PDFNumber.of(plain.length));
  const parameters = dict.lookup(name("DecodeParms"));
  const own = parameters instanceof PDFArray ? parameters.lookup(filters.length - 1) : parameters;
  if (filters.length > 1)
    own instanceof PDFDict ? dict.set(name("DecodeParms"), own) : dict.delete(name("DecodeParms"));
  return PDFRawStream.of(dict, plain);
}

function filtersOf(stream: PDFRawStream): string[] {
  const filter = stream.dict.lookup(name("Filter"));
  const all = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  return all.map((one) => textOf(stream.dict.context.lookup(one)));
}

/** The JPEG of which a program made a compressed stream. */
function decodedBefore(stream: PDFRawStream, filters: readonly string[]): Uint8Array | undefined {
  const outer = stream.dict.clone();
  outer.set(name("Filter"), stream.dict.context.obj(filters.slice(0, -1).map(name)));
  outer.delete(name("DecodeParms"));
  return decodePDFRawStream(PDFRawStream.of(outer, stream.contents)).decode();
}

function textOf(object: unknown): string {
  return object instanceof PDFName ? object.decodeText() : "";
}
