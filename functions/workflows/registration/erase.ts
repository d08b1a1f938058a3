import { type Instant, toInstant } from "../../domain/instant.ts";
import { cancelled } from "../../domain/registration/decisions/amend.ts";
import { amended, type Registration } from "../../domain/registration/registration.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { busy, DECISIONS, freedBy, stored, type WhichRegistration } from "./carry-out.ts";
import type { RegistrationDependencies } from "./dependencies.ts";
import { sweepForPerson } from "./promote.ts";

/**
 * Deletes everything about a registration; seats and turns go to those who wait. Deleting what is gone is done.
 * @param tells whether the contact is told by a last mail, and their calendar with it
 * @param counts whether it is counted what is erased
 * @param only whether it goes as it is now; any does unless told
 */
export async function erase(
  dependencies: RegistrationDependencies,
  { event, id }: WhichRegistration,
  {
    tells,
    counts,
    only = () => true,
  }: { tells: boolean; counts?: boolean; only?: (registration: Registration, now: Instant) => boolean },
): Promise<boolean> {
  const { registrations, clock } = dependencies;
  for (let n = 1; n <= DECISIONS; n++) {
    const registration = await registrations.registration(event.id, id);
    const now = toInstant(new Date(clock()));
    if (!registration || !only(registration, now)) return false;
    const cancelling = cancelled(registration, [], { event, now });
    const last = cancelling?.after ?? amended(registration, now, {});
    const inCalendars = (cancelling?.mails ?? []).filter(({ booking }) => booking?.calendar !== undefined);
    const { mails } = stored({
      before: registration,
      after: last,
      mails: tells && registration.verifiedAt ? [...inCalendars, { kind: "erased" }] : [],
    });
    try {
      const erased = { before: registration, after: undefined, mails, counted: counts === true };
      await registrations.commit([erased], new Map());
      await sweepForPerson(dependencies, event, freedBy(erased));
      return true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  throw busy();
}
