import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { isLanguage, type Language } from "../../functions/domain/language.ts";
import { detailsGone, personalDetailsIn } from "../../functions/domain/personal/personal-details.ts";

/** By its letters, as every example here can be told. */
const languageOf = (text: string): Language => {
  if (/[әғқңөұүһі]/i.test(text)) return "kk";
  return /[а-я]/i.test(text) ? "ru" : "en";
};
const found = (text: string, known?: string[]) =>
  personalDetailsIn(text, languageOf(text), known).map((detail) => `${detail.kind}: ${detail.text}`);

test.each([
  // English
  ["Aigerim Omarova told us how it began.", ["name: Aigerim Omarova"]],
  ["Yesterday Aigerim came back to her village.", ["name: Aigerim"]],
  ["The court heard A. Omarova and Omarova A.B. twice.", ["name: A. Omarova", "name: Omarova A.B."]],
  ["Aigerim S., 19, escaped in May.", ["name: Aigerim S."]],
  ["They met Zhupar at the station.", ["name: Zhupar"]],
  ["Nurbolat Yerlanuly came first.", ["name: Yerlanuly"]],
  ["Head of Mission Serhan Aktoprak opened the meeting.", ["name: Serhan Aktoprak"]],
  ["We spoke with Gulnara Bekova’s sister.", ["name: Gulnara Bekova"]],
  ["Write to a.omarova@mail.kz for more.", ["email: a.omarova@mail.kz"]],
  ["Her page is instagram.com/aigerim_o.", ["profile: instagram.com/aigerim_o."]],
  ["Call +7 701 123 45 67 at night.", ["telephone: +7 701 123 45 67"]],
  ["She lives at 10 Dostyk Street.", ["name: Dostyk", "address: 10 Dostyk Street"]],
  // Russian
  ["Вчера Айгерим Омарова вернулась домой.", ["name: Айгерим Омарова"]],
  ["Рассказывает Айгерим С., 19 лет.", ["name: Айгерим С."]],
  ["Потерпевшая А. С. дала показания.", ["name: А. С."]],
  ["Показания дала Омарова А. Б. в мае.", ["name: Омарова А. Б."]],
  ["Мы говорили с Гүлназ Серікқызы Ахметовой.", ["name: Гүлназ Серікқызы Ахметовой"]],
  ["Омарова работала на ферме.", ["name: Омарова"]],
  ["В деле Ким и Цой нет других имён.", ["name: Ким", "name: Цой"]],
  ["Её сестра Нургуль Сериковна живёт рядом.", ["name: Нургуль Сериковна"]],
  [
    "Она живёт на ул. Гоголя, д. 52, кв. 7.",
    ["name: Гоголя", "address: ул. Гоголя, д. 52", "address: кв. 7"],
  ],
  ["Телефон: 8 (7172) 27-15-88.", ["telephone: 8 (7172) 27-15-88"]],
  ["Звоните: моб. 8 701 123 45 67", ["telephone: 8 701 123 45 67"]],
  // Kazakh
  ["Кеше Айгерім Омарова үйіне оралды.", ["name: Айгерім Омарова"]],
  ["Біз Гүлназ Серікқызымен сөйлестік.", ["name: Гүлназ Серікқызымен"]],
  ["Ол Жұпар деген қызбен бірге болған.", ["name: Жұпар"]],
  ["Нұржан Әліұлы мен А. Сәдуақасова келді.", ["name: Нұржан Әліұлы", "name: А. Сәдуақасова"]],
  ["Мекенжайы: Достық көшесі, 10-үй.", ["name: Достық", "address: Достық көшесі, 10-үй"]],
])("%s", (text, details) => {
  for (const detail of details) expect(found(text)).toContain(detail);
  expect(found(text).filter((each) => each.startsWith("name")).length).toBe(
    details.filter((each) => each.startsWith("name")).length,
  );
});

