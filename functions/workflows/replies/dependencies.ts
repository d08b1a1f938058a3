import type { Clock } from "../../domain/instant.ts";
import type { RegistrationEvents } from "../../storage/newsroom/registration-events.ts";
import type { Registrations } from "../../storage/registrations/registrations.ts";

/** What answering mail is given. */
export interface ReplyDependencies {
  readonly events: Pick<RegistrationEvents, "all">;
  readonly registrations: Registrations;
  /** The addresses from which we send, or at which we take answers: from these comes our own mail. */
  readonly own: readonly string[];
  readonly clock: Clock;
  readonly report?: (event: ReplyReport) => void;
}

/** For logs: ids and kinds, never an address or a word. */
export type ReplyReport =
  | { readonly kind: "reply-answered"; readonly event: string; readonly registration: string }
  | { readonly kind: "reply-ignored"; readonly reason: IgnoredBecause };

/** Why nobody is written to. */
export type IgnoredBecause =
  /** It is no mail, or from nobody or from several. */
  | "unreadable"
  /** Our own has come back. */
  | "own"
  /** A program wrote it, and it answers no entry of a calendar. */
  | "automatic"
  /** Nobody of that address is registered for anything to come, or not for what is answered. */
  | "unknown"
  /** They say that they come, and they do. */
  | "agreed"
  /** They have been written to just now. */
  | "lately"
  /** The mail service found it so; forged by what the domain in `From` says of mail that is not its own. */
  | "spam"
  | "virus"
  | "forged";
