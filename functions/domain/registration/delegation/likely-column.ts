import type { Column } from "./column.ts";

/** How words begin that headings say of a column. */
const BEGINNINGS = {
  position: "должност лауазым қызмет position job",
  organisation:
    "организац орган госорган ведомств учрежден компани министерств мекеме ұйым жұмыс organisation organization institution ministry agency company employer affiliation",
  email: "email почта почты почту пошта поштасы",
  other:
    "телефон тел моб ұялы phone telephone mobile tel номер нөмір number дата күні date паспорт төлқұжат passport иин жсн iin гражданств азаматты nationality citizenship страна country рейс flight гостиниц отель hotel қонақ виза visa пол жынысы gender sex язык language прибыт убыт arrival departure контакт contact байланыс",
} satisfies Partial<Record<Column, string>>;
const KINDS = Object.entries(BEGINNINGS).map(
  ([column, words]) => [column as keyof typeof BEGINNINGS, words.split(" ")] as const,
);

const words = (said: string): Set<string> => new Set(said.split(" "));
const SURNAME = words("фамилия тегі surname last family");
const FIRST_NAME = words("имя имени аты есімі first given name");
const PATRONYMIC = words("отчество әкесінің middle");
const WHOLE_NAME = words("фио жөні инициалы ио");
/** With which a heading says whose name it is, and does not mean somebody who comes along. */
const OF_WHOM = words(
  "и ф и о участника участников делегата делегатов сотрудника работника гостя докладчика приглашенного приглашённого представителя члена делегации полностью қатысушының делегаттың қонақтың және толық and of the participant participants delegate guest full name аты",
);
/** Scripts, languages and papers by which a heading says how a name is written. */
const IN_SCRIPT =
  /(?:^| )(?:на |in |по |as )?(?:английск|латин|латын|транслит|ағылшын|русск|орыс|казахск|қазақ|кирилл|english|latin|translit|russian|kazakh|cyrillic|passport|паспорт)/;

/**
 * What a heading means that says more than what stands in the column, such as `Контактный телефон` or `Ф.И.О. гостя`. A
 * name together with anything else in one column is none of them, and no column is ever likely to be the badge.
 *
 * @param heading in small letters, without stops and brackets
 */
export function likelyColumn(heading: string): Column | undefined {
  const said = heading
    .replace(/e-mail/g, "email")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  const name = nameColumn(heading, said);
  const kinds = KINDS.filter(([, beginnings]) =>
    said.some((word) => beginnings.some((each) => word.startsWith(each))),
  ).map(([column]) => column);
  if (/место работы/.test(heading) && !kinds.includes("organisation")) kinds.push("organisation");
  if (name === "name-in-script") return name;
  if (name) return kinds.length === 0 ? name : undefined;
  if (said.some((word) => FIRST_NAME.has(word) || SURNAME.has(word) || WHOLE_NAME.has(word)))
    return undefined;
  if (kinds.includes("other") || (kinds.length === 0 && /^№ ?\p{L}/u.test(heading))) return "other";
  if (kinds.length === 2 && kinds.includes("email")) return undefined;
  return kinds[0]; // `Должность, место работы` is a position
}

function nameColumn(heading: string, said: readonly string[]): Column | undefined {
  const of = (which: ReadonlySet<string>) => said.some((word) => which.has(word));
  const isWhole =
    of(WHOLE_NAME) || /^ф и о(?: |$)|^full name(?: |$)/.test(heading) || (of(SURNAME) && of(FIRST_NAME));
  const isNamed = isWhole || of(SURNAME) || of(FIRST_NAME);
  if (isNamed && IN_SCRIPT.test(heading)) return "name-in-script";
  const known = [SURNAME, FIRST_NAME, PATRONYMIC, WHOLE_NAME, OF_WHOM];
  if (!isNamed || !said.every((word) => word === "name" || known.some((each) => each.has(word)))) return;
  if (isWhole) return "name";
  return of(PATRONYMIC) || said.length === 1 ? "name-part" : undefined;
}
