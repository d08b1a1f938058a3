import { isDeepStrictEqual } from "node:util";
import { type Instant, toInstant } from "../../domain/instant.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { placesWithLevel, shownLevels } from "../../domain/registration/shown-levels.ts";
import type { AvailabilityBoard, StoredLevels } from "../../storage/newsroom/availability.ts";
import type { Registrations } from "../../storage/registrations/registrations.ts";

export interface ShowingDependencies {
  readonly availability: AvailabilityBoard;
  readonly registrations: Pick<Registrations, "seats">;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * Shows readers how many seats are left at the public places of each event, as the form does: they may know it, and the
 * function that reads may not ask where people are. It writes where a level has changed and nothing else, and takes away
 * what is shown of events that take no registrations any more or are not public. Late, twice or at once with itself it
 * writes the same.
 *
 * @param events those that are public, read after `shown`: what is shown of any other is then over
 * @param shown what is shown so far
 * @param failed is told of an event whose seats could not be shown; the others are
 */
export async function showAvailability(
  { availability, registrations, clock }: ShowingDependencies,
  events: readonly RegistrationEvent[],
  shown: ReadonlyMap<string, StoredLevels>,
  failed: (error: unknown) => void,
): Promise<void> {
  const now = (): Instant => toInstant(new Date(clock()));
  async function showOne(event: RegistrationEvent): Promise<void> {
    const former = shown.get(event.id);
    const seats = await registrations.seats(event.id, placesWithLevel(event, now()));
    const levels = shownLevels(seats, former?.levels, now());
    if (isDeepStrictEqual(levels, former?.levels)) return;
    if (levels) await availability.show(event.id, former, levels, { publishAt: event.publishAt, now: now() });
    else if (former) await availability.remove(event.id, former);
  }
  for (const event of events) await showOne(event).catch(failed);
  const isPublic = new Set(events.map(({ id }) => id));
  for (const [event, former] of shown)
    if (!isPublic.has(event)) await availability.remove(event, former).catch(failed);
}
