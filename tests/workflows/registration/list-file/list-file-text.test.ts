import { describe, expect, test } from "vitest";
import { readDelegation } from "../../../../functions/domain/registration/delegation/read-delegation.ts";
import { listFileText } from "../../../../functions/workflows/registration/list-file/list-file-text.ts";
import {
  documentOf,
  packed,
  paragraphOf,
  sheetOf,
  tableOf,
  workbookOf,
  workbookParts,
} from "../../../worlds/registration/office-files.ts";

/** People that a file names, as `name (position)`. */
const peopleIn = async (file: Buffer): Promise<string[]> => {
  const list = readDelegation((await listFileText(file)) ?? "");
  if (!list) throw new Error("It is no list.");
  expect(list.problems).toEqual([]);
  return list.people.map(({ name, position }) => (position ? `${name} (${position})` : name));
};

const EXPECTED = ["Асель Аман (министр)", "Болат Бек (пресс-секретарь)"];

describe("a list as offices send it is read", () => {
  test.each([
    [
      "in Russian, numbered, with a title above",
      [
        ["Список делегации"],
        ["№ п/п", "ФИО", "Должность", "Телефон"],
        [1, "Асель Аман", "министр", 77010000003],
        [2, "Болат Бек", "пресс-секретарь", ""],
      ],
    ],
    [
      "in Kazakh, with the position first",
      [
        ["Лауазымы", "Аты-жөні"],
        ["министр", "Асель Аман"],
        ["пресс-секретарь", "Болат Бек"],
      ],
    ],
    [
      "in English, surname and first name apart",
      [
        ["First name", "Last name", "Position", "E-mail"],
        ["Асель", "Аман", "министр", "a@example.org"],
        ["Болат", "Бек", "пресс-секретарь", ""],
      ],
    ],
  ] as const)("%s: from a workbook and from a table in a document", async (_, rows) => {
    expect(await peopleIn(workbookOf(sheetOf(rows)))).toEqual(EXPECTED);
    const cells = rows.map((row) => row.map(String));
    const document = documentOf(paragraphOf("Приложение") + tableOf(cells) + paragraphOf("Конец"));
    expect(await peopleIn(document)).toEqual(EXPECTED);
  });

  test("from every sheet of a workbook", async () => {
    const file = workbookOf(sheetOf([["Asel Aman"]]), sheetOf([["ФИО"], ["Bolat Bek"]]));
    expect(await peopleIn(file)).toEqual(["Asel Aman", "Bolat Bek"]);
  });

  test("from the sheets that a workbook shows, by their places, with texts that cells share", async () => {
    const cells = `<c r="XFD1"><v>9</v></c></row><row r="1048576"><c r="B1048576" t="s"><v>1</v></c><c t="e"><v>#N/A</v></c></row>`;
    const shared = "<si><t>no</t></si><si><r><t>Dana </t></r><r><t>Dos</t></r><rPh><t>x</t></rPh></si>";
    const [first, hidden, last] = [["Asel Aman"], ["Secret"], ["Bolat Bek"]].map((row) => sheetOf([row]));
    const file = packed({
      ...workbookParts(first?.replace("</row>", cells) ?? "", hidden ?? "", last ?? ""),
      "xl/sharedStrings.xml": `<sst>${shared}</sst>`,
    });
    expect(await listFileText(file)).toBe("Asel Aman\n\tDana Dos\t\nBolat Bek");
  });

  test("from the paragraphs of a document without a table", async () => {
    const file = documentOf(["Делегация:", "1. Asel Aman", "2. Bolat Bek"].map(paragraphOf).join(""));
    expect(await peopleIn(file)).toEqual(["Asel Aman", "Bolat Bek"]);
  });

  test("with cells over several columns, tables within cells, and text that was deleted with tracked changes", async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraphOf("Делегация:")}</w:tc>`;
    const deleted =
      "<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del><w:r><w:t>Asel</w:t></w:r></w:p>";
    const nested = `<w:tc>${deleted}${tableOf([["Aman"]])}</w:tc>`;
    const rows = `<w:tr>${wide}</w:tr><w:tr>${nested}<w:tc>${paragraphOf("министр")}</w:tc></w:tr>`;
    expect(await listFileText(documentOf(`<w:tbl>${rows}</w:tbl>`))).toBe("Делегация:\t\nAsel Aman\tминистр");
  });
});

describe("what is no list is refused within bounds", () => {
  const bomb = "x".repeat(9_000_000);
  test.each([
    ["a sheet of tags that do not end", workbookOf(`<worksheet>${"<x y='".repeat(400_000)}`)],
    ["a sheet that unpacks to nine megabytes", workbookOf(sheetOf([[bomb]]))],
    ["a document that unpacks to nine megabytes", documentOf(paragraphOf(bomb))],
    [
      "more parts than an office file has",
      packed(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`word/${n}.xml`, ""]))),
    ],
    [
      "a sheet that shows one long text a hundred thousand times",
      packed({
        ...workbookParts(
          sheetOf([])
            .replace(
              "<sheetData>",
              `<sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(80).concat("</row><row>").repeat(1_250)}`,
            )
            .replace("</sheetData>", "</row></sheetData>"),
        ),
        "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(1_000_000)}</t></si></sst>`,
      }),
    ],
    ["an archive that is no office file", packed({ "a.txt": "Asel" })],
    ["half an archive", workbookOf(sheetOf([["Asel"]])).subarray(0, 400)],
    ["a document that is no XML", packed({ "word/document.xml": "<w:document><w:body><<<" })],
  ])("%s", async (_, file) => {
    expect(await listFileText(file)).toBeUndefined();
  });

  test("an old workbook is no text either", async () => {
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2_000)]);
    expect(readDelegation((await listFileText(old)) ?? "")).toBeUndefined();
  });
});
