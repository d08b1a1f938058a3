import type { Language } from "../../../domain/language.ts";

/** The forms of a counted noun; Russian has four, English and Kazakh need two. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** A counted noun: “1 file”, «21 файл», «4 файл». */
export type Counted = (count: number) => string;

/** Chooses the form by the rules of the language (CLDR) and writes the number as the language does. */
export function countedNoun(language: Language, forms: PluralForms): Counted {
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return (count) => {
    rules ??= new Intl.PluralRules(language);
    numbers ??= new Intl.NumberFormat(language, { useGrouping: language === "en" ? "always" : "min2" }); // «2000 мест», «10 000 мест»
    return `${numbers.format(count)}\u00a0${forms[rules.select(count)] ?? forms.other}`;
  };
}
