import {
  type CheckIn,
  type CheckOut,
  checkedIn,
  checkInUndone,
} from "../../domain/registration/decisions/check-in.ts";
import { addedAtDesk, type DeskRegistration } from "../../domain/registration/decisions/desk-add.ts";
import { type EditAsked, edited } from "../../domain/registration/decisions/edit.ts";
import { type MoveAsked, moved } from "../../domain/registration/decisions/move.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { newSecret } from "../../domain/registration/links/token.ts";
import { roomIn } from "../../domain/registration/seats.ts";
import { type Carried, carryOutAnew, type WhichRegistration } from "./carry-out.ts";
import { type RegistrationDependencies, tokenOf } from "./dependencies.ts";
import { sweepForPerson } from "./promote.ts";
import { change } from "./self-service.ts";

/** What organisers do for people: whatever asks them, a command or a page, does it by these. */

export interface AddedAtDesk extends Carried {
  /** Opens the registration; undefined where it was added before. */
  readonly secret: string | undefined;
}

/**
 * Registers someone at the door or by telephone. Submissions of the same address that nobody has proven end with it.
 * @throws Refusal `address-taken`, and what `addedAtDesk` throws
 */
export async function addAtDesk(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  asked: DeskRegistration,
): Promise<AddedAtDesk> {
  const secret = newSecret();
  const token = await tokenOf(dependencies.seal, asked.id, secret);
  const at = dependencies.clock();
  await freeUp(dependencies, event, asked.place, asked.people.length);
  const carried = await carryOutAnew(dependencies, { event, id: asked.id }, (known, decided) =>
    known ? undefined : addedAtDesk(asked, { ...decided, at, token }),
  );
  await sweepForPerson(dependencies, event, carried.freed);
  return { ...carried, secret: carried.changed ? secret : undefined };
}

/** @throws Refusal what `moved` throws */
export async function moveBooking(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  asked: MoveAsked,
): Promise<Carried> {
  await freeUp(dependencies, of.event, asked.to, 1);
  return change(dependencies, of, (registration, decided) => moved(registration, asked, decided));
}

/** @throws Refusal what `edited` throws */
export const editRegistration = (
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  asked: EditAsked,
): Promise<Carried> =>
  change(dependencies, of, (registration, decided) => edited(registration, asked, decided));

/** Admits the holder of a pass. @param by who does */
export async function admit(
  dependencies: RegistrationDependencies,
  { event, id }: WhichRegistration,
  { pass, by }: { pass: string; by: string },
): Promise<CheckIn> {
  const online = new Set(event.places.filter(({ mode }) => mode === "online").map((place) => place.id));
  let outcome: CheckIn = { answer: "unknown" };
  await change(dependencies, { event, id }, (registration, { now }) => {
    outcome = checkedIn(registration, pass, now, online, by);
    return outcome.answer === "admitted" ? outcome.change : undefined;
  });
  return outcome;
}

/** Takes back that the holder of a pass was admitted. */
export async function undoCheckIn(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  pass: string,
): Promise<CheckOut> {
  let outcome: CheckOut = { answer: "unknown" };
  await change(dependencies, of, (registration, { now }) => {
    outcome = checkInUndone(registration, pass, now);
    return outcome.answer === "undone" ? outcome.change : undefined;
  });
  return outcome;
}

/** Whoever meets a full place first ends what has run out there. */
async function freeUp(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  place: string,
  n: number,
): Promise<void> {
  const seats = await dependencies.registrations.seats(event.id, [place]);
  if (seats.has(place) && !roomIn(seats)(place, n)) await sweepForPerson(dependencies, event, [place]);
}
