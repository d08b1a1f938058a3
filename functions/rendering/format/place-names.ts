import type { Asset } from "../../domain/documents/kit.ts";
import type { Language } from "../../domain/language.ts";

/** Making one costs a hundred times more than using it. */
const countries = new Map<Language, Intl.DisplayNames>();

/**
 * Name of a country in a language, by its code of ISO 3166-1, for pages that nothing stores: the function that reads
 * has no room for the names that `storedCountryName` has.
 */
export function countryName(code: string, language: Language): string {
  const names = countries.get(language) ?? new Intl.DisplayNames(language, { type: "region" });
  countries.set(language, names);
  return names.of(code) ?? code;
}

/** “Astana, Kazakhstan”, or the country alone. */
export function placeInWords({ country, name }: NonNullable<Asset["place"]>, language: Language): string {
  return [...(name === undefined ? [] : [name]), countryName(country, language)].join(", ");
}
