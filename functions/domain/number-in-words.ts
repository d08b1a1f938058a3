import { LANGUAGE_RULES, type Language } from "./language.ts";

/**
 * A whole number in groups of three digits: “2,000”, «2000», «10 000».
 * @param from the smallest number that is written in groups; left out, as texts of the language have it
 */
export function groupedNumber(
  count: number,
  language: Language,
  from: number = LANGUAGE_RULES[language].numbers.groupedFrom,
): string {
  if (count < from) return String(count);
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, LANGUAGE_RULES[language].numbers.group);
}
