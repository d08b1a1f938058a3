import type { LinkSigner } from "../../domain/early/link-signer.ts";
import type { RegistrationEvents } from "../../storage/newsroom/registration-events.ts";
import type { SubmittingDependencies } from "../../workflows/registration/dependencies.ts";
import type { ReadDependencies } from "../request/dependencies.ts";

/** What the routes of registration are given. */
export interface RegistrationAppDependencies extends ReadDependencies {
  readonly registering: SubmittingDependencies;
  readonly events: RegistrationEvents;
  /** Signs forms and invitations. */
  readonly signer: LinkSigner;
  /** The address that takes what calendars answer, where there is one. */
  readonly replies?: string | undefined;
  /** The secrets of which the edge sends one with every request. */
  readonly edgeSecrets: () => Promise<readonly string[]>;
  /** How long a request may take from its arrival, in milliseconds; ten seconds. */
  readonly deadlineMs?: number;
  /** Whether cookies go over HTTPS alone: everywhere but on one machine. */
  readonly secure: boolean;
}
