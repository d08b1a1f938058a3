import { toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import {
  type GuestAsks,
  guestComing,
  guestKeyMade,
  guestLinkReplaced,
  guestLinksMade,
  guestNamed,
} from "../../domain/registration/decisions/guests.ts";
import { type GuestSeat, guestSeat, guestSecret } from "../../domain/registration/links/guest-link.ts";
import { newSecret, readToken, tokenText } from "../../domain/registration/links/token.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import { type Carried, carryOut, type WhichRegistration } from "./carry-out.ts";
import type { MailingDependencies, RegistrationDependencies } from "./dependencies.ts";

/** The link of one seat, as its contact passes it on. */
export interface GuestLink {
  readonly pass: string;
  readonly token: string;
}

/** The links of a registration's people that open something. */
export async function guestLinksOf(
  { seal }: Pick<RegistrationDependencies, "seal">,
  { id, event, guestKey, bookings }: Registration,
): Promise<GuestLink[]> {
  if (guestKey === undefined) return [];
  const key = await seal.open(guestKey, id);
  return bookings
    .flatMap(({ participants }) => participants)
    .flatMap(({ pass, guest }) => {
      if (guest?.hash === undefined) return [];
      return [
        { pass, token: tokenText({ event, registration: id, secret: guestSecret(key, pass, guest.nth) }) },
      ];
    });
}

/** A link for each person at a place who has none. @throws Refusal what `guestLinksMade` throws */
export async function makeGuestLinks(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  place: string,
): Promise<Carried> {
  const key = await guestKeyOf(dependencies, of);
  return carryOut(dependencies, of, (registration, decided) =>
    guestLinksMade(registration, { place, key }, decided),
  );
}

/**
 * Another link for one person, or none any more: the former one opens nothing at once.
 * @throws Refusal what `guestLinkReplaced` throws
 */
export async function replaceGuestLink(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  { renews, ...asked }: { readonly pass: string; readonly seen: number; readonly renews: boolean },
): Promise<Carried> {
  const key = renews ? await guestKeyOf(dependencies, of) : undefined;
  return carryOut(dependencies, of, (registration, decided) =>
    guestLinkReplaced(registration, { ...asked, key }, decided),
  );
}

/** The key of its links. Of two that are made at once, one is kept. */
async function guestKeyOf(dependencies: RegistrationDependencies, of: WhichRegistration): Promise<string> {
  const { seal, registrations } = dependencies;
  const found = await registrations.registration(of.event.id, of.id);
  const sealed = found?.guestKey ?? (await seal.seal(newSecret(), of.id));
  const { registration } = await carryOut(dependencies, of, (each, decided) =>
    guestKeyMade(each, sealed, decided),
  );
  return seal.open(registration.guestKey ?? sealed, of.id);
}

/** A seat that a link opens, and whose it is. */
export interface OpenedSeat extends GuestSeat {
  readonly registration: Registration;
  readonly secret: string;
}

/** What the link of a guest opens: one seat, and nothing of the registration. */
export async function openSeat(
  { registrations }: Pick<RegistrationDependencies, "registrations">,
  text: string,
): Promise<OpenedSeat | undefined> {
  const token = readToken(text);
  if (!token) return undefined;
  const registration = await registrations.registration(token.event, token.registration);
  const seat = registration && guestSeat(registration, token.secret);
  return seat && { ...seat, registration, secret: token.secret };
}

/** @throws Refusal `changes-limit`, and what `guestNamed` throws */
export const nameSeat = (
  dependencies: MailingDependencies,
  of: WhichRegistration,
  asked: GuestAsks & { readonly badge: string },
): Promise<Carried> =>
  counted(dependencies, of, asked, () =>
    carryOut(dependencies, of, (registration, decided) => guestNamed(registration, asked, decided)),
  );

/** @throws Refusal `changes-limit`, and what `guestComing` throws */
export const setComing = (
  dependencies: MailingDependencies,
  of: WhichRegistration,
  asked: GuestAsks & { readonly isComing: boolean },
): Promise<Carried> =>
  counted(dependencies, of, asked, () =>
    carryOut(dependencies, of, (registration, decided) => guestComing(registration, asked, decided)),
  );

/** A link that went to a crowd changes its seat, and mails its contact, a few times a day. */
async function counted(
  { limits, clock }: MailingDependencies,
  of: WhichRegistration,
  { secret }: GuestAsks,
  change: () => Promise<Carried>,
): Promise<Carried> {
  const now = toInstant(new Date(clock()));
  if (await limits.within("guests", `${of.id} ${secret}`, now)) return change();
  throw new Refusal(
    "changes-limit",
    429,
    "This seat was changed too often today.",
    "Nothing was changed. Try again tomorrow, or ask whoever registered you.",
  );
}
