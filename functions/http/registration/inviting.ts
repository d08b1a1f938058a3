import { hasAddress } from "../../domain/registration/registration.ts";
import type { RegistrationPageFacts } from "../../rendering/pages/registration/registration-page-facts.ts";
import type { MailingDependencies } from "../../workflows/registration/dependencies.ts";
import type { SelfVisit } from "./self-visit.ts";

/**
 * What the page says about invitations to come. Whoever was invited can end them; whoever has proven an address can
 * take back that they did, from any registration of it. Nobody else sees whether they did.
 */
export async function invitingOf(
  { doNotInvite }: Pick<MailingDependencies, "doNotInvite">,
  { registration, isForNewAddress, visited: { now } }: SelfVisit,
): Promise<RegistrationPageFacts["inviting"]> {
  const { contact, verifiedAt, bookings } = registration;
  if (isForNewAddress || verifiedAt === undefined || !hasAddress(contact)) return undefined;
  const notUntil = await doNotInvite.until(contact.email, now);
  const wasInvited = bookings.some(({ invitation }) => invitation !== undefined);
  return wasInvited || notUntil !== undefined ? { notUntil } : undefined;
}
