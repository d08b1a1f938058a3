import type { Instant } from "../../instant.ts";
import { MOST_UNPROVEN } from "../address-lock.ts";
import { isClaimed, type Registration } from "../registration.ts";
import { isSameSubmission } from "./resubmit.ts";
import type { Submission, SubmissionCircumstances } from "./submit.ts";

/** What is stored under a form and its address at the moment of a submission. */
export interface StoredBefore {
  /** What this form made, as long as nobody has proven the address. */
  readonly mine: Registration | undefined;
  /** Whether this form made a registration that it changes no more. */
  readonly isSpent: boolean;
  /** Whose address it is, because they have proven it, even if the time of their registration is over. */
  readonly holder: Registration | undefined;
  /** How many other submissions of the address can still be verified. */
  readonly beside: number;
}

/** Whether one more mail may go to the address. To ask is to count it, so it is asked only where it matters. */
export type MailBudget = "not-asked" | "left" | "used-up";

export interface NextStepCircumstances extends Pick<SubmissionCircumstances, "event" | "now"> {
  readonly mail: MailBudget;
}

/** What is to be done about a submission. */
export type NextStep =
  | { readonly step: "repeat"; readonly id: string }
  | { readonly step: "ask-for-mail" }
  | { readonly step: "store"; readonly outcome: "registered" | "replaced" }
  | KeepAside;

/** The submission becomes no registration: it is kept, without seats, for as long as its sender can correct the address. */
export interface KeepAside {
  readonly step: "keep-aside";
  /** The address is somebody's; or it has too many submissions, or its mails are used up. */
  readonly outcome: "duplicate" | "surplus";
  /** Whether it has to be stored: not where the same form stands under the same address. */
  readonly isKept: boolean;
  /** What the same form made under another address: it is deleted. */
  readonly ends: Registration | undefined;
  /** When the form was first submitted, as far as that is stored. */
  readonly since: Instant | undefined;
}

/**
 * Decides what a submission comes to beside what is stored. In this order:
 *
 *     this form, unproven, says the same --> repeat        nothing to do
 *     the address is proven, and live    --> keep aside    "duplicate": one more mail to its owner
 *     five others of this address        --> keep aside    "surplus"
 *     its mails are used up              --> keep aside    "surplus"
 *     this form, unproven, said other    --> store         "replaced"
 *     anything else                      --> store         "registered"
 */
export function nextStep(
  submission: Submission,
  before: StoredBefore,
  { event, now, mail }: NextStepCircumstances,
): NextStep {
  const { mine, holder, beside } = before;
  if (mine && isSameSubmission(mine, submission, { event, now })) return { step: "repeat", id: mine.id };
  if (holder && isClaimed(holder, now)) return keepAside("duplicate", submission, before);
  if (beside >= MOST_UNPROVEN || mail === "used-up") return keepAside("surplus", submission, before);
  if (mail === "not-asked") return { step: "ask-for-mail" };
  return { step: "store", outcome: mine ? "replaced" : "registered" };
}

export function keepAside(
  outcome: KeepAside["outcome"],
  { contact }: Pick<Submission, "contact">,
  { mine }: Pick<StoredBefore, "mine">,
): KeepAside {
  const ends = mine && mine.contact.email !== contact.email ? mine : undefined;
  return { step: "keep-aside", outcome, isKept: !mine || ends !== undefined, ends, since: mine?.createdAt };
}

/**
 * Whether the form needs an id of its own: what it made is verified, over or deleted, and a form makes one registration.
 * @param isMailed whether a mail of that id is stored although the registration is not
 */
export const needsNewId = ({ mine, isSpent }: StoredBefore, isMailed: boolean): boolean =>
  isSpent || (isMailed && !mine);
