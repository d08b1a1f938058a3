import { createHash } from "node:crypto";
import type { Language } from "../language.ts";
import { type RegistrationEvent, type RegistrationPlace, wordsIn } from "./event.ts";

/**
 * What someone who comes to a place must be told of when it changes: whether, when, and where, in the words of their
 * language, or in those of the source as long as it lacks them. 16 hexadecimal digits.
 */
export function timeAndVenue(event: RegistrationEvent, place: RegistrationPlace, language: Language): string {
  const { language: written, city, venue } = wordsIn(event, language);
  const { id, mode, begins, ends } = place;
  const where = [written, city, venue?.name, venue?.address, event.joining[id]];
  return fingerprint([event.status, mode, begins, ends, where]);
}

/** The same of a whole event, with how long it is kept: as long as it stays, nobody has to be told of anything. */
export function whatPeopleWereTold(event: RegistrationEvent): string {
  const { start, end, status, keepDays, places, joining, words } = event;
  const where = words.map(({ language, city, venue }) => [language, city, venue?.name, venue?.address]);
  const times = places.map(({ id, mode, begins, ends, closes }) => [id, mode, begins, ends, closes]);
  return fingerprint([start, end, status, keepDays, where, times, Object.entries(joining)]);
}

const fingerprint = (said: unknown): string =>
  createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16);
