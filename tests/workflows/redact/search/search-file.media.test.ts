import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { detailOf } from "../../../../functions/domain/detail.ts";
import { zipLayout } from "../../../../functions/workflows/archive/zip-layout.ts";
import { runExiftool } from "../../../../functions/workflows/media/metadata/exiftool.ts";
import { fileSearch } from "../../../../functions/workflows/redact/search/search-file.ts";
import { temporaryFolder } from "../../../worlds/commands/temporary-folder.ts";
import { bytesOf, dataEntry } from "../../../worlds/media/zip.ts";

const WORDS = ["Aigerim Omarova", "Айгерим Омарова", "Омарова"];

async function search(name: string, bytes: Buffer | string, words: readonly string[] = WORDS) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  return fileSearch(detailOf(words), temporaryFolder()).file(join(folder, name));
}

const jpeg = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: "#123456" } })
    .jpeg()
    .toBuffer();

async function taggedJpeg(...tags: readonly string[]): Promise<Buffer> {
  const file = join(temporaryFolder(), "tagged.jpg");
  writeFileSync(file, await jpeg());
  await runExiftool(["-overwrite_original", ...tags, file]);
  return readFileSync(file);
}

const packed = (files: Readonly<Record<string, Buffer | string>>) =>
  bytesOf(
    zipLayout(
      Object.entries(files).map(([name, data]) => dataEntry(name, data)),
      { year: 2020, month: 1, day: 1 },
    ),
  );

async function pdf(text: string): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.addPage().drawText(text);
  return document;
}

const RUNS =
  `<w:document><w:body><w:p><w:r><w:t xml:space="preserve">Said Айгерим </w:t></w:r><w:r><w:t>Ома</w:t></w:r>
<w:r><w:t>рова</w:t></w:r></w:p></w:body></w:document>`.replace("\n", "");

test("a JPEG tells where in its metadata the words stand, and that nobody has looked at its pixels", async () => {
  const bytes = await taggedJpeg(
    "-XMP-dc:Description=Seen with Айгерим Омаровой",
    "-EXIF:Artist=Aigerim Omarova",
  );
  const { found, where, unsearched } = await search("photo.jpg", bytes);
  expect({ found, unsearched }).toEqual({ found: "yes", unsearched: ["pixels"] });
  expect(where).toEqual(expect.arrayContaining(["XMP-dc:Description", "IFD0:Artist", "UTF-8"]));
});

test.each([
  ["windows-1251", Buffer.from([0xce, 0xec, 0xe0, 0xf0, 0xee, 0xe2, 0xe0])],
  ["UTF-16LE", Buffer.from("Омарова", "utf16le")],
])("a comment of a JPEG in %s is read", async (encoding, comment) => {
  const [start, rest] = [(await jpeg()).subarray(0, 2), (await jpeg()).subarray(2)];
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  const { found, where } = await search("photo.jpg", Buffer.concat([start, head, comment, rest]));
  expect(found).toBe("yes");
  expect(where).toContain(encoding);
});

test("the compressed text of a PDF is read, and its pictures are named as not looked at", async () => {
  const document = await pdf("Aigerim Omarova said");
  expect(await search("a.pdf", Buffer.from(await document.save()))).toMatchObject({
    found: "yes",
    where: ["text of page 1"],
    unsearched: [],
  });
  const pictured = await pdf("Nobody");
  pictured.addPage().drawImage(await pictured.embedJpg(await taggedJpeg()));
  expect(await search("b.pdf", Buffer.from(await pictured.save()))).toEqual({
    found: "no",
    where: [],
    unsearched: ["pixels"],
  });
});

test("files attached to a PDF are searched, too", async () => {
  const document = await pdf("Nobody");
  await document.attach(gzipSync("Aigerim Omarova"), "notes.gz");
  const { found, where } = await search("a.pdf", Buffer.from(await document.save()));
  expect({ found, where }).toEqual({ found: "yes", where: ["attached file: unpacked: text"] });
});

test("an encrypted and a damaged PDF are named, and are no error", async () => {
  const plain = Buffer.from(await (await pdf("Nobody")).save({ useObjectStreams: false })).toString("latin1");
  const lock = `<</Filter/Standard/V 1/R 2/P -4/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>>>`;
  const locked = plain.replace("trailer\n<<", `trailer\n<</Encrypt ${lock}/ID[<ab><ab>]`);
  expect((await search("a.pdf", Buffer.from(locked, "latin1"))).unsearched).toEqual(["encrypted"]);
  const whole = Buffer.from(await (await pdf("Aigerim")).save());
  expect((await search("b.pdf", whole.subarray(0, 300))).unsearched).toContain("damaged");
});

