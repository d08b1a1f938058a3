import type { Instant } from "../../domain/instant.ts";
import { addressHash } from "../../domain/registration/address.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { hashOfSecret, newSecret } from "../../domain/registration/links/token.ts";
import type { TokenSeal } from "../../domain/registration/links/token-seal.ts";
import type { SentToken } from "../../domain/registration/registration.ts";
import type { DoNotInvite } from "../../storage/registrations/do-not-invite.ts";
import type { Limits } from "../../storage/registrations/limits.ts";
import type { Registrations } from "../../storage/registrations/registrations.ts";
import type { ShadowSubmissions } from "../../storage/registrations/shadow-submissions.ts";

/** What the workflows of registration are given. */
export interface RegistrationDependencies {
  readonly registrations: Registrations;
  readonly seal: TokenSeal;
  /** Where something may be verified: how much networks may do without that. */
  readonly limits?: Limits;
  /** Milliseconds since 1970: the order of submission is finer than a second. */
  readonly clock: () => number;
  /** Is told what could not be done although nobody waits for it. */
  readonly report?: (event: RegistrationReport) => void;
}

/** What causes mail besides that its recipient may not have asked for. */
export interface MailingDependencies extends RegistrationDependencies {
  readonly limits: Limits;
  /** Who asked not to be invited. */
  readonly doNotInvite: DoNotInvite;
}

/** What whoever submits a form needs besides. */
export interface SubmittingDependencies extends MailingDependencies {
  readonly shadows: ShadowSubmissions;
}

export type RegistrationReport =
  | {
      readonly kind: "promotion-failed";
      readonly event: string;
      readonly place: string;
      readonly error: unknown;
    }
  /** Something was verified, and its network got no room back for it. */
  | { readonly kind: "room-not-given-back"; readonly event: string; readonly error: unknown };

/** An event, as published at the time of the request. */
export interface EventAt {
  readonly event: RegistrationEvent;
}

/**
 * Counts a mail to an address that nobody has shown to want it. The change that needs the mail is made only where it may
 * still be sent: otherwise what was sent before would be void, and nothing would come in its place.
 */
export const mayMail = ({ limits }: MailingDependencies, address: string, now: Instant): Promise<boolean> =>
  limits.within("mails", addressHash(address), now);

/** A fresh token for a registration: what is stored of it. */
export const newToken = (seal: TokenSeal, registration: string): Promise<SentToken> =>
  tokenOf(seal, registration, newSecret());

/** What is stored of a token whose secret is given to someone here and now. */
export async function tokenOf(seal: TokenSeal, registration: string, secret: string): Promise<SentToken> {
  return { hash: hashOfSecret(secret), sealed: await seal.seal(secret, registration) };
}
