import { LANGUAGE_RULES, type Language } from "./language.ts";

const NO_BREAK_SPACE = "\u00a0";

/**
 * A Russian or Kazakh text as it is set: no line begins with a dash, a number stays with the word after it
 * («20 человек», «30 июля», but not a time of the clock), and quotation marks inside quotation marks are „…“.
 * English is set as it is written. A text that is set already stays as it is.
 *
 * @example
 * typeset("«Фонд «Родник»» — 20 мест", "ru") // «Фонд „Родник“» — 20 мест, with two no-break spaces
 */
export function typeset(text: string, language: Language): string {
  if (!LANGUAGE_RULES[language].bound) return text;
  const bound = text.replaceAll(" — ", `${NO_BREAK_SPACE}— `);
  return nested(bound.replace(/(?<=\d)(?<!:\d\d) (?=\p{L})/gu, NO_BREAK_SPACE));
}

/** With inner quotation marks of their own. Where the marks are not in pairs nobody knows which are inner: it stays. */
function nested(text: string): string {
  let depth = 0;
  let result = "";
  for (const sign of text) {
    if (sign === "»") depth--;
    if (depth < 0) return text;
    result += depth === 0 ? sign : (INNER[sign] ?? sign);
    if (sign === "«") depth++;
  }
  return depth === 0 ? result : text;
}

const INNER: Readonly<Record<string, string>> = { "«": "„", "»": "“" };
