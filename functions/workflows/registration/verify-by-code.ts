import { type Instant, secondsBetween, toInstant } from "../../domain/instant.ts";
import { networkOf } from "../../domain/network.ts";
import { addressHash } from "../../domain/registration/address.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { isCode, tokenText } from "../../domain/registration/links/token.ts";
import { isLiveRegistration, type Registration } from "../../domain/registration/registration.ts";
import type { MailingDependencies } from "./dependencies.ts";
import { verify } from "./self-service.ts";

/** Seconds after verifying within which the code leads to the registration once more: a double click is no error. */
const CODE_AGAIN_SECONDS = 600;

/** A code as it was typed, and by whom. */
export interface TypedCode {
  /** Under which it was submitted. */
  readonly id: string;
  /** The address that it was submitted under, as the browser knows it. */
  readonly email: string;
  /** Address of the network that it came from. */
  readonly network: string;
  readonly code: string;
}

/**
 * Verifies by the code of the mail, for those who read it on another device. A guess is counted before it is looked at,
 * by address and event and by their network besides: nothing that can be submitted again renews the count.
 *
 * @returns the token of the registration; undefined for a code that is wrong, whatever stands under the id
 * @throws Refusal `registration-busy`
 */
export async function verifyByCode(
  dependencies: MailingDependencies,
  event: RegistrationEvent,
  { id, email, network, code }: TypedCode,
): Promise<string | undefined> {
  const { registrations, limits, seal, clock } = dependencies;
  const now = toInstant(new Date(clock()));
  const of = `${event.id} ${addressHash(email)}`;
  const isWithin =
    (await limits.within("codesHere", `${of} ${networkOf(network)}`, now)) &&
    (await limits.within("codes", of, now));
  if (!isWithin) return undefined;
  const registration = await registrations.registration(event.id, id);
  if (!registration || !takesCode(registration, now)) return undefined;
  const secret = await seal.open(registration.token.sealed, id);
  if (!isCode(code, secret)) return undefined;
  await verify(dependencies, { event, id });
  return tokenText({ event: event.id, registration: id, secret });
}

/** Whether a code may be tried: for what is to be verified, or was a moment ago. */
function takesCode(registration: Registration, now: Instant): boolean {
  const { verifiedAt } = registration;
  const lately = verifiedAt === undefined || secondsBetween(verifiedAt, now) <= CODE_AGAIN_SECONDS;
  return lately && isLiveRegistration(registration, now);
}
