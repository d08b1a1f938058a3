import { readFile } from "node:fs/promises";
import { InvalidFile, orFinding } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";
import { ReadAt } from "../containers/read-at.ts";
import { DOCUMENT_LIMIT, openDocument } from "./open-document.ts";

const AGAIN = "the whole file, copied or exported again";
const UNREADABLE = { problem: "the document is damaged and cannot be opened", expected: AGAIN };

/** Where a PDF must tell of its end (ISO 32000-2, annex C); mail programs add lines behind it. */
const TAIL = 2048;

export const tooLarge = (): Finding => ({
  problem: "the document is too large to be cleaned",
  expected: `a PDF of at most ${DOCUMENT_LIMIT / 1_000_000} MB, for instance in parts`,
});

/** Why a PDF or EPS could not be opened by who downloads it: cut off, damaged, locked, without pages. */
export async function documentFinding(path: string): Promise<Finding | undefined> {
  return orFinding(async () => {
    const size = await ReadAt.during(path, async (file) => {
      const head = (await file.upTo(0, 16)).toString("latin1");
      await (head.startsWith("%PDF-") ? pdfEnds(file) : epsEnds(file));
      return head.startsWith("%PDF-") ? file.bytes : 0;
    });
    if (size > DOCUMENT_LIMIT) throw new InvalidFile(tooLarge());
    if (size > 0) await openDocument(await readFile(path));
    return undefined;
  }, UNREADABLE);
}

async function pdfEnds(file: ReadAt): Promise<void> {
  const tail = (await file.upTo(Math.max(0, file.bytes - TAIL), TAIL)).toString("latin1");
  if (!tail.includes("%%EOF")) throw cutOff("it does not end with %%EOF");
  const offset = /startxref\s+(\d+)\s+%%EOF(?![\s\S]*startxref)/.exec(tail)?.[1];
  if (offset === undefined) throw cutOff("it does not tell where its table of contents begins");
  const table = (await file.upTo(Number(offset), 64)).toString("latin1");
  if (!/^\s*(xref\s|\d+\s+\d+\s+obj)/.test(table)) throw cutOff("its table of contents is not where it says");
}

function cutOff(why: string): InvalidFile {
  return new InvalidFile({ problem: `the document is cut off or damaged: ${why}`, expected: AGAIN });
}

const DOS_EPS = Buffer.from([0xc5, 0xd0, 0xd3, 0xc6]);

/** Adobe Technical Note 5002: text between %!PS and, where it keeps to the conventions, %%EOF; or framed for DOS. */
async function epsEnds(file: ReadAt): Promise<void> {
  const head = await file.upTo(0, 30);
  if (head.subarray(0, 4).equals(DOS_EPS)) {
    const sections = [4, 12, 20].map((at) => head.readUInt32LE(at) + head.readUInt32LE(at + 4));
    if (Math.max(...sections) > file.bytes) throw cutOff("its parts reach beyond its end");
    return;
  }
  if (!head.toString("latin1").startsWith("%!PS"))
    throw new InvalidFile({ problem: "the document is no EPS", expected: "%!PS at its beginning" });
  if (!/^%!PS-Adobe-/.test(head.toString("latin1"))) return;
  const tail = (await file.upTo(Math.max(0, file.bytes - TAIL), TAIL)).toString("latin1");
  if (!tail.includes("%%EOF")) throw cutOff("it does not end with %%EOF");
}
