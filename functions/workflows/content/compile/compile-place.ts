import type { EventSource, EventText } from "../../../domain/content/event-source.ts";
import { earliest, type Instant, latest } from "../../../domain/instant.ts";
import type { RegistrationPlace } from "../../../domain/registration/event.ts";
import { instantIn } from "../read/local-time.ts";
import { type Publication, publishAtOf, zoneOf } from "./compile-publication.ts";

export type EventPublication = Publication<EventText> & { readonly facts: EventSource };
export type PlaceSource = NonNullable<EventSource["places"]>[number];

/** A place without its words, as registration sees it. */
export function registrationPlace(publication: EventPublication, place: PlaceSource): RegistrationPlace {
  const { id, sessions, mode, audience, capacity, approval, opens, closes } = place;
  const zone = zoneOf(publication);
  const { begins, ends } = spanOf(publication.facts, sessions, zone);
  return {
    id,
    sessions,
    mode,
    audience,
    capacity,
    approval,
    opens: opens === undefined ? publishAtOf(publication) : instantIn(opens, zone),
    closes: closes === undefined ? begins : instantIn(closes, zone),
    begins,
    ends,
  };
}

/** From the beginning of the first of these sessions to the end of the last. */
function spanOf(
  { sessions, start, end }: EventSource,
  ids: readonly string[],
  zone: string,
): { begins: Instant; ends: Instant } {
  const admitted = sessions.filter(({ id }) => ids.includes(id));
  return {
    begins: earliest(admitted.map((session) => instantIn(session.start, zone))) ?? instantIn(start, zone),
    ends: latest(admitted.map((session) => instantIn(session.end, zone))) ?? instantIn(end, zone),
  };
}
