import { toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { bookingOf } from "../../domain/registration/change.ts";
import {
  handedOn,
  type InvitationAsked,
  invitationRefused,
  invitationsMarked,
  invitationWithdrawn,
  invited,
  requireSeat,
} from "../../domain/registration/decisions/invite.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { invitedId } from "../../domain/registration/invitation.ts";
import { newSecret } from "../../domain/registration/links/token.ts";
import { hasAddress, isClaimed, type Registration } from "../../domain/registration/registration.ts";
import type { StoredChange } from "../../storage/registrations/registration-step.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { holderOf, othersEnding } from "./address-locks.ts";
import {
  busy,
  type Carried,
  carryOutAnew,
  DECISIONS,
  freedBy,
  stored,
  unknown,
  type WhichRegistration,
} from "./carry-out.ts";
import { type MailingDependencies, mayMail, type RegistrationDependencies, tokenOf } from "./dependencies.ts";
import { sweepForPerson } from "./promote.ts";
import { change } from "./self-service.ts";

/**
 * Asks one person of a list. Asking somebody whom the list has asked before changes nothing. Submissions of the address
 * that nobody has proven end with it.
 *
 * @throws Refusal `address-taken` for somebody who is registered; `place-full`, `place-closed`
 */
export async function invite(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  asked: InvitationAsked,
): Promise<Carried> {
  const token = await tokenOf(dependencies.seal, asked.id, newSecret());
  const at = dependencies.clock();
  const seats = await dependencies.registrations.seats(event.id, [asked.place]);
  const row = seats.get(asked.place);
  if (row && row.taken >= row.capacity) await sweepForPerson(dependencies, event, [asked.place]);
  const carried = await carryOutAnew(dependencies, { event, id: asked.id }, (known, decided) => {
    if (known) return undefined;
    requireSeat(decided.seats, asked.place);
    return invited(asked, { ...decided, at, token });
  });
  await sweepForPerson(dependencies, event, carried.freed);
  return carried;
}

/** @throws Refusal what `invitationRefused` throws */
export const refuseInvitation = (
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  place: string,
) => change(dependencies, of, (registration, decided) => invitationRefused(registration, place, decided));

export const withdrawInvitation = (
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  list: string,
) => change(dependencies, of, (registration, decided) => invitationWithdrawn(registration, list, decided));

/**
 * Keeps that nobody shall invite this contact by a list again, at any event; or that somebody may. Either can be said
 * again and again.
 */
export async function wishInvitations(
  dependencies: MailingDependencies,
  of: WhichRegistration,
  { contact }: Pick<Registration, "contact">,
  isWanted: boolean,
): Promise<void> {
  const { doNotInvite, clock } = dependencies;
  if (!hasAddress(contact)) return;
  if (isWanted) await doNotInvite.remove(contact.email);
  else await doNotInvite.add(contact.email, toInstant(new Date(clock())));
  await change(dependencies, of, (registration, decided) =>
    invitationsMarked(registration, isWanted, decided),
  );
}

/** Who comes in somebody's place. */
export interface Successor {
  readonly place: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Gives the seat of an invitation to somebody else, who is asked by a mail of their own: both in one transaction, so the
 * seat is theirs and nobody else's. Whoever is registered or asked already, or asked not to be invited, is not asked, and the seat is free; the
 * answer is the same, since who comes is nobody's to learn.
 *
 * @throws Refusal `invitation-handed-on`, `booking-changed`, `booking-ended`; `address-limit` where no mail may go there
 */
export async function handOn(
  dependencies: MailingDependencies,
  { event, id }: WhichRegistration,
  { place, name, email }: Successor,
): Promise<void> {
  const { registrations, clock, seal } = dependencies;
  const successor = invitedId(event.id, place, email);
  const token = await tokenOf(seal, successor, newSecret());
  let counted = false;
  for (let n = 1; n <= DECISIONS; n++) {
    const at = clock();
    const now = toInstant(new Date(at));
    const registration = await registrations.registration(event.id, id);
    if (!registration) throw unknown();
    const booking = bookingOf(registration, place);
    const holder = await holderOf(dependencies, event, email);
    const isAsked =
      (holder !== undefined && isClaimed(holder, now)) ||
      (await dependencies.doNotInvite.until(email, now)) !== undefined ||
      (await registrations.registration(event.id, successor)) !== undefined;
    const first = handedOn(registration, { place, to: isAsked ? undefined : successor }, { event, now });
    const { invitation, until } = booking;
    if (!invitation || until === undefined)
      throw new Error("An invitation without an end waits for no answer.");
    if (!counted && !(await mayMail(dependencies, email, now))) throw tooMany();
    counted = true;
    const changes: StoredChange[] = [stored(first)];
    const seats = await registrations.seats(event.id, [place]);
    const { language, contact } = registration;
    try {
      if (isAsked) await registrations.commit(changes, seats);
      else {
        const { list, by, source } = invitation;
        const second = invited(
          {
            id: successor,
            place,
            language,
            contact: { name, email },
            holdUntil: until,
            invitation: { list, by, source, handedFrom: contact.name },
          },
          { event, now, at, token },
        );
        const { locks, ending } = await othersEnding(dependencies, event, second.after, now);
        changes.push(stored(second), ...ending);
        await registrations.commit(changes, seats, locks);
      }
      await sweepForPerson(dependencies, event, [...new Set(changes.flatMap(freedBy))]);
      return;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  throw busy();
}

function tooMany(): Refusal {
  return new Refusal(
    "address-limit",
    429,
    "Too many emails went to this address today.",
    "Nothing was changed. Try again tomorrow, or write to whoever invites.",
    { field: "email" },
  );
}
