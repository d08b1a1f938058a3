import { dateInWords, weekdayInWords } from "../../domain/date-in-words.ts";
import { type Instant, toInstant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";

/**
 * Times as readers see them: always in the zone of what they belong to, always with that zone's offset at that
 * moment, on a clock of 24 hours. Zones come from the runtime's own database, so that Kazakhstan is at UTC+06:00
 * in 2020 and at UTC+05:00 after 1 March 2024.
 */

/** “30 July 2020”, «30 июля 2020 г.», «2020 жылғы 30 шілде». */
export function day(instant: Instant, zone: string, language: Language): string {
  return dateInWords(localDate(instant, zone), language);
}

/** “Thursday, 30 July 2020”, «четверг, 30 июля 2020 г.», «2020 жылғы 30 шілде, бейсенбі». */
export function weekdayAndDay(instant: Instant, zone: string, language: Language): string {
  return weekdayInWords(localDate(instant, zone), language);
}

/** “14:00”, in every language. */
export function clock(instant: Instant, zone: string): string {
  return localIso(instant, zone).slice(11, 16);
}

/** “UTC+06:00”: the offset of the zone at that moment. */
export function offset(instant: Instant, zone: string): string {
  const shown = localIso(instant, zone).slice(19);
  return shown === "Z" ? "UTC" : `UTC${shown}`;
}

/** “UTC+5”, “UTC+5:30”: the same as people say it. */
export function shortOffset(instant: Instant, zone: string): string {
  return offset(instant, zone).replace(/([+-])0?(\d+):(\d\d)$/, (_, sign, hours, minutes) =>
    minutes === "00" ? `${sign}${hours}` : `${sign}${hours}:${minutes}`,
  );
}

/** “30 July 2020, 14:00 (UTC+06:00)”. */
export function moment(instant: Instant, zone: string, language: Language): string {
  return `${day(instant, zone, language)}, ${clock(instant, zone)} (${offset(instant, zone)})`;
}

/**
 * “11:00–12:30”, or both moments with their days when they are not on the same day, and with their offsets when the clock
 * is set in between.
 */
export function clockSpan(start: Instant, end: Instant, zone: string, language: Language): string {
  if (offset(start, zone) !== offset(end, zone))
    return `${moment(start, zone, language)} – ${moment(end, zone, language)}`;
  if (isSameDay(start, end, zone)) return `${clock(start, zone)}–${clock(end, zone)}`;
  return `${day(start, zone, language)}, ${clock(start, zone)} – ${day(end, zone, language)}, ${clock(end, zone)}`;
}

export function isSameDay(one: Instant, other: Instant, zone: string): boolean {
  return localDate(one, zone) === localDate(other, zone);
}

function localDate(instant: Instant, zone: string): string {
  return localIso(instant, zone).slice(0, 10);
}

/** Making one costs a hundred times more than using it. Of the runtime, only its database of zones is asked. */
const offsets = new Map<string, Intl.DateTimeFormat>();

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const made =
    offsets.get(zone) ??
    new Intl.DateTimeFormat("en", { timeZoneName: "longOffset", year: "numeric", timeZone: zone });
  offsets.set(zone, made);
  return made;
}

/** The instant on the clock of the zone, for `<time datetime>`: `2020-07-30T14:00:00+06:00`, or with `Z`. */
export function localIso(instant: Instant, zone: string): string {
  const parts = offsetFormat(zone).formatToParts(new Date(instant));
  const shown = parts.find((part) => part.type === "timeZoneName")?.value.replace("GMT", "") ?? "";
  if (shown === "" || shown === "+00:00") return instant;
  const [hours = 0, minutes = 0, seconds = 0] = shown.slice(1).split(":").map(Number);
  const ahead = (shown.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
  const local = toInstant(new Date(Date.parse(instant) + ahead * 1000));
  return `${local.slice(0, -1)}${shown.slice(0, 6)}`;
}
