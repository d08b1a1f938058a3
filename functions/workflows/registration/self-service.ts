import { secondsBetween, toInstant } from "../../domain/instant.ts";
import { addressHash, normalisedAddress } from "../../domain/registration/address.ts";
import type { Change } from "../../domain/registration/change.ts";
import { addressAsked, addressChanged } from "../../domain/registration/decisions/address-change.ts";
import { cancelled, withPeople, withPlace } from "../../domain/registration/decisions/amend.ts";
import { expired, verified } from "../../domain/registration/decisions/verify.ts";
import { accepted } from "../../domain/registration/decisions/waiting-list.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { outboxOf } from "../../domain/registration/mail.ts";
import type { NamedParticipant } from "../../domain/registration/participant.ts";
import { amended, isLiveRegistration, type Registration } from "../../domain/registration/registration.ts";
import { hasRoomFor, type PlaceSeats } from "../../domain/registration/seats.ts";
import {
  CODE_ATTEMPTS,
  isCode,
  opens,
  type RegistrationToken,
  readToken,
  tokenText,
} from "../../domain/registration/token.ts";
import { Outrun } from "../../storage/registrations.ts";
import { busy, type Carried, carryOut, DECISIONS, type Decided, freedBy, stored } from "./carry-out.ts";
import { newToken, type RegistrationDependencies } from "./dependencies.ts";
import { promote } from "./promote.ts";

/** A registration that a link opens, and whether that link verifies another address for it. */
export interface Opened {
  readonly registration: Registration;
  readonly isForNewAddress: boolean;
}

/** What a token opens. Every token of the right shape costs the same read. */
export async function openRegistration(
  { registrations }: Pick<RegistrationDependencies, "registrations">,
  text: string,
): Promise<Opened | undefined> {
  const token = readToken(text);
  if (!token) return undefined;
  const registration = await registrations.registration(token.event, token.registration);
  return registration && openedBy(registration, token);
}

function openedBy(registration: Registration, { secret }: RegistrationToken): Opened | undefined {
  if (opens(secret, registration.token.hash)) return { registration, isForNewAddress: false };
  const isForNewAddress =
    registration.addressChange !== undefined && opens(secret, registration.addressChange.token.hash);
  return isForNewAddress ? { registration, isForNewAddress } : undefined;
}

/** Decides about a registration, then lets those who wait have what it gave back. */
export async function change(
  dependencies: RegistrationDependencies,
  of: { event: RegistrationEvent; id: string },
  decide: (registration: Registration, decided: Decided) => Change | undefined,
): Promise<Carried> {
  const carried = await carryOut(dependencies, of, decide);
  await promote(dependencies, of.event, carried.freed);
  return carried;
}

type Of = { readonly event: RegistrationEvent; readonly id: string };

export const verify = (dependencies: RegistrationDependencies, of: Of) => change(dependencies, of, verified);

export const cancel = (dependencies: RegistrationDependencies, of: Of, places: readonly string[]) =>
  change(dependencies, of, (registration, decided) => cancelled(registration, places, decided));

export const acceptOffer = (dependencies: RegistrationDependencies, of: Of, place: string) =>
  change(dependencies, of, (registration, decided) => accepted(registration, place, decided));

export const changePeople = (
  dependencies: RegistrationDependencies,
  of: Of,
  asked: { place: string; people: readonly NamedParticipant[] },
) =>
  change(dependencies, of, (registration, decided) =>
    withPeople(registration, asked, { ...decided, room: roomIn(decided.seats) }),
  );

/** @throws Refusal `place-booked`, `place-closed`, `booking-size` */
export const addPlace = (
  dependencies: RegistrationDependencies,
  of: Of,
  asked: { place: string; people: readonly NamedParticipant[] },
) => {
  const at = dependencies.clock();
  return change(dependencies, of, (registration, decided) => {
    const current = expired(registration, decided);
    const added = withPlace(
      current?.after ?? registration,
      { ...asked, at },
      { ...decided, room: roomIn(decided.seats) },
    );
    return { ...added, before: registration, mails: [...(current?.mails ?? []), ...added.mails] };
  });
};

function roomIn(seats: ReadonlyMap<string, PlaceSeats>) {
  return (place: string, n: number) => {
    const row = seats.get(place);
    return row !== undefined && hasRoomFor(row, n);
  };
}

