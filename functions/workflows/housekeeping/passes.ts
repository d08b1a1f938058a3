import { addSeconds, type Instant } from "../../domain/instant.ts";
import type { Change } from "../../domain/registration/change.ts";
import {
  answersForgotten,
  directed,
  eventChanged,
  keptAnew,
  needsForgotten,
  reminded,
  remindFrom,
} from "../../domain/registration/decisions/event-change.ts";
import { invitationReminded } from "../../domain/registration/decisions/invite.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import type { GuestList } from "../../domain/registration/guest-list.ts";
import { isOnlyOnList } from "../../domain/registration/invitation-answer.ts";
import { eraseAt, type Registration } from "../../domain/registration/registration.ts";
import {
  announcedTimeAndVenue,
  type KnownTimesAndVenues,
  timesAndVenues,
} from "../../domain/registration/time-and-venue.ts";
import type { HousekeepingTask } from "../../storage/registrations/housekeeping-marks.ts";
import type { Decided } from "../registration/carry-out.ts";

/** A pass through all registrations of an event. */
export interface RegistrationPass {
  readonly task: HousekeepingTask;
  /** For what it is made; for the same it is not made again. */
  readonly what: string;
  readonly counts: "told" | "reminded" | "forgotten" | "erased";
  readonly decide:
    | ((registration: Registration, decided: Decided, known: KnownTimesAndVenues) => Change | undefined)
    | "erase";
  /** Whom it erases; everyone unless told. */
  readonly only?: (registration: Registration, now: Instant) => boolean;
  /** What people are told by it, to be known when that changes. */
  readonly tells?: KnownTimesAndVenues;
}

const DAY_SECONDS = 86_400;

/**
 * The passes that are due at `now`.
 *
 *     tell     when time, venue or status of the event differ from what people were told, or how long they are kept
 *     directions  where a place is, from the time on at which that may be told
 *     remind   once, from `reminderHours` before the start
 *     forget   what someone needs: a day after the end; answers: when their own time is over
 *     lists    those who have not answered an invitation, once; and at the end of a list, who does not come
 *     erase    `keepDays` after the end, reduced to counts
 */
export function passesOf(
  event: RegistrationEvent,
  now: Instant,
  lists: readonly GuestList[] = [],
): RegistrationPass[] {
  const { start, end, keepDays, places, questions, status } = event;
  const erasing = eraseAt(end, keepDays);
  if (erasing <= now) return [{ task: "erase", what: erasing, counts: "erased", decide: "erase" }];
  const decide = now < end ? eventChanged : keptAnew;
  const tells = timesAndVenues(event);
  const passes: RegistrationPass[] = [
    { task: "tell", what: announcedTimeAndVenue(event), counts: "told", decide, tells },
  ];
  for (const { id, tell, ends } of places)
    if (tell?.when === "at" && tell.at <= now && now < ends && status === "scheduled")
      passes.push({
        task: `directions-${id}`,
        what: tell.at,
        counts: "told",
        decide: (registration, decided) => directed(registration, id, decided),
      });
  if (remindFrom(event) <= now && now < start && status === "scheduled")
    passes.push({ task: "remind", what: start, counts: "reminded", decide: reminded });
  if (addSeconds(end, DAY_SECONDS) <= now)
    passes.push({ task: "forget-needs", what: end, counts: "forgotten", decide: needsForgotten });
  for (const days of new Set(questions.map((question) => question.keepDays))) {
    if (days >= keepDays || eraseAt(end, days) > now) continue;
    const ids = questions.filter((question) => question.keepDays === days).map(({ id }) => id);
    passes.push({
      task: `forget-answers-${days}`,
      what: end,
      counts: "forgotten",
      decide: (registration, decided) => answersForgotten(registration, ids, decided),
    });
  }
  return [...passes, ...lists.flatMap((list) => listPasses(list, event, now))];
}

function listPasses(
  { id, remindAt, holdUntil, until }: GuestList,
  { status }: RegistrationEvent,
  now: Instant,
): RegistrationPass[] {
  const erase: RegistrationPass = {
    task: `end-list-${id}`,
    what: until,
    counts: "erased",
    decide: "erase",
    only: (registration, at) => isOnlyOnList(registration, id, at),
  };
  if (until <= now) return [erase];
  const remind: RegistrationPass = {
    task: `remind-list-${id}`,
    what: remindAt,
    counts: "reminded",
    decide: (registration, decided) => invitationReminded(registration, id, decided),
  };
  return remindAt <= now && now < holdUntil && status === "scheduled" ? [remind] : [];
}
