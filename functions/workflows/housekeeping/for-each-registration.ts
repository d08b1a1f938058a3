import { addSeconds, type Instant, secondsBetween } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { announcedTimeAndVenue, type KnownTimesAndVenues } from "../../domain/registration/time-and-venue.ts";
import type { HousekeepingMark } from "../../storage/registrations/housekeeping-marks.ts";
import type { WhichRegistration } from "../registration/carry-out.ts";
import { erase } from "../registration/erase.ts";
import { change } from "../registration/self-service.ts";
import type { HousekeepingDependencies } from "./dependencies.ts";
import type { RegistrationPass } from "./passes.ts";

/**
 * Seconds after which a pass is made once more. Whoever submitted while the event was being published may have read it
 * as it was, and may be stored only after the first pass came by: no request lasts that long.
 */
const AGAIN_SECONDS = 120;
const DAY_SECONDS = 86_400;
/** Days after which the marks of an event are forgotten, once everything else of it is. */
const MARKS_DAYS = 30;
/** Former times and venues that are kept: several versions of an event with many places in three languages. */
const MOST_FORMER = 150;

/**
 * Decides about every registration of an event, each for itself: what goes wrong with one holds up no other. The mark
 * says last, and only where nothing went wrong, that it was done, so that a run that was cut off is made again.
 *
 * @returns how many were changed
 */
export async function forEachRegistration(
  dependencies: HousekeepingDependencies,
  event: RegistrationEvent,
  pass: RegistrationPass,
  { now, failed }: { now: Instant; failed: (error: unknown) => void },
): Promise<number> {
  const { marks, registrations, events } = dependencies;
  const mark = await marks.of(event.id, pass.task);
  if (mark && !isDue(mark, pass, now)) return 0;
  const ends = addSeconds(event.end, (event.keepDays + MARKS_DAYS) * DAY_SECONDS);
  // From here on some are told: should it become again what it was, they are told that as well.
  if (mark && mark.what !== pass.what)
    await marks.set(event.id, pass.task, { ...mark, what: begun(pass) }, ends);
  const places = new Set(event.places.map(({ id }) => id));
  const known = await remembered(dependencies, event, pass, ends);
  const formerPlaces = new Set<string>();
  const read = announcedTimeAndVenue(event);
  let changed = 0;
  let clean = true;
  for await (const id of registrations.ids(event.id)) {
    try {
      const current = await events.event(event.id);
      if (!current || announcedTimeAndVenue(current) !== read) return changed; // published meanwhile: the next run tells that
      const outcome = await decided(dependencies, { event, id }, pass, known);
      if (outcome.changed) changed++;
      for (const place of outcome.places) if (!places.has(place)) formerPlaces.add(place);
    } catch (error) {
      if (error instanceof Refusal && error.code === "registration-unknown") continue; // deleted meanwhile
      clean = false;
      failed(error);
    }
  }
  const settled = clean && mark?.what === pass.what;
  const set: HousekeepingMark = {
    what: clean ? pass.what : begun(pass),
    at: settled ? mark.at : now,
    settled,
    formerPlaces: [...formerPlaces],
  };
  await marks.set(event.id, pass.task, set, ends);
  return changed;
}

/** What a mark says between the beginning and the end: for whatever the next pass is made, it is due. */
const begun = ({ what }: RegistrationPass): string => `begun: ${what}`;

const isDue = ({ what, at, settled }: HousekeepingMark, pass: RegistrationPass, now: Instant): boolean =>
  what !== pass.what || (!settled && secondsBetween(at, now) >= AGAIN_SECONDS);

/** Times and venues of which people may have been told before; those of this pass are added, before anybody reads of them. */
async function remembered(
  { marks }: HousekeepingDependencies,
  { id, redacted }: RegistrationEvent,
  { tells }: RegistrationPass,
  ends: Instant,
): Promise<KnownTimesAndVenues> {
  if (!tells) return {};
  const all = await marks.known(id);
  const known = redacted ? {} : all; // what was taken out for safety is forgotten here, too
  const former = Object.entries(known).filter(([told]) => !(told in tells));
  const next = Object.fromEntries([...former.slice(-MOST_FORMER), ...Object.entries(tells)]);
  if (JSON.stringify(next) !== JSON.stringify(all)) await marks.setKnown(id, next, ends);
  return known;
}

async function decided(
  dependencies: HousekeepingDependencies,
  of: WhichRegistration,
  { decide, only }: RegistrationPass,
  known: KnownTimesAndVenues,
): Promise<{ changed: boolean; places: readonly string[] }> {
  if (decide === "erase")
    return {
      changed: await erase(dependencies, of, { tells: false, counts: true, ...(only && { only }) }),
      places: [],
    };
  const { changed, registration } = await change(dependencies, of, (registration, decided) =>
    decide(registration, decided, known),
  );
  return { changed, places: registration.bookings.map(({ place }) => place) };
}
