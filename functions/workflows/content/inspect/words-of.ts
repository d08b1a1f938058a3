import type { Language, PartlyLocalisedText } from "../../../domain/language.ts";
import type { LanguageFile } from "../read/language-file.ts";

/** One text of every language file that has it. */
export function wordsOf<Whole, Sound>(
  languages: ReadonlyMap<Language, LanguageFile<Whole, Sound>>,
  pick: (words: Sound) => string | undefined,
): PartlyLocalisedText {
  const words: PartlyLocalisedText = {};
  for (const { language, words: file } of languages.values()) {
    const text = pick(file.sound);
    if (text !== undefined) words[language] = text;
  }
  return words;
}

export function titlesOf<Whole, Sound extends { readonly title?: string | undefined }>(
  languages: ReadonlyMap<Language, LanguageFile<Whole, Sound>>,
): PartlyLocalisedText {
  return wordsOf(languages, (words) => words.title);
}
