import type { Instant } from "../../../domain/instant.ts";
import type { Language } from "../../../domain/language.ts";
import { day, localIso, moment } from "../../format/dates.ts";

interface At {
  readonly at: Instant;
  readonly zone: string;
  readonly language: Language;
}

/** A day, with its whole instant for machines. */
export function Day({ at, zone, language }: At) {
  return <time datetime={localIso(at, zone)}>{day(at, zone, language)}</time>;
}

/** A day and a time with the offset of its zone. */
export function DayAndTime({ at, zone, language }: At) {
  return <time datetime={localIso(at, zone)}>{moment(at, zone, language)}</time>;
}
