import {
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  type LocalisedText,
} from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";

const option = (language: Language) =>
  ({ type: "string", value: "TEXT", help: `Why, for readers, in ${LANGUAGE_NAMES[language]}` }) as const;

/** A note to readers, which has to be there in every language or in none. */
export const NOTE_OPTIONS = {
  "note-en": option("en"),
  "note-ru": option("ru"),
  "note-kk": option("kk"),
} as const;

type Notes = Readonly<Record<keyof typeof NOTE_OPTIONS, string | undefined>>;

/** @throws Refusal `option-invalid` when a language is missing */
export function requiredNote(values: Notes): LocalisedText {
  const note = optionalNote(values);
  if (note) return note;
  throw new Refusal(
    "option-invalid",
    400,
    "The note to readers is missing.",
    'Say why in every language: --note-en "…" --note-ru "…" --note-kk "…".',
  );
}

/** @throws Refusal `option-invalid` when it is there in some languages only */
export function optionalNote(values: Notes): LocalisedText | undefined {
  const { "note-en": en, "note-ru": ru, "note-kk": kk } = values;
  if (en && ru && kk) return { en, ru, kk };
  if (!en && !ru && !kk) return undefined;
  const missing = LANGUAGES.filter((language) => !values[`note-${language}`]);
  throw new Refusal(
    "option-invalid",
    400,
    `The note is missing in ${missing.map((language) => LANGUAGE_NAMES[language]).join(" and ")}.`,
    `Add ${missing.map((language) => `--note-${language} "…"`).join(" ")}.`,
  );
}
