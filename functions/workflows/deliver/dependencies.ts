import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Clock, Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import type { TokenSeal } from "../../domain/registration/token-seal.ts";
import type { Mailboxes } from "../../storage/mailboxes.ts";
import type { Outbox } from "../../storage/outbox.ts";
import type { RegistrationEvents } from "../../storage/registration-events.ts";
import type { Registrations } from "../../storage/registrations.ts";

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

/** What delivering is given. */
export interface DeliverDependencies {
  readonly outbox: Outbox;
  readonly registrations: Pick<Registrations, "registration">;
  readonly mailboxes: Mailboxes;
  readonly events: RegistrationEvents;
  readonly site: (language: Language) => Promise<MailFacts["site"]>;
  readonly seal: TokenSeal;
  /** The address of the page that a token opens. */
  readonly linkTo: (language: Language, token: string) => string;
  /** Sends, and answers the id that the mail service gave. @throws MailRefused when it will never be taken */
  readonly send: (facts: MailFacts) => Promise<string>;
  readonly clock: Clock;
  /** Who claims: this very process. */
  readonly owner: string;
  readonly report?: (event: DeliverReport) => void;
}

/** For logs: ids and kinds, never an address. */
export type DeliverReport =
  | { readonly kind: "sent"; readonly mail: OutboxMail; readonly seconds: number }
  | { readonly kind: "failed"; readonly mail: OutboxMail; readonly reason: string };

/** The mail service takes this mail from nobody at no time: the address is none, or its server says so for good. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}
