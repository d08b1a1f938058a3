import type { Language } from "./language.ts";
import { en } from "./languages/en/naming.ts";
import { kk } from "./languages/kk/naming.ts";
import type { NamingRules } from "./languages/naming-rules.ts";
import { ru } from "./languages/ru/naming.ts";

/** How names are written in each language: apart from its other rules, since few need them and they are long. */
export const NAMING: Readonly<Record<Language, NamingRules>> = { en, ru, kk };

/** Names of countries by their codes, read when a language is first asked for. */
const read = new Map<Language, ReadonlyMap<string, string>>();

export function countriesIn(language: Language): ReadonlyMap<string, string> {
  const lines = NAMING[language].countries.trim().split("\n");
  const names = read.get(language) ?? new Map(lines.map((line) => [line.slice(0, 2), line.slice(3)]));
  read.set(language, names);
  return names;
}

/** Name of a country, by its code of ISO 3166-1: the same bytes whatever runs this. */
export function storedCountryName(code: string, language: Language): string {
  return countriesIn(language).get(code) ?? code;
}

/** Unions, the world and places for tests, which have codes as countries do. */
const NO_COUNTRIES = ["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"];

export function isCountry(code: string): boolean {
  return countriesIn("en").has(code) && !NO_COUNTRIES.includes(code);
}