test.each([
  ["runs of a paragraph", { "word/document.xml": RUNS }, "word/document.xml: text"],
  ["a comment", { "word/comments.xml": '<w:comment w:author="Омарова"/>' }, "word/comments.xml: text"],
  [
    "its properties",
    { "docProps/core.xml": "<dc:creator>Omarova, Aigerim Omarova</dc:creator>" },
    "docProps/core.xml: text",
  ],
  [
    "cells",
    { "xl/sharedStrings.xml": "<si><r><t>Ома</t></r><r><t>рова</t></r></si>" },
    "xl/sharedStrings.xml: text",
  ],
  [
    "a text document",
    { "content.xml": "<text:p>Ома<text:span>рова</text:span></text:p>" },
    "content.xml: text",
  ],
])("an office file is searched in %s", async (_, files, where) => {
  const found = await search("a.docx", await packed({ "[Content_Types].xml": "<Types/>", ...files }));
  expect(found.found).toBe("yes");
  expect(found.where).toContain(where);
});

test("words do not go on from one paragraph or cell to the next", async () => {
  const cells = "<table:table-cell><text:p>Ома</text:p></table:table-cell><text:p>рова</text:p>";
  expect((await search("a.ods", await packed({ "content.xml": cells }))).found).toBe("no");
});

test("pictures in an archive in an archive are searched, and entries by their names", async () => {
  const photo = await taggedJpeg("-XMP-photoshop:City=Омарова");
  const inner = await packed({ "word/media/image1.jpg": photo });
  const { where, unsearched } = await search(
    "kit.zip",
    await packed({ "inner.docx": inner, "aigerim-omarova.txt": "-" }),
  );
  expect(where).toEqual(
    expect.arrayContaining(["inner.docx: word/media/image1.jpg: XMP-photoshop:City", "name of an entry"]),
  );
  expect(unsearched).toEqual(["pixels"]);
});

test.each([
  ["a drawing whose text stands in spans", "<svg><text><tspan>Ома</tspan><tspan>рова</tspan></text></svg>"],
  ["the words of a drawing one below the other", "<svg><tspan>Aigerim</tspan><tspan>Omarova</tspan></svg>"],
  ["a description of a drawing", "<svg><desc>&#1054;марова</desc></svg>"],
  [
    "captions that go on",
    "1\n00:00:01,000 --> 00:00:02,000\nAigerim\n\n2\n00:00:02,000 --> 00:00:03,000\nOmarova",
  ],
  ["a speaker of captions", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Aigerim Omarova>Yes"],
  ["an address", '<a href="/%D0%9E%D0%BC%D0%B0%D1%80%D0%BE%D0%B2%D0%B0">x</a>'],
  ["a divided word", "said Oma-\nrova Омаро\u00adвой"],
  ["data in JSON", '{"name":"\\u041e\\u043c\\u0430\\u0440\\u043e\\u0432\\u0430"}'],
  [
    "a page that declares its encoding",
    Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><b>'),
      Buffer.from([0xce, 0xec]),
      Buffer.from("</b>"),
      Buffer.from([0xe0, 0xf0, 0xee, 0xe2, 0xe0]),
    ]),
  ],
  ["a text in UTF-16", Buffer.from("\ufeff<b>Ома</b>рова", "utf16le")],
])("words are found in %s", async (_, text) => {
  expect((await search("a.txt", text)).found).toBe("yes");
});

test("a picture embedded in a drawing is searched", async () => {
  const photo = await taggedJpeg("-IPTC:By-line=Omarova", "-EXIF:UserComment=Омарова");
  const { where, unsearched } = await search(
    "a.svg",
    `<svg><image href="data:image/jpeg;base64,${photo.toString("base64")}"/></svg>`,
  );
  expect(where).toContain("embedded file: ExifIFD:UserComment");
  expect(unsearched).toEqual(["pixels"]);
});

test("short words within others, and accidents of bytes, are for a person to look at", async () => {
  expect(await search("a.txt", "PhotoAigerimOmarova", ["Omarova"])).toMatchObject({ found: "perhaps" });
  expect(await search("a.txt", "planned", ["Ann"])).toMatchObject({ found: "no" });
  const bytes = Buffer.concat([await jpeg(), Buffer.from([0xc0, 0xed, 0xed, 0xfb])]);
  expect(await search("a.jpg", bytes, ["Анна"])).toMatchObject({ found: "perhaps", unsearched: ["pixels"] });
});

test("what unpacks to more than there is room for is named", async () => {
  const path = join(temporaryFolder(), "a.gz");
  writeFileSync(path, gzipSync(Buffer.alloc(3_000_000)));
  const { file } = fileSearch(detailOf(WORDS), temporaryFolder(), () => 2_000_000);
  expect(await file(path)).toMatchObject({ found: "no", unsearched: ["too large"] });
});

test.each([
  ["a.bin", Buffer.from([0, 1, 2, 3]), ["format"]],
  [
    "a.wav",
    Buffer.concat([
      Buffer.from(
        "RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x44\xac\0\0\x88\x58\x01\0\x02\0\x10\0data\0\0\0\0",
        "latin1",
      ),
    ]),
    ["sound"],
  ],
  ["a.doc", Buffer.from("d0cf11e0a1b11ae10000", "hex"), ["encrypted", "format"]],
])("%s is never called clean", async (name, bytes, unsearched) => {
  expect(await search(name, bytes)).toEqual({ found: "no", where: [], unsearched });
});
