import type { Instant } from "../instant.ts";
import type { EventDocument, PublicPlace } from "./event.ts";

/** What decides whether one can register for a place of an event. */
type Registering = Pick<EventDocument, "status" | "end" | "withdrawn" | "places">;

/** Whether one can register for it at `now`, as far as the clock tells. */
export function isOpenAt(
  { opens, closes }: Pick<PublicPlace, "opens" | "closes">,
  { status, end, withdrawn }: Omit<Registering, "places">,
  now: Instant,
): boolean {
  return !withdrawn && status !== "cancelled" && now < end && opens <= now && now < closes;
}

/** The places of an event for which one can register at `now`. */
export const openPlaces = (event: Registering, now: Instant): PublicPlace[] =>
  event.places.filter((place) => isOpenAt(place, event, now));
