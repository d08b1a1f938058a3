import type { Language } from "../domain/language.ts";
import type { RegistrationPlace } from "../domain/registration/event.ts";
import { clockSpan, day, offset } from "./dates.ts";

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
