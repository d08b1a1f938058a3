import * as v from "valibot";
import { en } from "./languages/en/rules.ts";
import { kk } from "./languages/kk/rules.ts";
import type { LanguageRules } from "./languages/language-rules.ts";
import { ru } from "./languages/ru/rules.ts";

/** The languages of the newsroom by their BCP 47 tags, in the order in which pages offer them. */
const LANGUAGE_TABLE = { en, ru, kk } as const satisfies Readonly<Record<string, LanguageRules>>;

/** A language of the newsroom, as its BCP 47 tag. */
export type Language = keyof typeof LANGUAGE_TABLE;
export const LANGUAGES = Object.keys(LANGUAGE_TABLE) as [Language, ...Language[]];
export const Language = v.picklist(LANGUAGES);

export const LANGUAGE_RULES: Readonly<Record<Language, LanguageRules>> = LANGUAGE_TABLE;

/** One value for each language of the newsroom, in their order. */
export function eachLanguage<Value>(made: (language: Language) => Value): Record<Language, Value> {
  const entries = LANGUAGES.map((language) => [language, made(language)]);
  return Object.fromEntries(entries) as Record<Language, Value>;
}

/** Each language named in itself, as the top of every page shows it. */
export const LANGUAGE_NAMES = eachLanguage((language) => LANGUAGE_RULES[language].name);

/** “en, ru or kk”; @param form of each, such as a file name */
export function languagesInWords(
  joint: "and" | "or",
  form = (language: Language): string => language,
): string {
  const forms = LANGUAGES.map(form);
  return `${forms.slice(0, -1).join(", ")} ${joint} ${forms.at(-1)}`;
}

/** The language that answers when nothing tells which one the reader wants, and the target of `x-default`. */
export const DEFAULT_LANGUAGE: Language = "en";

export function isLanguage(value: string): value is Language {
  return Object.hasOwn(LANGUAGE_TABLE, value);
}

/** One text in each language of the newsroom. */
export const LocalisedText = v.strictObject(eachLanguage(() => v.pipe(v.string(), v.minLength(1))));
export type LocalisedText = v.InferOutput<typeof LocalisedText>;

/** One text in those languages in which it exists. */
export const PartlyLocalisedText = v.object(eachLanguage(() => v.optional(v.string())));
export type PartlyLocalisedText = v.InferOutput<typeof PartlyLocalisedText>;
