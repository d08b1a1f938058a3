import type { Instant } from "../../domain/instant.ts";
import type { Submission } from "../../domain/registration/decisions/submit.ts";
import { resent } from "../../domain/registration/decisions/verify.ts";
import { placeIn, type RegistrationEvent } from "../../domain/registration/event.ts";
import { mayAsk, type Registration } from "../../domain/registration/registration.ts";
import type { StoredChange } from "../../storage/registrations/registration-step.ts";
import { stored } from "./carry-out.ts";
import type { SubmittingDependencies } from "./dependencies.ts";

export interface SecondSubmission {
  readonly event: RegistrationEvent;
  /** Whose address it is, if somebody has proven it. */
  readonly holder: Registration | undefined;
  /** What the same form had registered before under another address: it goes. */
  readonly mine: Registration | undefined;
  readonly submission: Submission;
  readonly now: Instant;
  /** When it was first submitted. */
  readonly since: Instant;
}

/**
 * Keeps a submission that becomes no registration, for as long as its sender can correct the address, and without
 * seats. The owner of the address is told by mail, and nobody else.
 */
export async function storeSecondSubmission(
  { registrations, shadows }: SubmittingDependencies,
  { event, holder, mine, submission, now, since }: SecondSubmission,
): Promise<void> {
  await shadows.keep(event.id, submission, { now, since });
  const invitedTo = submission.places.filter((id) => placeIn(event, id)?.audience === "invitation");
  const going: StoredChange[] = mine ? [{ before: mine, after: undefined, mails: [] }] : [];
  const changes = [...going, ...(holder ? mailAgain(holder, now, invitedTo) : [])];
  if (changes.length > 0) await registrations.commit(changes, new Map());
}

/**
 * The mail to verify, or about a duplicate, once more: at most every two minutes, so that nobody is flooded.
 * @param invitedTo places that are open to its owner from now on
 */
export function mailAgain(
  registration: Registration,
  now: Instant,
  invitedTo: readonly string[] = [],
): StoredChange[] {
  return mayAsk(registration, now) ? [stored(resent(registration, { now, invitedTo }))] : [];
}
