import type { Language } from "../../domain/language.ts";
import { UNITS } from "./catalogues.ts";

/** “1 h 2 min 5 s”, «1 ч 2 мин 5 с»: whole seconds, at least one. */
export function durationInWords(seconds: number, language: Language): string {
  const [hours, minutes, rest] = UNITS[language].durations;
  return written(
    seconds,
    [hours, minutes, rest].map((unit) => `\u00a0${unit}`),
    " ",
  );
}

/** `PT1H2M5S`, of the same seconds (ISO 8601). */
export function isoDuration(seconds: number): string {
  return `PT${written(seconds, ["H", "M", "S"], "")}`;
}

function written(seconds: number, units: readonly string[], between: string): string {
  const whole = Math.max(1, Math.round(seconds));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .flatMap((amount, n) => (amount === 0 ? [] : [`${amount}${units[n]}`]))
    .join(between);
}
