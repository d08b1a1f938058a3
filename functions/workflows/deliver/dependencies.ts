import type { Clock } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import type { TokenSeal } from "../../domain/registration/links/token-seal.ts";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import type { MailFacts } from "../../rendering/mail/mail-facts.ts";
import type { RegistrationEvents } from "../../storage/newsroom/registration-events.ts";
import type { Limits } from "../../storage/registrations/limits.ts";
import type { Mailboxes } from "../../storage/registrations/mailboxes.ts";
import type { Outbox } from "../../storage/registrations/outbox.ts";
import type { Registrations } from "../../storage/registrations/registrations.ts";

/** What delivering is given. */
export interface DeliverDependencies {
  readonly outbox: Outbox;
  readonly registrations: Pick<Registrations, "registration">;
  readonly mailboxes: Mailboxes;
  readonly limits: Limits;
  readonly events: RegistrationEvents;
  readonly site: (language: Language) => Promise<MailFacts["site"]>;
  readonly seal: TokenSeal;
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
  /** Not sent because it would say what is no longer so, or to a mailbox that takes none or has had too many. */
  | { readonly kind: "dropped"; readonly mail: OutboxMail; readonly reason: string }
  | { readonly kind: "failed"; readonly mail: OutboxMail; readonly reason: string };

/** The mail service takes this mail from nobody at no time: the address is none, or its server says so for good. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}
