import { addSeconds, type Instant, secondsBetween } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import { whatPeopleWereTold } from "../../domain/registration/time-and-venue.ts";
import type { HousekeepingMark } from "../../storage/housekeeping-marks.ts";
import { erase } from "../registration/erase.ts";
import { change } from "../registration/self-service.ts";
import type { HousekeepingDependencies } from "./dependencies.ts";
import type { Pass } from "./passes.ts";

/**
 * Seconds after which a pass is made once more. Whoever submitted while the event was being published may have read it
 * as it was, and may be stored only after the first pass came by: no request lasts that long.
 */
const AGAIN_SECONDS = 120;
const DAY_SECONDS = 86_400;
/** Days after which the marks of an event are forgotten, once everything else of it is. */
const MARKS_DAYS = 30;

/**
 * Decides about every registration of an event, each for itself: what goes wrong with one holds up no other. The mark is
 * set last and only where nothing went wrong, so that a run that was cut off is made again.
 *
 * @returns how many were changed
 */
export async function goThrough(
  dependencies: HousekeepingDependencies,
  event: RegistrationEvent,
  pass: Pass,
  { now, failed }: { now: Instant; failed: (error: unknown) => void },
): Promise<number> {
  const { marks, registrations, events } = dependencies;
  const mark = await marks.of(event.id, pass.task);
  if (mark && !isDue(mark, pass, now)) return 0;
  const known = new Set(event.places.map(({ id }) => id));
  const formerPlaces = new Set<string>();
  const read = whatPeopleWereTold(event);
  let changed = 0;
  let clean = true;
  for await (const registration of registrations.all(event.id)) {
    for (const { place } of registration.bookings) if (!known.has(place)) formerPlaces.add(place);
    try {
      const current = await events.event(event.id);
      if (!current || whatPeopleWereTold(current) !== read) return changed; // published meanwhile: the next run tells that
      if (await decided(dependencies, event, registration, pass)) changed++;
    } catch (error) {
      if (error instanceof Refusal && error.code === "registration-unknown") continue; // deleted meanwhile
      clean = false;
      failed(error);
    }
  }
  if (!clean) return changed;
  const settled = mark?.what === pass.what;
  const set: HousekeepingMark = {
    what: pass.what,
    at: settled ? mark.at : now,
    settled,
    formerPlaces: [...formerPlaces],
  };
  await marks.set(
    event.id,
    pass.task,
    set,
    addSeconds(event.end, (event.keepDays + MARKS_DAYS) * DAY_SECONDS),
  );
  return changed;
}

const isDue = ({ what, at, settled }: HousekeepingMark, pass: Pass, now: Instant): boolean =>
  what !== pass.what || (!settled && secondsBetween(at, now) >= AGAIN_SECONDS);

async function decided(
  dependencies: HousekeepingDependencies,
  event: RegistrationEvent,
  { id }: Registration,
  { decide }: Pass,
): Promise<boolean> {
  if (decide === "erase") return erase(dependencies, { event, id }, { tells: false, counts: true });
  return (await change(dependencies, { event, id }, decide)).changed;
}
