import type { BookingState } from "../../domain/registration/booking.ts";
import type { Change } from "../../domain/registration/change.ts";
import {
  cancelled,
  type PlaceAsked,
  withPeople,
  withPlace,
} from "../../domain/registration/decisions/amend.ts";
import { expired, verified } from "../../domain/registration/decisions/verify.ts";
import { accepted } from "../../domain/registration/decisions/waiting-list.ts";
import type { NamedParticipant } from "../../domain/registration/participant.ts";
import { isUnverified, type Registration } from "../../domain/registration/registration.ts";
import { roomIn } from "../../domain/registration/seats.ts";
import { type Carried, carryOut, type Decided, type WhichRegistration } from "./carry-out.ts";
import type { RegistrationDependencies } from "./dependencies.ts";
import { sweepForPerson } from "./promote.ts";

/** Decides about a registration, then lets those who wait have what it gave back. */
export async function change(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  decide: (registration: Registration, decided: Decided) => Change | undefined,
): Promise<Carried> {
  const carried = await carryOut(dependencies, of, decide);
  await sweepForPerson(dependencies, of.event, carried.freed);
  return carried;
}

/** @param people as they were corrected on the page that shows them. @throws Refusal what `verified` throws */
export const verify = (
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  people?: readonly NamedParticipant[],
) => change(dependencies, of, (registration, decided) => verified(registration, decided, people));

/** @param seen the state in which the places were shown. @throws Refusal `booking-changed` */
export const cancel = (
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  places: readonly string[],
  seen?: BookingState,
) => change(dependencies, of, (registration, decided) => cancelled(registration, places, decided, seen));

export const acceptOffer = (dependencies: RegistrationDependencies, of: WhichRegistration, place: string) =>
  change(dependencies, of, (registration, decided) => accepted(registration, place, decided));

/** @throws Refusal what `withPeople` throws */
export async function changePeople(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  asked: { place: string; people: readonly NamedParticipant[]; seen?: string | undefined },
): Promise<Carried> {
  await makeRoom(dependencies, of, asked);
  return change(dependencies, of, (registration, decided) =>
    withPeople(registration, asked, { ...decided, room: roomIn(decided.seats) }),
  );
}

/** @throws Refusal `address-taken`, and what `withPlace` throws */
export async function addPlace(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  asked: PlaceAsked,
): Promise<Carried> {
  const at = dependencies.clock();
  await makeRoom(dependencies, of, asked);
  return change(dependencies, of, (registration, decided) => {
    const ended = expired(registration, decided);
    const current = ended?.after ?? registration;
    // Whoever has the link and goes on has the address: what was to be verified is.
    const claimed = isUnverified(current) ? verified(current, decided) : undefined;
    const added = withPlace(
      claimed?.after ?? current,
      { ...asked, at },
      { ...decided, room: roomIn(decided.seats) },
    );
    const last = added ?? claimed ?? ended;
    const mails = [ended, claimed, added].flatMap((each) => each?.mails ?? []);
    return last && { ...last, before: registration, mails };
  });
}

/** Whoever meets a full place first ends what has run out there and offers what is free, and then tries. */
async function makeRoom(
  dependencies: RegistrationDependencies,
  { event }: WhichRegistration,
  { place, people }: Pick<PlaceAsked, "place" | "people">,
): Promise<void> {
  const seats = await dependencies.registrations.seats(event.id, [place]);
  if (!roomIn(seats)(place, people.length)) await sweepForPerson(dependencies, event, [place]);
}
