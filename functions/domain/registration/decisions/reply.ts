import type { Instant } from "../../instant.ts";
import type { Change } from "../change.ts";
import { amended, type Registration } from "../registration.ts";

/**
 * Tells whoever has answered an entry of the calendar, or a mail, that this changed nothing, and what does. Nothing of
 * the registration is another: anyone can write a mail under anyone's address.
 */
export function replied(registration: Registration, now: Instant): Change {
  return {
    before: registration,
    after: amended(registration, now, { askedAt: now }),
    mails: [{ kind: "reply" }],
  };
}
