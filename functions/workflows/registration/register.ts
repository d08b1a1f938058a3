import { randomUUID } from "node:crypto";
import { type Instant, toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { MOST_UNPROVEN } from "../../domain/registration/address-lock.ts";
import { isSameSubmission } from "../../domain/registration/decisions/resubmit.ts";
import type { Submission } from "../../domain/registration/decisions/submit.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { isClaimed } from "../../domain/registration/registration.ts";
import { type PlaceSeats, roomIn } from "../../domain/registration/seats.ts";
import { currentDeadline } from "../../storage/dynamodb/deadline.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { busy, DECISIONS } from "./carry-out.ts";
import { mayMail, newToken, type SubmittingDependencies } from "./dependencies.ts";
import { sweepForPerson } from "./promote.ts";
import { storeSecondSubmission } from "./second-submission.ts";
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
 *     this form here, unproven? the same again --> nothing to do
 *     address proven by someone? ----------------> one more mail to it, and what was submitted is kept aside
 *     five of this address, or its mails used up? -> kept aside
 *     seats, or held for this address already? --> held, or a turn in the waiting list
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
  let mailable: Promise<boolean> | undefined;
  let shortHold: boolean | undefined;
  let isMailed = false;
  for (let n = 1; n <= DECISIONS; n++) {
    const seats = await seatsAfterSweep(dependencies, event, submission, swept);
    const now = toInstant(new Date(dependencies.clock()));
    const found = await lookUp(dependencies, event, form, now);
    const { mine, holder, beside } = found;
    // What it made is verified, over or deleted: a form makes one registration.
    if (found.isSpent || (isMailed && !mine)) form = { ...form, id: randomUUID() };
    isMailed = false;
    if (mine && isSameSubmission(mine, form, { event, now })) return { outcome: "repeated", id: mine.id };
    const aside = async (outcome: "duplicate" | "surplus"): Promise<Registered> => {
      const moved = mine && mine.contact.email !== form.contact.email ? mine : undefined;
      const first = mine?.createdAt ?? since ?? now;
      if (moved || !mine)
        await storeSecondSubmission(dependencies, {
          event,
          holder,
          mine: moved,
          submission: form,
          now,
          since: first,
        });
      return { outcome, id: form.id };
    };
    try {
      if (holder && isClaimed(holder, now)) return await aside("duplicate");
      mailable ??= beside < MOST_UNPROVEN ? mayMail(dependencies, form.contact.email, now) : undefined;
      const [isMailable, token] = await Promise.all([mailable, newToken(dependencies.seal, form.id)]);
      if (beside >= MOST_UNPROVEN || !isMailable) return await aside("surplus");
      shortHold ??= await needsShortHold(dependencies, network, form, now);
      const sender = { since, network, shortHold };
      if (await storeSubmission(dependencies, { event, form, ...sender, at, now, seats, token, ...found }))
        return { outcome: mine ? "replaced" : "registered", id: form.id };
    } catch (error) {
      if (isCrowded(error) && (await lookUp(dependencies, event, form, now)).beside > 0)
        return aside("surplus"); // one of many at once under one address
      if (!(error instanceof Conflict)) throw error; // others were faster: look again
      isMailed = error.about.has("mail");
    }
  }
  throw busy();
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
