import { toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isNotProven, isUnclaimed, type Registration } from "../../domain/registration/registration.ts";
import { locksOf } from "./address-locks.ts";
import type { WhichRegistration } from "./carry-out.ts";
import type { RegistrationDependencies } from "./dependencies.ts";
import { erase } from "./erase.ts";

/** The other submissions of its address that nobody has proven, the earliest first; none for one that is proven. */
export async function besideOf(
  dependencies: Pick<RegistrationDependencies, "registrations" | "clock">,
  event: WhichRegistration["event"],
  registration: Registration,
): Promise<Registration[]> {
  const now = toInstant(new Date(dependencies.clock()));
  if (!isUnclaimed(registration, now)) return [];
  const locks = await locksOf(dependencies, event, registration.contact.email);
  const ids = [...locks.values()].flatMap(({ lock }) => lock.unproven.map(({ id }) => id));
  const read = ids.map((id) => dependencies.registrations.registration(event.id, id));
  return (await Promise.all(read))
    .filter((each) => each !== undefined)
    .filter((each) => each.id !== registration.id && isUnclaimed(each, now))
    .sort((one, other) => (one.agreedAt < other.agreedAt ? -1 : 1));
}

/**
 * Whoever has the link of one submission has the mailbox, and says of one of its address that it was not theirs: it is
 * deleted with its seats, and nobody is told.
 *
 * @param submission id of that one
 * @throws Refusal `submission-ended` where there is no such submission of the address any more
 */
export async function endSubmission(
  dependencies: RegistrationDependencies,
  event: WhichRegistration["event"],
  { registration, submission }: { registration: Registration; submission: string },
): Promise<void> {
  const now = toInstant(new Date(dependencies.clock()));
  const own = submission === registration.id && isUnclaimed(registration, now);
  const beside = own ? [] : await besideOf(dependencies, event, registration);
  if (!own && !beside.some(({ id }) => id === submission)) throw ended();
  await erase(dependencies, { event, id: submission }, { tells: false, only: isNotProven });
}

function ended(): Refusal {
  return new Refusal(
    "submission-ended",
    409,
    "There is no such submission of this address any more.",
    "It has ended, or was confirmed meanwhile. Look at the page again.",
  );
}