/** Seconds after verifying within which the code leads to the registration once more: a double click is no error. */
const CODE_AGAIN_SECONDS = 600;

/**
 * Verifies by the code of the mail, for those who read it on another device.
 *
 * @returns the token of the registration; undefined for a code that is wrong, of whatever address
 */
export async function verifyByCode(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  { address, code }: { address: string; code: string },
): Promise<string | undefined> {
  const { registrations, seal, clock } = dependencies;
  const id = await registrations.holderOf(event.id, addressHash(address));
  const registration = id === undefined ? undefined : await registrations.registration(event.id, id);
  const now = toInstant(new Date(clock()));
  if (!registration || !isLiveRegistration(registration, now) || registration.wrongCodes >= CODE_ATTEMPTS)
    return undefined;
  const { verifiedAt, token } = registration;
  if (verifiedAt && secondsBetween(verifiedAt, now) > CODE_AGAIN_SECONDS) return undefined;
  const secret = await seal.open(token.sealed, registration.id);
  const of = { event, id: registration.id };
  if (!isCode(code, secret)) {
    await change(dependencies, of, (each, decided) => ({
      before: each,
      after: amended(each, decided.now, { wrongCodes: each.wrongCodes + 1 }),
      mails: [],
    }));
    return undefined;
  }
  await verify(dependencies, of);
  return tokenText({ event: event.id, registration: registration.id, secret });
}

/**
 * Asks for another address: a mail goes there, and until its link is used the former one stays. What is registered
 * already gets no mail and is not told.
 */
export async function askForAddress(
  dependencies: RegistrationDependencies,
  of: Of,
  email: string,
): Promise<void> {
  const token = await newToken(dependencies.seal, of.id);
  await change(dependencies, of, (registration, decided) =>
    registration.contact.email === email ? undefined : addressAsked(registration, { email, token }, decided),
  );
}

/**
 * The link in the mail to the new address was used: it replaces the former one, with all its links.
 *
 * @returns whether it did: not where the address has been registered by others in the meantime
 * @throws Refusal `booking-ended`
 */
export async function changeAddress(dependencies: RegistrationDependencies, of: Of): Promise<boolean> {
  const { registrations, clock } = dependencies;
  for (let n = 1; n <= DECISIONS; n++) {
    const registration = await registrations.registration(of.event.id, of.id);
    if (!registration) return false;
    const now = toInstant(new Date(clock()));
    const changed = addressChanged(registration, { event: of.event, now });
    const email = changed.after.contact.email;
    const holderId = await registrations.holderOf(of.event.id, addressHash(email));
    const holder =
      holderId === undefined || holderId === of.id
        ? undefined
        : await registrations.registration(of.event.id, holderId);
    if (holder && isLiveRegistration(holder, now)) return false;
    const takenOver = holder && expired(holder, { now });
    try {
      await registrations.commit([...(takenOver ? [stored(takenOver)] : []), stored(changed)], new Map());
      return true;
    } catch (error) {
      if (!(error instanceof Outrun)) throw error;
    }
  }
  throw busy();
}

/** Whether the address as typed is the one that the registration has, in whatever spelling. */
export const isSameAddress = (one: string, other: string): boolean =>
  normalisedAddress(one) === normalisedAddress(other);

/**
 * Deletes everything about a registration; seats and turns go to those who wait. Deleting what is gone is done.
 * @param tells whether the contact is told by a last mail
 */
export async function erase(
  dependencies: RegistrationDependencies,
  { event, id }: Of,
  { tells }: { tells: boolean },
): Promise<boolean> {
  const { registrations, clock } = dependencies;
  for (let n = 1; n <= DECISIONS; n++) {
    const registration = await registrations.registration(event.id, id);
    if (!registration) return false;
    const last = amended(registration, toInstant(new Date(clock())), {});
    const mails = tells && registration.verifiedAt ? outboxOf(last, [{ kind: "erased" }]) : [];
    try {
      const erased = { before: registration, after: undefined, mails };
      await registrations.commit([erased], new Map());
      await promote(dependencies, event, freedBy(erased));
      return true;
    } catch (error) {
      if (!(error instanceof Outrun)) throw error;
    }
  }
  throw busy();
}
