import { LANGUAGE_RULES, type Language } from "./language.ts";
import { typeset } from "./typography.ts";

/**
 * A year, a month or a day in words: `2020-07-30` is “30 July 2020”, «30 июля 2020 г.», «2020 жылғы 30 шілде».
 * The names are spelled in the rules of the language, not taken from the runtime, so that what is compiled has the
 * same bytes on every machine. No line break parts a number from its word in Russian and Kazakh.
 */
export function dateInWords(date: string, language: Language): string {
  return typeset(written(date, language), language);
}

/** The same with its day of the week: “Thursday, 30 July 2020”, «2020 жылғы 30 шілде, бейсенбі». */
export function weekdayInWords(date: string, language: Language): string {
  const { weekdays, onWeekday } = LANGUAGE_RULES[language].dates;
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
  return typeset(onWeekday(weekday, written(date, language)), language);
}

function written(date: string, language: Language): string {
  const [year = "", month, day] = date.split("-");
  const rules = LANGUAGE_RULES[language].dates;
  if (month === undefined) return rules.year(year);
  const name = (day === undefined ? rules.months.alone : rules.months.afterDay)[Number(month) - 1] ?? month;
  return rules.inYear(day === undefined ? name : `${Number(day)} ${name}`, year);
}
