import { LANGUAGE_RULES, type Language } from "../../domain/language.ts";
import { UNITS } from "./catalogues.ts";

/** “2.4 MB”, «2,4 МБ»: two significant digits below ten, whole numbers above. */
export function fileSize(bytes: number, language: Language): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 999.5 && unit < 3) {
    amount /= 1000;
    unit++;
  }
  const digits = unit > 0 && amount < 9.95 ? 1 : 0;
  const number = amount.toFixed(digits);
  return `${number.replace(".", LANGUAGE_RULES[language].numbers.decimal)}\u00a0${UNITS[language].sizes[unit]}`;
}
