import type { RegistrationEvent, RegistrationPlace } from "../../../functions/domain/registration/event.ts";

export const ADDRESS = "7 Hidden Lane, Astana";
export const DIRECTIONS = "Through the blue gate.";

/** The event with a private address at its hall. */
export function withHiddenHall(
  event: RegistrationEvent,
  tell: RegistrationPlace["tell"],
  address = ADDRESS,
): RegistrationEvent {
  return {
    ...event,
    places: event.places.map((place) => (place.id === "hall" && tell ? { ...place, tell } : place)),
    words: event.words.map((words) => {
      const { hall = { title: "Hall" }, ...others } = words.places;
      return { ...words, places: { hall: { ...hall, address, directions: DIRECTIONS }, ...others } };
    }),
  };
}
