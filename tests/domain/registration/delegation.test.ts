import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import {
  LONGEST_DELEGATION,
  readDelegation,
} from "../../../functions/domain/registration/delegation/read-delegation.ts";
import { checkForm } from "../../../functions/domain/registration/form/check-form.ts";
import { emptyForm } from "../../../functions/domain/registration/form/form.ts";
import { readForms } from "../../../functions/http/forms/sent-form.ts";
import { formFields } from "../../../functions/http/registration/form-fields.ts";
import { registrationErrorMessagesOf } from "../../../functions/rendering/messages/registration-error-messages-of.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { fullEvent } from "../../worlds/registration/registration-pages.ts";

/** People as `name` or `name|badge`, problems as `code detail`. */
const read = (text: string) => {
  const list = readDelegation(text);
  const people = list?.people.map(({ name, badge }) => (badge ? `${name}|${badge}` : name));
  return [
    ...(people ?? ["no list"]),
    ...(list?.problems ?? []).map(({ code, detail }) => `${code} ${detail}`),
  ];
};
const THREE = ["Asel Aman", "Bolat Bek", "Dana Dos"];

describe("nobody is lost silently", () => {
  test.each([
    ["commas between people", "Asel Aman, Bolat Bek, Dana Dos", ["delegation-commas 1"]],
    ["two people on the only line", "Asel Aman, Bolat Bek", ["delegation-commas 1"]],
    ["semicolons between people", "Asel Aman; Bolat Bek; Dana Dos", ["delegation-heading 1"]],
    ["tabs between people", "Bota\nA\tB\tC\tD", ["Bota", "delegation-heading 2"]],
    [
      "a comma on one line of several",
      "Asel Aman\nBolat Bek, Dana Dos",
      ["Asel Aman", "delegation-commas 2"],
    ],
    ["a comma on every line", "Aman, Asel\nBek, Bolat", ["delegation-commas 1", "delegation-commas 2"]],
    ["people before a semicolon", "Asel, Bolat; A", ["delegation-commas 1"]],
    ["people under a heading of one column", "ФИО\nAsel, Bolat", ["delegation-commas 2"]],
    ["people in two columns", "Asel Aman;Bolat Bek\nDana Dos", ["Dana Dos", "delegation-heading 1"]],
    ["a column beyond the headings", "ФИО;Бейдж\nAsel;A.;Minister", ["delegation-columns 2 3"]],
    [
      "a quotation that does not end",
      'Dana\n"Asel\nAman"',
      ["Dana", "delegation-line-unreadable 2", 'Aman"'],
    ],
    ["a heading that is not known", "ФИО;Знак зодиака\nAsel;Leo", ["Asel Leo", "delegation-heading 1"]],
    ["headings without a name", "Страна;Бейдж\nKZ;Asel", ["KZ Asel", "delegation-heading 1"]],
    [
      "another list under the headings of the first",
      "№;ФИО;Бейдж\n1;Asel\nDana;D.",
      ["Asel", "delegation-heading 3"],
    ],
    ["people around a dash", "Asel Aman - Bolat Bek\nDana Dos", ["Dana Dos", "delegation-columns 1 2"]],
    [
      "somebody beside a word of titles",
      "Глава делегации Б. Иманов\nDana Dos",
      ["Dana Dos", "Глава делегации Б. Иманов"],
    ],
    ["people with positions on one line", "Asel Aman - adviser; Bolat Bek - aide", ["delegation-heading 1"]],
    ["a person after a position", "Asel Aman, aide to Dana Dos", ["delegation-commas 1"]],
    ["a person beside the number", "№;ФИО\nBolat Bek;\n2;Asel", ["Asel", "delegation-heading 2"]],
    ["people beside a comma in a column", "Asel Aman;BOLAT, DANA", ["delegation-commas 1"]],
    ["two columns of names", "ФИО;ФИО\nAsel;Bolat", ["Asel Bolat", "delegation-heading 1"]],
    ["who comes along", "ФИО;ФИО супруги\nAsel Aman;B.", ["Asel Aman", "delegation-heading 1"]],
    ["a line break of its own kind", "Asel\u2028Bolat", ["Asel", "Bolat"]],
  ])("%s", (_, text, expected) => {
    expect(read(text).sort()).toEqual([...expected].sort());
  });

  const name = fc.stringMatching(/^[A-Z][a-z]{2,8}x [A-Z][a-z]{2,8}x$/);
  const noise = fc.constantFrom(...'\n;,\t"', "1. ", " ", "№ 2 ", "\r\n", ":", "- ", "7", "ФИО;", ",Badge\n");

  test("each name in any text is kept, told as left out, or there is a problem that names a line", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, name, noise), { maxLength: 8 }), (parts) => {
        const text = parts.map(([before, who, after]) => `${before}${who}${after}`).join("");
        const list = readDelegation(text);
        const lines = text.split(/\r\n|\n/);
        for (const { detail } of list?.problems ?? []) {
          const at = Number(detail.split(" ")[0]);
          expect(lines[at - 1] ?? "").not.toBe("");
        }
        if (list?.problems.length === 0) {
          const kept = JSON.stringify([list.people, list.left]);
          const titles = lines.filter((line) => line.trim().endsWith(":")).join();
          for (const [, who] of parts) if (!titles.includes(who)) expect(kept).toContain(who);
        }
      }),
    );
  });

  test("any text at all is read, or is no list", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        for (const { name } of readDelegation(text)?.people ?? []) expect(name).not.toBe("");
      }),
    );
  });
});

