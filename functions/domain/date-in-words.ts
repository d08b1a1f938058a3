import type { Language } from "./language.ts";
import { typeset } from "./typography.ts";

/** Month names as they stand in a date: Russian has one form alone and another after a day. */
const MONTHS: Record<Language, { alone: readonly string[]; afterDay: readonly string[] }> = {
  en: same("January February March April May June July August September October November December"),
  ru: {
    alone: words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    afterDay: words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
  },
  kk: same("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
};

/**
 * A year, a month or a day in words: `2020-07-30` is “30 July 2020”, «30 июля 2020 г.», «2020 жылғы 30 шілде».
 * The names are spelled here, not taken from the runtime, so that what is compiled has the same bytes on every
 * machine. No line break parts a number from its word in Russian and Kazakh.
 */
export function dateInWords(date: string, language: Language): string {
  return typeset(written(date, language), language);
}

function written(date: string, language: Language): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return { en: year, ru: `${year} г.`, kk: `${year} жыл` }[language];
  const names = MONTHS[language];
  const name = (day === undefined ? names.alone : names.afterDay)[Number(month) - 1] ?? month;
  const rest = day === undefined ? name : `${Number(day)} ${name}`;
  return { en: `${rest} ${year}`, ru: `${rest} ${year} г.`, kk: `${year} жылғы ${rest}` }[language];
}

function words(text: string): readonly string[] {
  return text.split(" ");
}

function same(text: string) {
  return { alone: words(text), afterDay: words(text) };
}
