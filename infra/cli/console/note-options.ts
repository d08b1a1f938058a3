import {
  eachLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  type LocalisedText,
} from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";

const option = (language: Language) =>
  ({ type: "string", value: "TEXT", help: `Why, for readers, in ${LANGUAGE_NAMES[language]}` }) as const;

/** A note to readers, which has to be there in every language or in none. */
export const NOTE_OPTIONS = Object.fromEntries(
  LANGUAGES.map((language) => [`note-${language}`, option(language)]),
) as Readonly<Record<`note-${Language}`, ReturnType<typeof option>>>;

/** The note as one types it, for examples of help; “…” where the example has no words in a language. */
export function noteExample(words: Partial<LocalisedText>): string {
  return LANGUAGES.map((language) => `--note-${language} "${words[language] ?? "…"}"`).join(" ");
}

type Notes = Readonly<Record<keyof typeof NOTE_OPTIONS, string | undefined>>;

/** @throws Refusal `option-invalid` when a language is missing */
export function requiredNote(values: Notes): LocalisedText {
  const note = optionalNote(values);
  if (note) return note;
  throw new Refusal(
    "option-invalid",
    400,
    "The note to readers is missing.",
    `Say why in every language: ${noteExample({})}.`,
  );
}

/** @throws Refusal `option-invalid` when it is there in some languages only */
export function optionalNote(values: Notes): LocalisedText | undefined {
  const missing = LANGUAGES.filter((language) => !values[`note-${language}`]);
  if (missing.length === LANGUAGES.length) return undefined;
  if (missing.length === 0) return eachLanguage((language) => values[`note-${language}`] ?? "");
  throw new Refusal(
    "option-invalid",
    400,
    `The note is missing in ${missing.map((language) => LANGUAGE_NAMES[language]).join(" and ")}.`,
    `Add ${missing.map((language) => `--note-${language} "…"`).join(" ")}.`,
  );
}