describe("a list is read", () => {
  test("with any separator, numbering and line break alike", () => {
    const numberings = [
      "",
      "{}. ",
      "{}) ",
      "{}.",
      "№ {} ",
      "№{}. ",
      "{} ",
      "• ",
      "- ",
      "{};",
      "{}\t",
      "{}.\t",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...numberings),
        fc.constantFrom("\n", "\r\n", "\r", "\n\n"),
        fc.constantFrom("", ",", ";", " "),
        fc.constantFrom("", "Участники делегации:", "Members of the delegation:;;", "-----"),
        (numbering, lineBreak, end, title) => {
          const tail = numbering.endsWith("\t") && end === ";" ? "" : end;
          const lines = THREE.map((who, i) => numbering.replace("{}", String(i + 1)) + who + tail);
          expect(read([title, ...lines].join(lineBreak))).toEqual(THREE);
        },
      ),
    );
  });

  test.each([
    [
      "a number, a name and a position",
      "№;ФИО;Должность\n1;Asel Aman;Minister\n2;Bolat Bek;\n3;;\n",
      ["Asel Aman", "Bolat Bek"],
    ],
    ["a badge before the name", "Бейджик\tФ.И.О. (полностью)\nA.\tAsel Aman", ["Asel Aman|A."]],
    ["Kazakh headings", "р/с;Аты-жөні;Лауазымы;Төсбелгі\n1;Asel Aman;Министр;Әсел", ["Asel Aman|Әсел"]],
    ["a comma CSV", 'No,Full name,Position,Badge\n1,"Aman, Asel","Head, PR",A.', ["Aman, Asel|A."]],
    ["surname and name apart", "Фамилия;Имя;Отчество\nАман;Асел;Беккызы", ["Аман Асел Беккызы"]],
    [
      "two lists, each with its headings",
      "Name,Position\nAsel,Head\nBadge;Name\nB.;Bolat",
      ["Asel", "Bolat|B."],
    ],
    ["a title over the headings", "Делегация:;;\n№;ФИО;Должность\n1;Asel;x", ["Asel"]],
  ])("by its headings: %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["a comma and nothing after it", "Asel Aman,\nBolat Bek,", ["Asel Aman", "Bolat Bek"]],
    ["numbers, then commas", "1,Asel\n2,Bolat", ["Asel", "Bolat"]],
    ["the delimiter is told", "sep=,\nAsel Aman,a@example.org", ["Asel Aman"]],
    ["a role is no heading", "Asel;участник", ["Asel"]],
    ["a number may be a name's own", "50 Cent\nAsel", ["50 Cent", "Asel"]],
  ])("without headings: %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    "PK\u0003\u0004",
    "%PDF-1.7\nx",
    "{\\rtf1 x}",
    "<!DOCTYPE html>",
    "a".repeat(LONGEST_DELEGATION + 1),
    "Asel\n".repeat(501),
  ])("unless it is none (%#)", (text) => {
    expect(readDelegation(text)).toBeUndefined();
  });
});

