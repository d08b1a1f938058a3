import { randomUUID } from "node:crypto";
import { type Instant, toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { resubmitted, saysTheSame } from "../../domain/registration/decisions/resubmit.ts";
import { type Submission, submitted } from "../../domain/registration/decisions/submit.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { isUnclaimed } from "../../domain/registration/registration.ts";
import { type PlaceSeats, roomIn } from "../../domain/registration/seats.ts";
import { currentDeadline } from "../../storage/deadline.ts";
import { Outrun } from "../../storage/registrations.ts";
import { holderOf, isClaimed, letGo, seatsOnce, setAside } from "./address-holder.ts";
import { busy, DECISIONS, stored } from "./carry-out.ts";
import { newToken, type SubmittingDependencies } from "./dependencies.ts";
import { sweepForPerson } from "./promote.ts";

/** What a submission came to. No reader may learn it: it is for logs without names, and for tests. */
export interface Registered {
  readonly outcome: "registered" | "replaced" | "repeated" | "duplicate";
  /** Under which its sender can type the code and correct the address, whatever it came to. */
  readonly id: string;
}

/**
 * Registers. Whatever it comes to (seats, the waiting list, an address that is registered already), the answer is the
 * same, and only mail tells.
 *
 *     full place? end holds, offer to those who wait
 *     address verified by someone? ------> one more mail to it, and what was submitted is kept aside
 *     form or address here, unverified? -> the same again: nothing to do; anything else replaces it
 *     seats? ----------------------------> held, or a turn in the waiting list
 *
 * @param since when it was first submitted, if it was kept aside until now
 * @throws Refusal `registration-busy`
 */
export async function register(
  dependencies: SubmittingDependencies,
  event: RegistrationEvent,
  submission: Submission,
  since?: Instant,
): Promise<Registered> {
  const at = dependencies.clock();
  const { registrations } = dependencies;
  const swept = new Set<string>();
  let form = submission;
  let crowded: Registered | undefined;
  for (let n = 1; n <= DECISIONS; n++) {
    const seats = await seatsAfterSweep(dependencies, event, submission, swept);
    const now = toInstant(new Date(dependencies.clock()));
    const same = await registrations.registration(event.id, form.id);
    const holder = await holderOf(dependencies, event, form.contact.email);
    const mine = same && isUnclaimed(same, now) ? same : undefined;
    if (same && !mine) form = { ...form, id: randomUUID() }; // verified, or over: a form makes one registration
    const target = holder && isUnclaimed(holder, now) ? holder : mine;
    const id = target?.id ?? form.id;
    const token = await newToken(dependencies.seal, id);
    try {
      if (holder && isClaimed(holder, now)) {
        const first = mine?.createdAt ?? since ?? now;
        await setAside(dependencies, { event, holder, mine, submission: form, now, since: first });
        return { outcome: "duplicate", id: form.id };
      }
      if (target && saysTheSame(target, form, now)) return { outcome: "repeated", id };
      const gone = [holder, mine].flatMap((each) => (each && each.id !== id ? letGo(each, now) : []));
      const circumstances = { event, now, since, at, token, room: roomIn(seatsOnce(gone, seats)) };
      const change = target ? resubmitted(target, form, circumstances) : submitted(form, circumstances);
      await registrations.commit([...gone, stored(change)], seats);
      return { outcome: target ? "replaced" : "registered", id };
    } catch (error) {
      if (target) crowded = { outcome: "repeated", id }; // one of many at once under one address
      if (crowded && isCrowded(error)) return crowded;
      if (!(error instanceof Outrun)) throw error; // others were faster: look again
      if (error.about.has("mail")) form = { ...form, id: randomUUID() }; // what this form made was deleted
    }
  }
  if (crowded) return crowded;
  throw busy();
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
