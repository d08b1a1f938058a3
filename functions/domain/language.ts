import * as v from "valibot";

/** The languages of the newsroom, in the order in which pages offer them. */
export const LANGUAGES = ["en", "ru", "kk"] as const;

/** A language of the newsroom, as its BCP 47 tag. */
export const Language = v.picklist(LANGUAGES);
export type Language = v.InferOutput<typeof Language>;

/** Each language named in itself, as the top of every page shows it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", ru: "Русский", kk: "Қазақша" };

/** The language that answers when nothing tells which one the reader wants, and the target of `x-default`. */
export const DEFAULT_LANGUAGE: Language = "en";

export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}

/** One text in each language of the newsroom. */
export const LocalisedText = v.strictObject({
  en: v.pipe(v.string(), v.minLength(1)),
  ru: v.pipe(v.string(), v.minLength(1)),
  kk: v.pipe(v.string(), v.minLength(1)),
});
export type LocalisedText = v.InferOutput<typeof LocalisedText>;