describe("what is wrong with a list", () => {
  const wrongIn = (delegation: string, unreadableFile = false) =>
    checkForm(
      { ...emptyForm("en"), coming: "others", delegation, unreadableFile },
      fullEvent(),
      [],
    ).errors?.filter(({ field, code }) => /^(delegation|person)/.test(field) || code === "people-missing") ??
    [];

  test("is told at the list, with its line, and nobody is said to be missing", () => {
    const long = "a".repeat(121);
    expect(wrongIn(`\n;Al\n${long}\nDana`)).toEqual([
      { field: "delegation", code: "delegation-name-missing", detail: "2" },
      { field: "delegation", code: "delegation-too-long", detail: "3 120" },
    ]);
    expect(wrongIn("Asel, Bolat, Dana").map(({ code }) => code)).toEqual(["delegation-commas"]);
    expect(wrongIn("a,b,c\n".repeat(15))).toHaveLength(5);
  });

  test("is one error at the file, where the file is wrong", () => {
    expect(wrongIn("", true)).toEqual([{ field: "delegation-file", code: "delegation-unreadable" }]);
  });

  test.each([
    [
      "en",
      "Line 1 has 4 columns: one person on each line",
      "A name on line 3 is too long: use at most 120 characters",
    ],
    [
      "ru",
      "Столбцов в строке 1: 4. Укажите по одному человеку в строке",
      "Слишком длинное имя в строке 3: не более 120\u00a0знаков",
    ],
    [
      "kk",
      "1-жолда 4\u00a0баған бар: әр жолға бір адамнан жазыңыз",
      "3-жолдағы ат тым ұзын: ең көбі 120\u00a0таңба",
    ],
  ] as const)("is said in words (%s)", (language, columns, long) => {
    const { errors } = registrationErrorMessagesOf(language);
    expect(errors["delegation-columns"]("1 4")).toBe(columns);
    expect(errors["delegation-too-long"]("3 120")).toBe(long);
  });
});

describe("a file with a list", () => {
  const app = new Hono().use(readForms).post("/", async (c) => c.json(await formFields(c)));
  const sent = async (file: Uint8Array<ArrayBuffer> | string, delegation = "Dana") => {
    const body = new FormData();
    body.append("delegation", delegation);
    body.append("delegation-file", new File([file], "people"));
    return (await app.request("/", { method: "POST", body })).json();
  };
  const refused = { delegation: ["Dana"], "delegation-file": ["unreadable"] };

  test("stands in the form as if it had been pasted, also where a line of it is wrong", async () => {
    expect(await sent("Asel, Bolat, Erlan")).toEqual({ delegation: ["Dana\nAsel, Bolat, Erlan"] });
    expect(await sent("Asel", "")).toEqual({ delegation: ["Asel"] });
    expect(await sent("")).toEqual({ delegation: ["Dana"] });
    expect(await sent("Dan")).toEqual({ delegation: ["Dana\nDan"] });
    expect(await sent("Dana\n", "Asel\r\nDana")).toEqual({ delegation: ["Asel\r\nDana"] });
  });

  test("is refused, and leaves what was typed as it was, rather than taken without its end", async () => {
    const utf16 = Buffer.from(`\ufeff${"Асел Аман\n".repeat(2100)}`, "utf16le");
    expect(await sent(new Uint8Array(utf16))).toEqual(refused);
    expect(await sent("李".repeat(LONGEST_DELEGATION + 1))).toEqual(refused);
    expect(await sent("a".repeat(LONGEST_DELEGATION - 2))).toEqual(refused);
    expect(await sent("PK\u0003\u0004")).toEqual(refused);
    expect(await sent("%PDF-1.7")).toEqual(refused);
  });
});
