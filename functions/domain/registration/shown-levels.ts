import * as v from "valibot";
import { Instant } from "../instant.ts";
import { type PlaceStanding, placeStanding, type RegistrationEvent } from "./event.ts";
import { AVAILABILITIES, availabilityOf, type PlaceSeats } from "./seats.ts";

/** How many seats are left at a place, as its public page says it, and since when it says so. */
export const ShownLevel = v.object({ place: v.string(), level: v.picklist(AVAILABILITIES), since: Instant });
export type ShownLevel = v.InferOutput<typeof ShownLevel>;

/** The levels of an event's public places. It holds no number, and nothing of places by invitation. */
export const ShownLevels = v.object({
  kind: v.literal("availability"),
  places: v.array(ShownLevel),
});
export type ShownLevels = v.InferOutput<typeof ShownLevels>;

/**
 * Ids of the places that have a level at `now`: public ones from their publication until they close. Whether a place has
 * opened is asked by whoever shows it.
 */
export function placesWithLevel(event: Pick<RegistrationEvent, "places" | "status">, now: Instant): string[] {
  const standings: readonly PlaceStanding[] = ["not-yet", "open"];
  return event.places
    .filter(({ audience }) => audience !== "invitation")
    .filter((place) => standings.includes(placeStanding(event, place, now)))
    .map(({ id }) => id);
}

/**
 * The levels to be shown from `now` on, by the seats of the places that have one. A level that stays keeps the instant
 * since when it is shown, so of two runs the second has nothing to write.
 *
 * @param former what is shown so far
 * @returns undefined where there is nothing to show
 */
export function shownLevels(
  seats: ReadonlyMap<string, PlaceSeats>,
  former: ShownLevels | undefined,
  now: Instant,
): ShownLevels | undefined {
  if (seats.size === 0) return undefined;
  const places = [...seats].map(([place, row]): ShownLevel => {
    const level = availabilityOf(row);
    const before = former?.places.find((each) => each.place === place);
    return before?.level === level ? before : { place, level, since: now };
  });
  return { kind: "availability", places };
}
