import type { RegistrationEvent } from "../event.ts";
import { ADDRESS_RULE } from "../mailbox-rules.ts";
import { eraseAt, type Registration } from "../registration.ts";

/** What differs between registrations that begin: from the form, at the desk, by an invitation. */
export type NewRegistrationFacts = Pick<Registration, "id" | "language" | "contact" | "token" | "bookings"> &
  Partial<Pick<Registration, "createdAt" | "verifiedAt" | "answers" | "needs" | "network">>;

/** A registration at its first moment, which is erased when the event says so. */
export const newRegistration = (
  beginning: NewRegistrationFacts,
  { event, now }: { readonly event: RegistrationEvent; readonly now: string },
): Registration => ({
  event: event.id,
  version: 1,
  createdAt: now,
  updatedAt: now,
  addressRule: ADDRESS_RULE,
  wrongCodes: 0,
  answers: {},
  agreedAt: now,
  askedAt: now,
  eraseAt: eraseAt(event.end, event.keepDays),
  ...beginning,
});
