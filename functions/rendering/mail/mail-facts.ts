import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Instant } from "../../domain/instant.ts";
import { disclosedAddress, type PrivateAddress } from "../../domain/registration/disclosed-address.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { isForOrganisers, type OutboxMail } from "../../domain/registration/mail.ts";
import type { Registration } from "../../domain/registration/registration.ts";

/** A mail with everything that its words need. */
export interface MailFacts {
  readonly mail: OutboxMail;
  readonly event: RegistrationEvent;
  readonly site: Pick<SiteDocument, "address" | "name" | "organisation">;
  readonly now: Instant;
  /** As it is now; undefined once it was erased. */
  readonly registration?: Registration;
  /** Where the recipient sees and changes the registration; undefined for whoever must not. */
  readonly link?: string;
  /** Belongs to the link. */
  readonly code?: string;
}

/**
 * Whether the recipient comes: the mail says so, it is still so, and it is theirs to know. Nobody else is told where one
 * joins online, or gets a pass.
 */
export function comes({ mail, registration, link }: MailFacts): boolean {
  const { booking } = mail;
  const still = registration?.bookings.some(
    ({ place, state }) => place === booking?.place && state === "confirmed",
  );
  return booking?.state === "confirmed" && still === true && link !== undefined;
}

/** Where the recipient's place is, if it is theirs to know by now. */
export function addressFor(facts: MailFacts): PrivateAddress | undefined {
  const { mail, registration, event, now } = facts;
  const current = registration?.bookings.find(({ place }) => place === mail.booking?.place);
  return current && comes(facts) ? disclosedAddress(event, current, mail.language, now) : undefined;
}

/**
 * The recipient's name, or undefined where it was typed by who knows whom for an address that nobody has verified: it may
 * be mistyped, and its owner must not learn who comes, nor read a stranger's words under our name. Organisers have none.
 */
export function recipientName({ kind, name }: Pick<OutboxMail, "kind" | "name">): string | undefined {
  return kind === "verify" || kind === "verify-address" || isForOrganisers({ kind })
    ? undefined
    : name.replace(/[\p{Cc}\s]+/gu, " ").trim();
}

/** A line of what stands: when, where, as what. */
export interface MailFact {
  readonly term: string;
  readonly value: string;
  readonly href?: string;
}

/** A mail in words, before it becomes MIME. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly text: string };
  readonly passes: readonly RenderedPass[];
}

export interface RenderedPass {
  readonly name: string;
  readonly pass: string;
  /** PNG of its QR code. */
  readonly png: Buffer;
  /** Under which the HTML names the picture (RFC 2392). */
  readonly cid: string;
}
