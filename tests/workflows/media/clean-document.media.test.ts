import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { constants, inflateSync } from "node:zlib";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { cleanDocument } from "../../../functions/workflows/media/document/clean-document.ts";
import { documentFinding } from "../../../functions/workflows/media/document/document-facts.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());

const FACT_SHEET = "content/media-kits/world-day-2020/fact-sheet-ru.pdf";
let files = 0;

async function put(bytes: Uint8Array): Promise<string> {
  const path = join(folder.path, `${++files}.pdf`);
  await writeFile(path, bytes);
  return path;
}

async function clean(bytes: Uint8Array) {
  const from = await put(bytes);
  const to = `${from}.clean`;
  return { finding: await cleanDocument({ from, to, mediaType: "application/pdf", rights: RIGHTS }), to };
}

async function cleaned(bytes: Uint8Array): Promise<Uint8Array> {
  const { finding, to } = await clean(bytes);
  expect(finding).toBeUndefined();
  return readFile(to);
}

/** All that a PDF says, in every object and stream of every state, as it is written and as it is meant. */
function wordsIn(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const written = [file.toString("latin1")];
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    const from = at + (file[at + 6] === 0x0d ? 8 : 7);
    try {
      written.push(
        inflateSync(file.subarray(from), { finishFlush: constants.Z_SYNC_FLUSH }).toString("utf8"),
      );
    } catch {
      // not compressed: it is in the file as it is
    }
  }
  const hex = written.join("\n").match(/<[0-9A-Fa-f]{4,}>/g) ?? [];
  const meant = hex.map((text) => PDFHexString.of(text.slice(1, -1)).decodeText());
  return [...written, ...meant].join("\n");
}

async function documentWith(change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText("Public");
  await change(document);
  return document.save({ addDefaultPage: false });
}

/** An older state with its author's name, and an update that hides it, as programs save changes. */
async function updated(): Promise<Uint8Array> {
  const first = await documentWith((document) => {
    document.setAuthor("Secret Author");
    document.setProducer("C:\\Users\\Secret\\Word");
    const { catalog, context } = document;
    catalog.set(
      PDFName.of("PieceInfo"),
      context.obj({ Illustrator: { Private: PDFString.of("Secret piece") } }),
    );
  });
  const document = await PDFDocument.load(first, { forIncrementalUpdate: true });
  document.setAuthor("Nobody");
  return document.save();
}

test("nothing of an author, a program, a path or an older state is left", async () => {
  const before = await updated();
  expect(wordsIn(before)).toContain("Secret Author");
  expect(wordsIn(await cleaned(before))).not.toMatch(/Secret|Nobody|pdf-lib/);
});

test("who wrote a remark and a path behind a link go, and a link to a page of the web stays", async () => {
  const before = await documentWith((document) => {
    const { context } = document;
    const annotations = [
      {
        Type: "Annot",
        Subtype: "Text",
        Rect: [0, 0, 9, 9],
        T: PDFString.of("Secret"),
        M: PDFString.of("D:2020"),
      },
      {
        Type: "Annot",
        Subtype: "Link",
        Rect: [0, 0, 9, 9],
        A: { S: "URI", URI: PDFString.of("file:///Secret") },
      },
      {
        Type: "Annot",
        Subtype: "Link",
        Rect: [0, 0, 9, 9],
        A: { S: "GoToR", F: PDFString.of("C:\\Secret.pdf") },
      },
      {
        Type: "Annot",
        Subtype: "Link",
        Rect: [0, 0, 9, 9],
        A: { S: "URI", URI: PDFString.of("https://example.org/") },
      },
    ];
    document.getPage(0).node.set(PDFName.of("Annots"), context.obj(annotations));
  });
  const words = wordsIn(await cleaned(before));
  expect(words).not.toMatch(/Secret|D:2020/);
  expect(words).toContain("https://example.org/");
});

