import { expect, test } from "vitest";
import { typeset } from "../../functions/domain/typography.ts";

/** With no-break spaces that can be seen. */
const shown = (text: string): string => text.replaceAll("\u00a0", "_");

test.each([
  ["no line begins with a dash", "Всё нужное — в письме.", "Всё нужное_— в письме."],
  ["a number stays with what it counts", "До 20 человек за 35 дней", "До 20_человек за 35_дней"],
  ["a day stays with its month, a year with its word", "2020 жылғы 30 шілде", "2020_жылғы 30_шілде"],
  ["a time of the clock counts nothing", "13:00 по местному времени", "13:00 по местному времени"],
  ["a telephone number is no number of anything", "+7 701 000 00 00", "+7 701 000 00 00"],
  ["quotation marks inside others are others", "«Фонд «Родник»»: «да»", "«Фонд „Родник“»: «да»"],
  ["so are those of the third level", "«А «Б «В» Г»»", "«А „Б „В“ Г“»"],
  ["marks without their pair stay", "«Фонд «Родник»: 20 мест", "«Фонд «Родник»: 20_мест"],
  ["what closes before it opens stays", "а» «б", "а» «б"],
])("in Russian and Kazakh %s", (_, written, set) => {
  expect(shown(typeset(written, "ru"))).toBe(set);
  expect(shown(typeset(written, "kk"))).toBe(set);
});

test("a text that is set stays as it is", () => {
  const set = typeset("«Фонд «Родник»» — 20 мест", "ru");
  expect(typeset(set, "ru")).toBe(set);
});

test("English is set as it is written", () => {
  expect(typeset("20 seats — “Rodnik”", "en")).toBe("20 seats — “Rodnik”");
});
