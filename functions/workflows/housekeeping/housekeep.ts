import { addSeconds, type Instant, toInstant } from "../../domain/instant.ts";
import type { Change } from "../../domain/registration/change.ts";
import {
  answersForgotten,
  eventChanged,
  needsForgotten,
  reminded,
  remindFrom,
  timeAndVenue,
} from "../../domain/registration/decisions/event-change.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { eraseAt, type Registration } from "../../domain/registration/registration.ts";
import type { HousekeepingMarks, HousekeepingTask } from "../../storage/housekeeping-marks.ts";
import type { Outbox } from "../../storage/outbox.ts";
import type { RegistrationCounts } from "../../storage/registration-counts.ts";
import type { RegistrationEvents } from "../../storage/registration-events.ts";
import { carryOut, type Decided } from "../registration/carry-out.ts";
import type { RegistrationDependencies } from "../registration/dependencies.ts";
import { sweepPlace } from "../registration/promote.ts";
import { erase } from "../registration/self-service.ts";

/** What housekeeping is given. */
export interface HousekeepingDependencies extends RegistrationDependencies {
  readonly events: RegistrationEvents;
  readonly marks: HousekeepingMarks;
  readonly counts: RegistrationCounts;
  readonly outbox: Pick<Outbox, "neglected">;
  /** Sends what is unsent of a registration. */
  readonly deliver: (registration: string) => Promise<unknown>;
}

/** What a run came to. */
export interface Housekept {
  ended: number;
  offers: number;
  told: number;
  reminded: number;
  forgotten: number;
  erased: number;
  resent: number;
  /** What could not be done: the rest was done all the same, and the next run tries again. */
  readonly failures: unknown[];
}

/** Seconds for which mail is left to the stream before housekeeping sends it. */
const NEGLECTED_SECONDS = 120;
const DAY_SECONDS = 86_400;
/** Days after which the marks of an event are forgotten, once everything else of it is. */
const MARKS_SECONDS = 30 * DAY_SECONDS;

/**
 * Does what the clock demands, every minute. All of it may be done twice, at the same time, or late: what is over is
 * over whether or not this has run, and an offer's time counts from when it is made.
 *
 *     offers and holds   every minute until the beginning
 *     tell               when time, venue or status of the event differ from what people were told
 *     remind             once, from `reminderHours` before the start
 *     forget             what someone needs: a day after the end; answers: when their own time is over
 *     erase              `keepDays` after the end, reduced to counts
 */
export async function housekeep(dependencies: HousekeepingDependencies): Promise<Housekept> {
  const done: Housekept = {
    ended: 0,
    offers: 0,
    told: 0,
    reminded: 0,
    forgotten: 0,
    erased: 0,
    resent: 0,
    failures: [],
  };
  const attempt = async (work: () => Promise<void>) => {
    await work().catch((error: unknown) => done.failures.push(error));
  };
  const now = toInstant(new Date(dependencies.clock()));
  const events = await dependencies.events.all(now);
  for (const event of events) {
    const swept = now < addSeconds(event.end, DAY_SECONDS) ? event.places : []; // nothing is held any more
    for (const { id: place } of swept)
      await attempt(async () => {
        const { ended, offers } = await sweepPlace(dependencies, { event, place });
        done.ended += ended;
        done.offers += offers;
      });
    for (const pass of passesOf(event, now))
      await attempt(async () => {
        done[pass.counts] += await goThrough(dependencies, event, pass, now);
      });
  }
  for await (const registration of dependencies.outbox.neglected(addSeconds(now, -NEGLECTED_SECONDS), now))
    await attempt(async () => {
      await dependencies.deliver(registration);
      done.resent++;
    });
  return done;
}

interface Pass {
  readonly task: HousekeepingTask;
  /** For what it is made; for the same it is not made again. */
  readonly what: string;
  readonly counts: "told" | "reminded" | "forgotten" | "erased";
  readonly decide: ((registration: Registration, decided: Decided) => Change | undefined) | "erase";
}

/** The passes through all registrations of an event that are due at `now`. */
function passesOf(event: RegistrationEvent, now: Instant): Pass[] {
  const { start, end, keepDays, questions, status } = event;
  const passes: Pass[] = [];
  if (eraseAt(end, keepDays) <= now)
    return [{ task: "erase", what: eraseAt(end, keepDays), counts: "erased", decide: "erase" }];
  if (now < end)
    passes.push({ task: "tell", what: timeAndVenue(event), counts: "told", decide: eventChanged });
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
  return passes;
}

/** Decides about every registration; the mark is set last, so that a run that was cut off is made again. */
async function goThrough(
  dependencies: HousekeepingDependencies,
  event: RegistrationEvent,
  { task, what, decide }: Pass,
  now: Instant,
): Promise<number> {
  const { marks, registrations, counts } = dependencies;
  if ((await marks.finished(event.id, task)) === what) return 0;
  let changed = 0;
  for await (const registration of registrations.all(event.id)) {
    if (decide === "erase") {
      if (await erase(dependencies, { event, id: registration.id }, { tells: false })) {
        await counts.add(registration);
        changed++;
      }
    } else if ((await carryOut(dependencies, { event, id: registration.id }, decide)).changed) changed++;
  }
  await marks.finish(event.id, task, what, addSeconds(now, MARKS_SECONDS + event.keepDays * DAY_SECONDS));
  return changed;
}
