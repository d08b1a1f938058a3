import { addSeconds, type Instant, toInstant } from "../../domain/instant.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { deliverAll } from "../deliver/deliver-all.ts";
import { notifyOrganisers } from "../organisers/notify-organisers.ts";
import { sweepPlace } from "../registration/promote.ts";
import type { HousekeepingDependencies, Housekept } from "./dependencies.ts";
import { forEachRegistration } from "./for-each-registration.ts";
import { passesOf } from "./passes.ts";
import { showAvailability } from "./show-availability.ts";

/** Seconds for which mail is left to the stream before housekeeping sends it. */
const NEGLECTED_SECONDS = 120;
const DAY_SECONDS = 86_400;

/**
 * Does what the clock demands, every minute: sends what was left unsent, ends holds and makes offers, shows readers how
 * many seats are left, and goes through all registrations where a pass is due. All of it may be done twice, at the same time, or late: what is over is over
 * whether or not this has run, and an offer's time counts from when it is made.
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
    heard: 0,
    failures: [],
  };
  const failed = (error: unknown) => {
    done.failures.push(error);
  };
  const attempt = (work: () => Promise<void>) => work().catch(failed);
  const now = toInstant(new Date(dependencies.clock()));
  const listsOf = ({ id }: RegistrationEvent) =>
    dependencies.lists?.of(id).catch((error: unknown) => {
      failed(error); // whatever else is due is done all the same
      return [];
    });
  await attempt(() => sendNeglected(dependencies, done, now));
  const { availability, organisers } = dependencies;
  const shown = await availability?.all().catch((error: unknown) => failed(error));
  const events = await dependencies.events.all(now);
  for (const event of events)
    for (const place of await placesToSweep(dependencies, event, now))
      await attempt(async () => {
        const { ended, offers } = await sweepPlace(dependencies, { event, place }, { failed });
        done.ended += ended;
        done.offers += offers;
      });
  if (availability && shown) await showAvailability({ ...dependencies, availability }, events, shown, failed);
  for (const event of events)
    for (const pass of passesOf(event, now, await listsOf(event)))
      await attempt(async () => {
        done[pass.counts] += await forEachRegistration(dependencies, event, pass, { now, failed });
      });
  if (organisers)
    await attempt(async () => {
      done.heard += await notifyOrganisers(organisers, await dependencies.events.all(now), now);
    });
  return done;
}

async function sendNeglected(
  { outbox, deliver }: HousekeepingDependencies,
  done: Housekept,
  now: Instant,
): Promise<void> {
  const neglected = outbox.neglected(addSeconds(now, -NEGLECTED_SECONDS), now);
  const resend = async (registration: string) => {
    await deliver(registration);
    done.resent++;
  };
  await deliverAll(neglected, resend, { failed: (error) => done.failures.push(error) });
}

/** Those of the event, and those that it had when people booked them. Long after the end nothing is held any more. */
async function placesToSweep(
  { marks }: HousekeepingDependencies,
  { id, end, places }: RegistrationEvent,
  now: Instant,
): Promise<string[]> {
  if (addSeconds(end, DAY_SECONDS) <= now) return [];
  const mark = await marks.of(id, "tell");
  return [...new Set([...places.map((place) => place.id), ...(mark?.formerPlaces ?? [])])];
}
