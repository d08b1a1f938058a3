import { randomUUID } from "node:crypto";
import { type Instant, toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import {
  type KeepAside,
  keepAside,
  type MailBudget,
  needsNewId,
  nextStep,
} from "../../domain/registration/decisions/next-step.ts";
import type { Submission } from "../../domain/registration/decisions/submit.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { type PlaceSeats, roomIn } from "../../domain/registration/seats.ts";
import { currentDeadline } from "../../storage/dynamodb/deadline.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { busy, DECISIONS } from "./carry-out.ts";
import { mayMail, newToken, type SubmittingDependencies } from "./dependencies.ts";
import { sweepForPerson } from "./promote.ts";
import { type SecondSubmission, storeSecondSubmission } from "./second-submission.ts";
import { lookUp, storeSubmission } from "./store-submission.ts";

/** What a submission came to. No reader may learn it: it is for logs without names, and for tests. */
export interface Registered {
  readonly outcome: "registered" | "replaced" | "repeated" | "duplicate" | "surplus";
  /** Under which its sender can type the code and correct the address, whatever it came to. */
  readonly id: string;
}

/** Where a submission comes from. */
export interface Sender {
  /** Mark of the network that it was sent from, which gets its room back once it is verified. */
  readonly network?: string | undefined;
  /** When it was first submitted, if it was kept aside until now. */
  readonly since?: Instant | undefined;
}

/**
 * Registers. Whatever it comes to (seats, the waiting list, an address that is registered already), the answer is the
 * same, and only mail tells. Nothing is changed of what somebody else submitted under the same address.
 *
 *     full place? end holds, offer to those who wait
 *     `nextStep` -- repeat -------> nothing to do
 *                -- keep aside ---> stored without seats; the owner of the address gets one more mail
 *                -- store --------> seats, held for this address already or free, or a turn in the waiting list
 *     others were faster? look again, and decide anew
 *
 * @throws Refusal `registration-busy`
 */
export async function register(
  dependencies: SubmittingDependencies,
  event: RegistrationEvent,
  submission: Submission,
  { network, since }: Sender = {},
): Promise<Registered> {
  const at = dependencies.clock();
  const swept = new Set<string>();
  let form = submission;
  let mail: MailBudget = "not-asked";
  let shortHold: boolean | undefined;
  let isMailed = false;
  for (let n = 1; n <= DECISIONS; n++) {
    const seats = await seatsAfterSweep(dependencies, event, submission, swept);
    const now = toInstant(new Date(dependencies.clock()));
    const found = await lookUp(dependencies, event, form, now);
    if (needsNewId(found, isMailed)) form = { ...form, id: randomUUID() };
    isMailed = false;
    const second = { event, holder: found.holder, submission: form, now, since };
    try {
      let next = nextStep(form, found, { event, now, mail });
      while (next.step === "ask-for-mail") {
        mail = (await mayMail(dependencies, form.contact.email, now)) ? "left" : "used-up";
        next = nextStep(form, found, { event, now, mail });
      }
      if (next.step === "repeat") return { outcome: "repeated", id: next.id };
      if (next.step === "keep-aside") return await storeAside(dependencies, next, second);
      const token = await newToken(dependencies.seal, form.id);
      shortHold ??= await needsShortHold(dependencies, network, form, now);
      const sender = { since, network, shortHold };
      if (await storeSubmission(dependencies, { event, form, ...sender, at, now, seats, token, ...found }))
        return { outcome: next.outcome, id: form.id };
    } catch (error) {
      if (isCrowded(error) && (await lookUp(dependencies, event, form, now)).beside > 0)
        return storeAside(dependencies, keepAside("surplus", form, found), {
          ...second,
          holder: found.holder,
        }); // one of many at once under one address
      if (!(error instanceof Conflict)) throw error; // others were faster: look again
      isMailed = error.about.has("mail");
    }
  }
  throw busy();
}

/** Stores what becomes no registration. @param second.since when it was first submitted, if it was kept aside until now */
async function storeAside(
  dependencies: SubmittingDependencies,
  { outcome, isKept, ends, since }: KeepAside,
  second: Omit<SecondSubmission, "mine" | "since"> & { readonly since: Instant | undefined },
): Promise<Registered> {
  const first = since ?? second.since ?? second.now;
  if (isKept) await storeSecondSubmission(dependencies, { ...second, mine: ends, since: first });
  return { outcome, id: second.submission.id };
}

/** Whether a form's network asks for very many seats and proves nothing. Whoever submits no network, such as a test, does not. */
async function needsShortHold(
  { limits }: SubmittingDependencies,
  network: string | undefined,
  { places, people }: Submission,
  now: Instant,
): Promise<boolean> {
  return network !== undefined && !(await limits.spendSeats(network, places.length * people.length, now));
}

/** Whether the table did not get to it, as far as it was waited for: what is over its time was not stored. */
const isCrowded = (error: unknown): boolean =>
  error instanceof Refusal && error.code === "registration-busy" && !currentDeadline()?.aborted;

/** Rows of the places chosen. A full one is swept first, once for each submission. */
async function seatsAfterSweep(
  dependencies: SubmittingDependencies,
  event: RegistrationEvent,
  { places, people }: Submission,
  swept: Set<string>,
): Promise<Map<string, PlaceSeats>> {
  const { registrations } = dependencies;
  const seats = await registrations.seats(event.id, places);
  const room = roomIn(seats);
  const full = places.filter((place) => !room(place, people.length) && !swept.has(place));
  if (full.length === 0) return seats;
  for (const place of full) swept.add(place);
  await sweepForPerson(dependencies, event, full);
  return registrations.seats(event.id, places);
}