test("a photograph in a document loses what its camera wrote and keeps its scans", async () => {
  const photograph = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .withExif({ IFD0: { Copyright: "Secret" } })
    .jpeg()
    .toBuffer();
  const before = await documentWith(async (document) => {
    document.getPage(0).drawImage(await document.embedJpg(photograph));
  });
  const after = await cleaned(before);
  const scan = photograph.subarray(photograph.indexOf(Buffer.from([0xff, 0xda])));
  expect(Buffer.from(after).includes(scan)).toBe(true);
  expect(wordsIn(after)).not.toContain("Secret");
});

test("a fact sheet keeps its tags and language, and says in that language what the kit says of it", async () => {
  const document = await PDFDocument.load(await cleaned(await readFile(FACT_SHEET)), {
    updateMetadata: false,
  });
  expect(document.getTitle()).toBe("Степь на рассвете");
  expect(document.getAuthor()).toBe("А. Омаров");
  expect(document.getProducer()).toBeUndefined();
  expect(document.catalog.lookup(PDFName.of("StructTreeRoot"))).toBeInstanceOf(PDFDict);
  expect(document.getLanguage()).toBe("ru");
});

test("the mark of an accessible document stays", async () => {
  const before = await documentWith(({ catalog, context }) => {
    const xmp = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/><x>Secret</x></rdf:RDF>`;
    catalog.set(
      PDFName.of("Metadata"),
      context.register(context.stream(xmp, { Type: "Metadata", Subtype: "XML" })),
    );
  });
  const words = wordsIn(await cleaned(before));
  expect(words).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(words).not.toContain("Secret");
});

test("the same document and rights give the same bytes", async () => {
  const before = await readFile(FACT_SHEET);
  expect(Buffer.from(await cleaned(before)).equals(await cleaned(before))).toBe(true);
});

test.each([
  ["a script", { OpenAction: { S: "JavaScript", JS: PDFString.of("evil()") } }, "the document runs a script"],
  ["a program", { OpenAction: { S: "Launch", F: PDFString.of("evil.exe") } }, "the document starts programs"],
  ["other files", { AF: [{ Type: "Filespec", EF: {} }] }, "the document carries other files within it"],
  ["a signature", { X: { FT: "Sig", V: {} } }, "the document is signed"],
])("a document that holds %s is refused", async (_, entries, problem) => {
  const { finding, to } = await clean(
    await documentWith(({ catalog, context }) => {
      for (const [key, value] of Object.entries(entries)) catalog.set(PDFName.of(key), context.obj(value));
    }),
  );
  expect(finding?.problem).toContain(problem);
  await expect(stat(to)).rejects.toThrow("ENOENT");
});

test("a document behind a password is refused, by facts and by cleaning alike", async () => {
  const locked = await documentWith((document) => document.encrypt({ ownerPassword: "x", permissions: {} }));
  const problem = "the document is protected by a password or against copying";
  expect((await documentFinding(await put(locked)))?.problem).toBe(problem);
  expect((await clean(locked)).finding?.problem).toBe(problem);
});

test("sound documents have no finding", async () => {
  expect(await documentFinding(FACT_SHEET)).toBeUndefined();
  expect(await documentFinding(await put(await updated()))).toBeUndefined();
});

test("a document that was cut off is named, wherever it was cut", async () => {
  const whole = await readFile(FACT_SHEET);
  for (const share of [0.1, 0.5, 0.9, 0.999]) {
    const finding = await documentFinding(await put(whole.subarray(0, Math.floor(whole.length * share))));
    expect(finding?.problem).toMatch(/^the document is cut off or damaged/);
  }
});

test("a document without pages is named", async () => {
  const empty = await PDFDocument.create();
  const finding = await documentFinding(await put(await empty.save({ addDefaultPage: false })));
  expect(finding?.problem).toBe("the document has no pages");
});

test("an EPS is taken as it is when it ends, and named when it does not", async () => {
  const eps = "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n%%EOF\n";
  expect(await documentFinding(await put(Buffer.from(eps)))).toBeUndefined();
  const cut = await documentFinding(await put(Buffer.from(eps.slice(0, 40))));
  expect(cut?.problem).toContain("it does not end with %%EOF");
});