test.each([
  "The Ministry of Internal Affairs of the Republic of Kazakhstan opened 69 cases in 2020.",
  "On Thursday, 30 July 2020, the United Nations and IOM met in Astana.",
  "World Day Against Trafficking in Persons: 25 Years of Work",
  "Almost 2,000 people, over 100 000 worldwide, 1 000 000 000 tenge, 2004–2019, 30.07.2027, 68/192.",
  "The NGO Rodnik and the Rodnik Social Fund run shelters.",
  "Министерство внутренних дел Республики Казахстан и Генеральная прокуратура открыли 69 дел.",
  "В Таразе, Шымкенте и Караганде в марте 2020 года прошёл Всемирный день борьбы с торговлей людьми.",
  "Общественный фонд «Родник» работает с 2004 года. Снова открыт приют. Основа работы — доверие.",
  "Людей вывозят в Бахрейн, Республику Корея, Турцию и Объединённые Арабские Эмираты.",
  "Қазақстан Республикасының Ішкі істер министрлігі мен Бас прокуратура 69 іс қозғады.",
  "Дүниежүзілік адам саудасына қарсы күрес күні Астанада, Шымкентте және Қарағандыда өтті.",
  "ХКҰ-ның Қазақстандағы өкілдігі 2000-ға жуық адамға көмектесті. Бұл — жалпы көрініс.",
])("holds nothing personal: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("names that are known from elsewhere are found anywhere", () => {
  const text = "Serhan opened the meeting.";
  expect(found(text)).toEqual([]);
  expect(found(text, ["Serhan Aktoprak"])).toEqual(["name: Serhan"]);
  expect(found("Press officers of the Ministry came.", ["Press office", "Ministry"])).toEqual([]);
});

const gone = (before: string, after: string, language = languageOf(before)) =>
  detailsGone(before, after, language).map(({ text }) => text);

test.each([
  ["moved to another sentence", "Рассказала Омарова.", "По словам Омаровой, это так.", []],
  ["inflected in Kazakh", "Біз Омаровамен сөйлестік.", "Бұл Омарованың сөзі.", []],
  ["written with brackets", "Call 8 (701) 123-45-67.", "Call +7 701 123 45 67.", []],
  ["taken away", "We met Aigerim Omarova there.", "We met a woman there.", ["Aigerim Omarova"]],
  ["shortened", "We met Aigerim Omarova there.", "We met Aigerim there.", ["Aigerim Omarova"]],
  ["without its initial", "We met Aigerim S. there.", "We met Aigerim there.", ["Aigerim S."]],
  ["spelled otherwise", "We met Aigerim Omarova.", "We met Aigerim Omarowa.", ["Aigerim Omarova"]],
  ["a word of that name", "Её зовут Надежда.", "У неё есть надежда.", ["Надежда"]],
])("a detail that is %s", (_, before, after, expected) => {
  expect(gone(before, after)).toEqual(expected);
});

/** The paragraphs of a text, and every string of its front matter. */
function paragraphsOf(file: string): string[] {
  const [, matter = "", ...body] = readFileSync(file, "utf8").split(/^---$/m);
  return [...stringsIn(parse(matter)), ...body.join("---").split(/\n+/)]
    .map((text) =>
      text
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/[*#>`]/g, "")
        .replace(/^ *(?:- |\d+\. )/gm, "")
        .trim(),
    )
    .filter((text) => text !== "");
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Those who spoke on the World Day 2020, and whom they named. */
const NAMED = /^(?:(?:Zere|Зере) |(?:Elvira|Эльвира) |(?:Shinar|Шинар) |(?:Nina|Нина) |(?:Zeynal|Зейнал) )/;

test("of the sample, whichever paragraph is removed, only names of persons are asked about", () => {
  const files = globSync("content/**/{en,ru,kk}.md");
  expect(files.length).toBeGreaterThan(40);
  const held = files.flatMap((file) => {
    const language = basename(file, ".md");
    if (!isLanguage(language)) throw new Error(`${file} is in no language.`);
    return personalDetailsIn(paragraphsOf(file).join("\n"), language).map(({ text }) => text);
  });
  expect(held.filter((text) => !NAMED.test(text))).toEqual([]);
  expect(new Set(held).size).toBeGreaterThan(10);
});

/** CPU in milliseconds: the least of several runs, since others use the machine, too. */
function cost(text: string): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    personalDetailsIn(text, "ru");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...costs);
}

test.each([
  "Ы ",
  "A.",
  "A ",
  "1 ",
  "+7 ",
  "a@",
  "facebook.com/",
  "Абая ",
  "улица а ",
  "10 Aa ",
  "a-",
  "\n",
  "(7172) ",
])("a text of nothing but %j costs no more than its length", (unit) => {
  const textOf = (length: number) => unit.repeat(length / unit.length);
  cost(textOf(5_000)); // warmed up
  expect((cost(textOf(40_000)) + 2) / (cost(textOf(10_000)) + 2)).toBeLessThan(9);
});
