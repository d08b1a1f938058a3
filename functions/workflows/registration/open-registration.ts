import { type Instant, toInstant } from "../../domain/instant.ts";
import { opens, type RegistrationToken, readToken } from "../../domain/registration/links/token.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import type { RegistrationDependencies } from "./dependencies.ts";

/** A registration that a link opens, and whether that link verifies another address for it. */
export interface OpenedRegistration {
  readonly registration: Registration;
  readonly isForNewAddress: boolean;
}

/** What a token opens. Every token of the right shape costs the same read. */
export async function openRegistration(
  { registrations, clock }: Pick<RegistrationDependencies, "registrations" | "clock">,
  text: string,
): Promise<OpenedRegistration | undefined> {
  const token = readToken(text);
  if (!token) return undefined;
  const registration = await registrations.registration(token.event, token.registration);
  return registration && openedBy(registration, token, toInstant(new Date(clock())));
}

function openedBy(
  registration: Registration,
  { secret }: RegistrationToken,
  now: Instant,
): OpenedRegistration | undefined {
  if (opens(secret, registration.token.hash)) return { registration, isForNewAddress: false };
  const { addressChange } = registration;
  const isForNewAddress =
    addressChange !== undefined && now < addressChange.until && opens(secret, addressChange.token.hash);
  return isForNewAddress ? { registration, isForNewAddress } : undefined;
}
