import { eachLanguage, LANGUAGE_RULES, type Language } from "../../domain/language.ts";
import { typeset } from "../../domain/typography.ts";

/**
 * Catalogues whose texts are set as their language has it, with what functions put into them: a catalogue is written
 * with plain spaces and the same quotation marks everywhere. Lists and records may be nested.
 */
export function typesetMessages<Messages>(
  catalogues: Readonly<Record<Language, Messages>>,
): Record<Language, Messages> {
  return eachLanguage((language) =>
    LANGUAGE_RULES[language].bound ? inSetting(catalogues[language], language) : catalogues[language],
  );
}

function inSetting<Part>(part: Part, language: Language): Part;
function inSetting(part: unknown, language: Language): unknown {
  if (typeof part === "string") return typeset(part, language);
  if (typeof part === "function")
    return (...words: readonly unknown[]) => inSetting(part(...words), language);
  if (Array.isArray(part)) return part.map((each) => inSetting(each, language));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, inSetting(each, language)]));
}
