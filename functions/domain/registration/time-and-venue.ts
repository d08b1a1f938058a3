import { createHash } from "node:crypto";
import * as v from "valibot";
import { Venue } from "../documents/event.ts";
import { Instant } from "../instant.ts";
import type { Language } from "../language.ts";
import { privateAddress } from "./disclosed-address.ts";
import { eventWords, type RegistrationEvent, type RegistrationPlace } from "./event.ts";

/** When and where a place is, as people were told. */
export const TimeAndVenue = v.object({
  begins: Instant,
  ends: Instant,
  mode: v.picklist(["in-person", "online"]),
  city: v.string(),
  venue: v.optional(Venue),
  /** Private: shown to those alone who may know the present one. */
  address: v.optional(v.string()),
});
export type TimeAndVenue = v.InferOutput<typeof TimeAndVenue>;

/** By their fingerprint, as bookings hold it. */
export type KnownTimesAndVenues = Readonly<Record<string, TimeAndVenue>>;

/**
 * What someone who comes to a place must be told of when it changes: whether, when, and where, in the words of their
 * language, or in those of the source as long as it lacks them. 16 hexadecimal digits; where the place has a private
 * address, a hyphen and 16 more for that and for when it is told.
 */
export function timeAndVenue(event: RegistrationEvent, place: RegistrationPlace, language: Language): string {
  const { language: written, city, venue } = eventWords(event, language);
  const { id, mode, begins, ends, tell } = place;
  const where = [written, city, venue?.name, venue?.address, event.joining[id]];
  const open = fingerprint([event.status, mode, begins, ends, where]);
  const hidden = tell && privateAddress(event, id, language);
  return hidden ? `${open}-${fingerprint([tell, hidden.address, hidden.directions])}` : open;
}

/** The part of such a fingerprint that everybody may know. */
export const openPart = (told: string): string => told.split("-")[0] ?? told;

/** The same of a whole event, with how long it is kept: as long as it stays, nobody has to be told of anything. */
export function announcedTimeAndVenue(event: RegistrationEvent): string {
  const { start, end, status, keepDays, places, joining, words } = event;
  const where = words.map(({ language, city, venue }) => [language, city, venue?.name, venue?.address]);
  const times = places.map(({ id, mode, begins, ends, closes }) => [id, mode, begins, ends, closes]);
  const hidden = places
    .filter(({ tell }) => tell)
    .map(({ id, tell }) => [
      ...[id, tell],
      ...words.map(({ places }) => [places[id]?.address, places[id]?.directions]),
    ]);
  const open = [start, end, status, keepDays, where, times, Object.entries(joining)];
  return fingerprint(hidden.length > 0 ? [...open, hidden] : open);
}

/** Time and venue of every place in every language, by the fingerprint that the bookings of those told of it hold. */
export function timesAndVenues(event: RegistrationEvent): KnownTimesAndVenues {
  const all = event.places.flatMap((place) =>
    event.words.map(({ language, city, venue }): [string, TimeAndVenue] => {
      const { id, mode, begins, ends, tell } = place;
      const address = tell && privateAddress(event, id, language)?.address;
      const shown = { begins, ends, mode, city, ...(venue && { venue }) };
      return [timeAndVenue(event, place, language), { ...shown, ...(address !== undefined && { address }) }];
    }),
  );
  return Object.fromEntries(all);
}

const fingerprint = (said: unknown): string =>
  createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16);
