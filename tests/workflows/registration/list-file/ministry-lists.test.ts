import { describe, expect, test } from "vitest";
import { readDelegation } from "../../../../functions/domain/registration/delegation/read-delegation.ts";
import { listFileText } from "../../../../functions/workflows/registration/list-file/list-file-text.ts";
import { fc } from "../../../worlds/documents/fast-check.ts";
import { MINISTRY_LISTS } from "../../../worlds/registration/ministry-lists.ts";
import { documentOf, sheetOf, tableOf, workbookOf } from "../../../worlds/registration/office-files.ts";

describe("a list as a ministry sends it comes in whole, nobody lost, nobody invented", () => {
  test.each(MINISTRY_LISTS)("$title", async ({ file, people }) => {
    const list = readDelegation((await listFileText(file)) ?? "");
    const shown = list?.people.map(({ name, position, organisation, email, badge }) =>
      [name, position, organisation, email, badge]
        .map((each) => each ?? "")
        .join(" | ")
        .replace(/(?: \| )+$/, "")
        .replace(/\| {2}(?=\|)/g, "| "),
    );
    expect(list?.problems).toEqual([]);
    expect(shown).toEqual(people);
  });
});

/** Headings of a column as offices write them, and what stands in it for each of three people. */
const COLUMNS = {
  number: { said: ["№", "№ п/п", "Р/с", "No.", "#"], cells: ["1", "2", "3"] },
  name: {
    said: ["ФИО", "Ф.И.О. участника (полностью)", "Фамилия, имя, отчество", "Аты-жөні", "Full name"],
    cells: ["Қасымова Әйгерім Нұрланқызы", "А.Б. Тен", "VAN DER BERG JOHN"],
  },
  position: {
    said: ["Должность", "Занимаемая должность", "Лауазымы", "Job title", "Должность, звание"],
    cells: ["и.о. министра", "советник, PhD", ""],
  },
  organisation: {
    said: [
      "Организация",
      "Наименование госоргана (организации)",
      "Мекеме атауы",
      "Institution",
      "Место работы",
    ],
    cells: ["Верховный Суд", "Министерство юстиции", "UNODC"],
  },
  email: {
    said: ["E-mail", "Адрес эл. почты", "Электрондық поштасы", "Email address"],
    cells: ["a@example.org", "", "j@example.org"],
  },
  other: {
    said: ["Контактный телефон", "Дата рождения", "Ұялы телефоны", "Passport No.", "№ рейса", "Гражданство"],
    cells: ["+7 701 000 00 01", "", "KC 123"],
  },
};
const KINDS = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const ABOVE = ["СПИСОК ДЕЛЕГАЦИИ", "Приложение 1", "Делегация құрамы", "List of participants, 30 July 2027"];
const BELOW = ["Итого: 3 человека", "Барлығы: 3", "Total 3", "Исп. Иванова А., тел. 74-00-00", ""];

interface Layout {
  readonly columns: readonly (keyof typeof COLUMNS)[];
  readonly heading: number;
  readonly above: readonly string[];
  readonly below: string;
  readonly isIndented: boolean;
  readonly container: "xlsx" | "docx" | "csv" | "tabs";
}
const layouts: fc.Arbitrary<Layout> = fc.record({
  columns: fc
    .shuffledSubarray(KINDS.filter((each) => each !== "name"))
    .chain((others) =>
      fc.nat(others.length).map((at) => [...others.slice(0, at), "name" as const, ...others.slice(at)]),
    ),
  heading: fc.nat(59),
  above: fc.subarray(ABOVE),
  below: fc.constantFrom(...BELOW),
  isIndented: fc.boolean(),
  container: fc.constantFrom("xlsx", "docx", "csv", "tabs"),
});

function fileOf({ columns, heading, above, below, isIndented, container }: Layout): Buffer {
  const first = isIndented ? [""] : [];
  const rows = [
    ...above.map((each) => [each]),
    columns.map((each) => COLUMNS[each].said[heading % COLUMNS[each].said.length] ?? ""),
    ...[0, 1, 2].map((person) => columns.map((each) => COLUMNS[each].cells[person] ?? "")),
    [below],
  ].map((row) => [...first, ...row]);
  if (container === "xlsx") return workbookOf(sheetOf(rows));
  if (container === "docx") return documentOf(tableOf(rows));
  return Buffer.from(rows.map((row) => row.join(container === "csv" ? ";" : "\t")).join("\r\n"));
}

test("in any order of columns, with any headings, title and sum, each cell comes where it belongs", async () => {
  await fc.assert(
    fc.asyncProperty(layouts, async (layout) => {
      const list = readDelegation((await listFileText(fileOf(layout))) ?? "");
      expect(list?.problems).toEqual([]);
      const said = (kind: keyof typeof COLUMNS, person: number) =>
        (layout.columns.includes(kind) && COLUMNS[kind].cells[person]) || undefined;
      expect(list?.people).toEqual(
        [0, 1, 2].map((person) => ({
          name: said("name", person),
          position: said("position", person),
          organisation: said("organisation", person),
          email: said("email", person),
        })),
      );
    }),
    { numRuns: 200 },
  );
});
