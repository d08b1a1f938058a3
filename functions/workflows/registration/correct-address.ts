import { toInstant } from "../../domain/instant.ts";
import type { Submission } from "../../domain/registration/decisions/submit.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { peopleOfAll } from "../../domain/registration/person-questions.ts";
import { isClaimed, isUnclaimed, type Registration } from "../../domain/registration/registration.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { holderOf } from "./address-locks.ts";
import { mayMail, type SubmittingDependencies } from "./dependencies.ts";
import { register } from "./register.ts";
import { mailAgain } from "./second-submission.ts";

/**
 * Submits what this browser submitted under another address, the first one having been mistyped: what was sent there
 * opens nothing any more. Nothing happens to what others submitted, to what has been verified meanwhile, or is over. Whatever it comes to, its sender is
 * told the same.
 *
 * @param id under which it was submitted
 * @param network mark of the network that the correction comes from
 * @returns under which it is from now on
 * @throws Refusal `registration-busy`
 */
export async function correctAddress(
  dependencies: SubmittingDependencies,
  event: RegistrationEvent,
  { id, email, network }: { id: string; email: string; network?: string },
): Promise<string> {
  const { registrations, shadows, clock } = dependencies;
  const now = toInstant(new Date(clock()));
  const registration = await registrations.registration(event.id, id);
  if (registration && !isUnclaimed(registration, now)) return id;
  const kept = registration ? undefined : await shadows.find(event.id, id, now);
  const submission = registration ? submissionOf(registration) : kept?.submission;
  if (!submission) return id;
  const corrected = { ...submission, contact: { ...submission.contact, email } };
  const registered = await register(dependencies, event, corrected, { since: kept?.since, network });
  if (kept && !["duplicate", "surplus"].includes(registered.outcome)) await shadows.drop(id);
  return registered.id;
}

/** What a form must have said that became this registration. */
function submissionOf({ id, language, contact, bookings, answers, needs }: Registration): Submission {
  const people = peopleOfAll({ bookings });
  const places = bookings.map(({ place }) => place);
  return { id, language, contact, places, people, answers, ...(needs !== undefined && { needs }) };
}

/**
 * Sends once more the mail about what this browser submitted, within bounds: the one to verify, or the one that tells
 * the owner of the address. Says nothing of whether there was one to send.
 *
 * @param id under which it was submitted
 */
export async function resend(
  dependencies: SubmittingDependencies,
  event: RegistrationEvent,
  { id, email }: { id: string; email: string },
): Promise<void> {
  const { registrations, clock } = dependencies;
  const now = toInstant(new Date(clock()));
  const own = await registrations.registration(event.id, id);
  const mine = own && isUnclaimed(own, now) ? own : undefined;
  const holder = mine ? undefined : await holderOf(dependencies, event, email);
  const about = mine ?? (holder && isClaimed(holder, now) ? holder : undefined);
  const again = about ? mailAgain(about, now) : [];
  if (again.length === 0 || (mine && !(await mayMail(dependencies, mine.contact.email, now)))) return;
  try {
    await registrations.commit(again, new Map());
  } catch (error) {
    if (!(error instanceof Conflict)) throw error; // it changes at this very moment: its mail says more than this one
  }
}
