import { LANGUAGE_RULES, type Language } from "../../../domain/language.ts";
import type { PluralForm } from "../../../domain/languages/language-rules.ts";
import { groupedNumber } from "../../../domain/number-in-words.ts";

/** The forms of a counted noun; Russian has four, English and Kazakh need two. */
export type PluralForms = Partial<Record<PluralForm, string>> & { readonly other: string };

/** A counted noun: “1 file”, «21 файл», «4 файл». */
export type Counted = (count: number) => string;

/** Chooses the form by the rules of the language and writes the number as the language does. */
export function countedNoun(language: Language, forms: PluralForms): Counted {
  const { plural } = LANGUAGE_RULES[language].numbers;
  return (count) => `${groupedNumber(count, language)}\u00a0${forms[plural(count)] ?? forms.other}`;
}
