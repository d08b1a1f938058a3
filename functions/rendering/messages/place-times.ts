import type { Language } from "../../domain/language.ts";
import type { RegistrationPlace } from "../../domain/registration/event.ts";
import { clockSpan, day, offset, shortOffset } from "../format/dates.ts";
import { registrationMailMessagesOf } from "./registration-mail-messages-of.ts";

/**
 * The same with whose clock it is in words: “30 July 2027, 10:00–12:45 Astana time (UTC+5)”.
 * @param on the zone of the clock, and the city by which people know it
 */
export function placeTimesInWords(
  { begins, ends }: Pick<RegistrationPlace, "begins" | "ends">,
  { zone, city }: { readonly zone: string; readonly city: string },
  language: Language,
): string {
  const span = clockSpan(begins, ends, zone, language);
  const when = span.includes(" – ") ? span : `${day(begins, zone, language)}, ${span}`;
  return registrationMailMessagesOf(language).localTime(when, city, shortOffset(begins, zone));
}

/** “30 July 2027, 10:00–12:45 (UTC+05:00)”: when what a place admits to begins and ends. */
export function placeTimes(
  { begins, ends }: Pick<RegistrationPlace, "begins" | "ends">,
  zone: string,
  language: Language,
): string {
  const span = clockSpan(begins, ends, zone, language);
  const when = span.includes(" – ") ? span : `${day(begins, zone, language)}, ${span}`;
  return `${when} (${offset(begins, zone)})`;
}
