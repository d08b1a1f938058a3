import { type Instant, secondsBetween, toInstant } from "../../domain/instant.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { amended, isLiveRegistration, type Registration } from "../../domain/registration/registration.ts";
import { CODE_ATTEMPTS, isCode, tokenText } from "../../domain/registration/token.ts";
import { carryOut } from "./carry-out.ts";
import type { RegistrationDependencies } from "./dependencies.ts";
import { verify } from "./self-service.ts";

/** Seconds after verifying within which the code leads to the registration once more: a double click is no error. */
const CODE_AGAIN_SECONDS = 600;

/**
 * Verifies by the code of the mail, for those who read it on another device. An attempt is counted before it is looked
 * at, so that no more of them are compared than may be, however many come at once.
 *
 * @param id under which it was submitted
 * @returns the token of the registration; undefined for a code that is wrong, whatever stands under the id
 * @throws Refusal `registration-busy`
 */
export async function verifyByCode(
  dependencies: RegistrationDependencies,
  event: RegistrationEvent,
  { id, code }: { id: string; code: string },
): Promise<string | undefined> {
  const { registrations, seal, clock } = dependencies;
  const registration = await registrations.registration(event.id, id);
  if (!registration || !takesCode(registration, toInstant(new Date(clock())))) return undefined;
  const of = { event, id };
  const attempt = await carryOut(dependencies, of, (each, { now }) =>
    takesCode(each, now)
      ? { before: each, after: amended(each, now, { wrongCodes: each.wrongCodes + 1 }), mails: [] }
      : undefined,
  );
  if (!attempt.changed) return undefined;
  const secret = await seal.open(attempt.registration.token.sealed, id);
  if (!isCode(code, secret)) return undefined;
  await verify(dependencies, of);
  return tokenText({ event: event.id, registration: id, secret });
}

/** Whether a code may be tried: for what is to be verified, or was a moment ago, and not for ever. */
function takesCode(registration: Registration, now: Instant): boolean {
  const { verifiedAt, wrongCodes } = registration;
  const lately = verifiedAt === undefined || secondsBetween(verifiedAt, now) <= CODE_AGAIN_SECONDS;
  return lately && wrongCodes < CODE_ATTEMPTS && isLiveRegistration(registration, now);
}
