import type { Instant } from "../../../domain/instant.ts";
import type { RegistrationEvent } from "../../../domain/registration/event.ts";
import type { AddedPlaceValues } from "../../../domain/registration/form/check-added-place.ts";
import type { Registration } from "../../../domain/registration/registration.ts";
import type { FieldError } from "../../../domain/registration/text/field-error.ts";
import type { SelfOutcome } from "../../messages/shapes/registration-messages.ts";

/** What a holder of the link can do; each is sent to `{path of the registration}/{action}`. */
export const SELF_ACTIONS = [
  "verify",
  "not-me",
  "join",
  "accept",
  "pass-up",
  "say-no",
  "hand-on",
  "not-again",
  "invite-again",
  "people",
  "cancel",
  "add-place",
  "address",
  "keep-address",
  "forget-needs",
  "delete",
] as const;
export type SelfAction = (typeof SELF_ACTIONS)[number];

/** Field that names the place that an action is about. */
export const PLACE_FIELD = "place";
/** Field that names the submission which was not theirs. */
export const SUBMISSION_FIELD = "submission";
/** What a button was shown with: the state of its booking, or the address. */
export const SEEN_FIELD = "seen";
/** Set where a question was answered with yes. */
export const SURE_FIELD = "sure";

export interface RegistrationPageFacts {
  readonly event: RegistrationEvent;
  readonly registration: Registration;
  readonly token: string;
  /** Whether the link verifies another address. */
  readonly isForNewAddress: boolean;
  /** Ids of listed places that one can register for now. */
  readonly available: readonly string[];
  readonly errors: readonly FieldError[];
  /** Other submissions of its address, as long as nobody has proven it. */
  readonly beside?: readonly Registration[] | undefined;
  /** Whether another submission of its address was confirmed, with which this one ended. */
  readonly isOutdone?: boolean;
  /** Of somebody who may say whether lists may invite them: until when they asked that none does. */
  readonly inviting?: { readonly notUntil?: Instant | undefined } | undefined;
  /** What has just been done. */
  readonly done?: SelfOutcome | undefined;
  /** What was refused, in the reader's words. */
  readonly refused?: string | undefined;
  /** What was typed about a place, shown again with what is wrong. */
  readonly typed?: TypedPlace | undefined;
  readonly typedAddress?: string | undefined;
  /** Who was named to come instead of somebody who is invited. */
  readonly typedSuccessor?: { readonly name: string; readonly email: string } | undefined;
}

export interface TypedPlace extends AddedPlaceValues {
  readonly action: Extract<SelfAction, "people" | "add-place" | "verify">;
  readonly rows: number;
}
