import type { Translation } from "../../../domain/documents/parts.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";

/** The address of the same thing in one language. */
export interface LanguageLink extends Translation {
  /** Whether it has been translated; if not, its address says in which languages it exists. */
  readonly exists: boolean;
}

/** Of a list or another page that exists in every language. */
export function inEveryLanguage(path: (language: Language) => string): LanguageLink[] {
  return LANGUAGES.map((language) => ({ language, path: path(language), exists: true }));
}

/** Of a document: its translations, and for the other languages the address at which it would stand. */
export function translated(
  translations: readonly Translation[],
  path: (language: Language) => string,
): LanguageLink[] {
  return LANGUAGES.map((language) => {
    const translation = translations.find((each) => each.language === language);
    return { language, path: translation?.path ?? path(language), exists: translation !== undefined };
  });
}
