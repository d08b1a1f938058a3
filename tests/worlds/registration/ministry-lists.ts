import { documentOf, paragraphOf, type SheetLook, sheetOf, tableOf, workbookOf } from "./office-files.ts";

/** A list as an office sends it, and who stands in it: `name | position | organisation | e-mail | badge`. */
export interface MinistryList {
  readonly title: string;
  readonly file: Buffer;
  readonly people: readonly string[];
}

const text = (...lines: readonly string[]): Buffer => Buffer.from(lines.join("\r\n"));
const sheet = (rows: readonly (readonly (string | number)[])[], look?: SheetLook): Buffer =>
  workbookOf(sheetOf(rows, look));

/** The Cyrillic code page of Windows, in which Excel saves CSV: letters of Russian alone. */
const windows1251 = (content: string): Buffer =>
  Buffer.from(
    [...content].map((letter) => {
      const code = letter.charCodeAt(0);
      if (code < 128) return code;
      if (letter === "№") return 0xb9;
      if (letter === "«") return 0xab;
      if (letter === "»") return 0xbb;
      if (letter === "ё") return 0xb8;
      return code - 0x410 + 0xc0;
    }),
  );

/** All names are invented. */
export const MINISTRY_LISTS: readonly MinistryList[] = [
  {
    title: "a workbook in Russian: empty rows, a title of two lines, numbered, a total below",
    file: sheet([
      ["", ""],
      ["", "СПИСОК ДЕЛЕГАЦИИ"],
      ["", "Министерства юстиции Республики Казахстан на конференции 30 июля 2027 года"],
      ["", ""],
      ["", "№ п/п", "Ф.И.О.", "Должность", "Контактный телефон", "Адрес эл. почты"],
      ["", 1, 2, 3, 4, 5],
      ["", 1, "Ахметов Болат Серикович", "и.о. министра", 77010000001, "b.akhmetov@gov.example"],
      ["", 2, "АБДРАХМАНОВА-ЛИ АСЕЛЬ", "советник министра", "+7 701 000 00 02", "a.li@gov.example"],
      ["", "", "Итого: 2 человека", "", "", ""],
      ["", "Исп. Сидорова А., тел. 74-00-00"],
    ]),
    people: [
      "Ахметов Болат Серикович | и.о. министра | | b.akhmetov@gov.example",
      "АБДРАХМАНОВА-ЛИ АСЕЛЬ | советник министра | | a.li@gov.example",
    ],
  },
  {
    title: "a workbook with two rows of headings, cells of which are merged downwards and across",
    file: sheet(
      [
        ["№", "Ф.И.О. участника", "Должность, место работы", "Контакты", ""],
        ["", "", "", "Телефон", "E-mail"],
        [1, "А.Б. Ибраев", "начальник управления, МВД", "8 701 000 00 03", "ibraev@gov.example"],
        [2, "Ким Виктория Павловна", "эксперт, ЮНОДК", "", "kim@un.example"],
      ],
      { merged: ["A1:A2", "B1:B2", "C1:C2", "D1:E1"] },
    ),
    people: [
      "А.Б. Ибраев | начальник управления, МВД | | ibraev@gov.example",
      "Ким Виктория Павловна | эксперт, ЮНОДК | | kim@un.example",
    ],
  },
  {
    title: "a workbook with a row of groups above surname, name and patronymic",
    file: sheet([
      ["№", "Делегат", "", "", "Работа", ""],
      ["", "Фамилия", "Имя", "Отчество (при наличии)", "Организация", "Должность"],
      [1, "Әбілқайыр", "Ғалымжан", "Нұрланұлы", "Жоғарғы Сот", "судья"],
      [2, "Ким", "Анна", "", "Академия правосудия", "ректор"],
    ]),
    people: ["Әбілқайыр Ғалымжан Нұрланұлы | судья | Жоғарғы Сот", "Ким Анна | ректор | Академия правосудия"],
  },
  {
    title: "a workbook in Kazakh, organisations as lines of their own",
    file: sheet(
      [
        ["Делегация құрамы"],
        ["Р/с №", "Тегі, аты, әкесінің аты", "Лауазымы", "Ұялы телефоны"],
        ["Әділет министрлігі", "", "", ""],
        [1, "Өмірбек Ұлан Қанатұлы", "вице-министр", "+7 777 000 00 01"],
        [2, "Іңкәр Һәкім", "министрдің м.а.", ""],
        ["Бас прокуратура", "", "", ""],
        [3, "Сәкен Жүсіп", "прокурор", ""],
        ["Барлығы: 3 адам", "", "", ""],
      ],
      { merged: ["A1:D1", "A3:D3", "A6:D6", "A8:D8"] },
    ),
    people: [
      "Өмірбек Ұлан Қанатұлы | вице-министр | Әділет министрлігі",
      "Іңкәр Һәкім | министрдің м.а. | Әділет министрлігі",
      "Сәкен Жүсіп | прокурор | Бас прокуратура",
    ],
  },
  {
    title: "a workbook with hidden columns and rows",
    file: sheet(
      [
        ["№", "Бейдж", "ФИО", "Организация"],
        [1, "Old badge", "Жумабек Дана", "Агентство"],
        [2, "Old badge", "Отказался Иван", "Агентство"],
        [3, "Old badge", "Петров-Водкин Олег Ильич", "Агентство"],
      ],
      { hiddenColumns: [2], hiddenRows: [3] },
    ),
    people: ["Жумабек Дана | | Агентство", "Петров-Водкин Олег Ильич | | Агентство"],
  },
  {
    title: "a workbook in English with names in two scripts",
    file: sheet([
      ["LIST OF PARTICIPANTS"],
      [
        "No.",
        "Full name",
        "Name in Latin letters (as in passport)",
        "Job title",
        "Institution",
        "Passport No.",
      ],
      [1, "Сұлтанова Әйгерім", "Sultanova Aigerim", "Head of Unit", "Ministry of Justice", "N00000001"],
      [2, "O'Neil-Smith, Mary", "O'Neil-Smith Mary", "Adviser", "UN Women", "N00000002"],
      ["Total", 2],
    ]),
    people: [
      "Сұлтанова Әйгерім | Head of Unit | Ministry of Justice",
      "O'Neil-Smith, Mary | Adviser | UN Women",
    ],
  },
  {
    title: "CSV with semicolons in windows-1251, a title and a total",
    file: windows1251(
      [
        "Список участников от Комитета;;;",
        "№ п/п;Фамилия;Имя, отчество;Должность",
        '1;Алёхин;Пётр Ильич;"Директор департамента ""Право"""',
        "2;Жукова;Анна Сергеевна;главный специалист",
        "Всего;2;;",
      ].join("\r\n"),
    ),
    people: [
      'Алёхин Пётр Ильич | Директор департамента "Право"',
      "Жукова Анна Сергеевна | главный специалист",
    ],
  },
  {
    title: "cells pasted from a spreadsheet, with line breaks within them",
    file: text(
      "№\tФИО\tДолжность",
      '1\tТлеуов Марат Ескендірұлы\t"заместитель директора\r\nдепартамента"',
      '2\t"Сейтова\r\nГүлнәр"\tэксперт',
    ),
    people: ["Тлеуов Марат Ескендірұлы | заместитель директора департамента", "Сейтова Гүлнәр | эксперт"],
  },
  {
    title: "a document with a table, organisations merged downwards",
    file: documentOf(
      paragraphOf("Приложение 1 к письму") +
        tableOf([
          ["Государственный орган", "№", "ФИО", "Должность"],
          [{ text: "Министерство внутренних дел", rows: "first" }, "1", "Оспанов Руслан", "полковник"],
          [{ text: "", rows: "more" }, "2", "Тен Сергей", "майор"],
          ["Верховный Суд", "3", "Бекова Жанар", "судья"],
        ]) +
        paragraphOf("Руководитель аппарата Б. Иманов"),
    ),
    people: [
      "Оспанов Руслан | полковник | Министерство внутренних дел",
      "Тен Сергей | майор | Министерство внутренних дел",
      "Бекова Жанар | судья | Верховный Суд",
    ],
  },
  {
    title: "a document with a table in which lines over all columns name organisations",
    file: documentOf(
      tableOf([
        [{ text: "Список делегации", columns: 3 }],
        ["№", "Ф.И.О. (полностью)", "Занимаемая должность"],
        [{ text: "МИНИСТЕРСТВО ТРУДА", columns: 3 }],
        ["1.", "Нурлан Айбек", "аналитик"],
        [{ text: "НПО «Родник»", columns: 3 }],
        ["2.", "Ли Ольга", "директор"],
        ["3.", "", ""],
      ]),
    ),
    people: ["Нурлан Айбек | аналитик | МИНИСТЕРСТВО ТРУДА", "Ли Ольга | директор | НПО «Родник»"],
  },
  {
    title: "a letter in Russian: numbered lines, the position after a dash",
    file: text(
      "Список делегации Министерства юстиции",
      "Глава делегации – Сулейменова Айжан Маратовна",
      "1. Ахметов Болат Серикович – министр юстиции Республики Казахстан;",
      "2. Иванова-Ким Анна — и.о. директора департамента;",
      "3. Б.К. Оспан - советник.",
      "Всего: 3 человека",
    ),
    people: [
      "Сулейменова Айжан Маратовна | Глава делегации",
      "Ахметов Болат Серикович | министр юстиции Республики Казахстан",
      "Иванова-Ким Анна | и.о. директора департамента",
      "Б.К. Оспан | советник",
    ],
  },
  {
    title: "a letter in Kazakh: numbered lines, the position after a comma",
    file: text(
      "Делегация тізімі",
      "1. Нұрсұлтан Әлия Бақытқызы, министрдің орынбасары;",
      "2. Ғани Ә.Қ., департамент директоры",
    ),
    people: ["Нұрсұлтан Әлия Бақытқызы | министрдің орынбасары", "Ғани Ә.Қ. | департамент директоры"],
  },
  {
    title: "a document of paragraphs in English, organisations as lines that end with a colon",
    file: documentOf(
      [
        "Members of the delegation",
        "Ministry of Justice:",
        "1) Dr. Aigerim Sultan, adviser",
        "2) John van der Berg",
      ]
        .map(paragraphOf)
        .join(""),
    ),
    people: [
      "Dr. Aigerim Sultan | adviser | Ministry of Justice",
      "John van der Berg | | Ministry of Justice",
    ],
  },
  {
    title: "a table without headings: number, name, position, telephone, e-mail",
    file: text(
      "1\tҚасым Ерлан Ұлықбекұлы\tминистрдің көмекшісі\t+7 701 000 00 09\tkasym@gov.example",
      "2\tPark Min-jun\tattaché\t\tpark@embassy.example",
    ),
    people: ["Қасым Ерлан Ұлықбекұлы | | | kasym@gov.example", "Park Min-jun | | | park@embassy.example"],
  },
  {
    title: "a list with a name on the badge that says so, and others that do not",
    file: text("ФИО;№ бейджа;Имя на бейдже;Примечание", "Ермек Айдана;17;Айдана;VIP", "Тулеу Самат;18;;"),
    people: ["Ермек Айдана | | | | Айдана", "Тулеу Самат"],
  },
];
