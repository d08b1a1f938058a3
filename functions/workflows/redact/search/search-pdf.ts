import type { Detail } from "../../../domain/detail.ts";
import { type Findings, together, unsearched, within } from "./findings.ts";
import { searchText } from "./search-text.ts";

/** As much as a document may be to be read at once. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A file in a document, to be searched like any other. */
export type SearchNested = (name: string, bytes: Uint8Array) => Promise<Findings>;

/**
 * What a reader of a PDF reads: the text of its pages, notes and fields of forms, bookmarks, attached files. What is
 * encrypted or damaged is told as such.
 */
export async function searchPdf(bytes: Buffer, detail: Detail, nested: SearchNested): Promise<Findings> {
  if (bytes.length > MOST_BYTES) return unsearched("too large");
  const beyond = beyondText(bytes.toString("latin1"));
  const { getDocumentProxy } = await import("unpdf");
  try {
    // a copy, since the library takes the memory away
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      const findings = [beyond, ...(await searchAround(document, detail, nested))];
      for (let n = 1; n <= document.numPages; n++) {
        const page = await document.getPage(n);
        const { items } = await page.getTextContent();
        const text = items
          .map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : ""))
          .join("");
        const notes = textsIn(await page.getAnnotations());
        if (notes.includes("FileAttachment")) findings.push(unsearched("format"));
        findings.push(searchText([text, ...notes].join("\n\n"), detail, `text of page ${n}`));
        page.cleanup();
      }
      return together(findings);
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === "PasswordException";
    return together([beyond, unsearched(isEncrypted ? "encrypted" : "damaged")]);
  }
}

/** A picture's dictionary is never compressed; each time that a document is saved without being written anew it ends once more. */
function beyondText(raw: string): Findings {
  const ends = raw.match(/%%EOF/g)?.length ?? 0;
  const isFirstState = ends <= (raw.includes("/Linearized") ? 2 : 1);
  return unsearched(
    ...(/\/Subtype\s*\/Image\b/.test(raw) ? (["pixels"] as const) : []),
    ...(isFirstState ? [] : (["former states"] as const)),
  );
}

type Document = Awaited<ReturnType<typeof import("unpdf").getDocumentProxy>>;

async function searchAround(document: Document, detail: Detail, nested: SearchNested): Promise<Findings[]> {
  const { info, metadata } = await document.getMetadata();
  const around = [info, metadata?.getRaw(), await document.getOutline(), await document.getFieldObjects()];
  const findings = [
    searchText(around.flatMap(textsIn).join("\n\n"), detail, "properties, bookmarks and forms"),
  ];
  for (const name of (await document.getAttachments())?.keys() ?? []) {
    findings.push(searchText(String(name), detail, "name of an attached file"));
    const content = await document.getAttachmentContent(name);
    findings.push(content ? within("attached file", await nested(name, content)) : unsearched("damaged"));
  }
  return findings;
}

/** Every text in a value of whatever shape. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(textsIn);
}
