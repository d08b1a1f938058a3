import type { PlaceStanding, RegistrationEvent } from "../../../../domain/registration/event.ts";
import type { FormValues } from "../../../../domain/registration/form/form.ts";
import type { Availability } from "../../../../domain/registration/seats.ts";
import type { FieldError } from "../../../../domain/registration/text/field-error.ts";
import type { ConfirmReason } from "../../../messages/shapes/registration-messages.ts";

/** A place as the form shows it. */
export interface OfferedPlace {
  readonly id: string;
  readonly standing: PlaceStanding;
  /** Undefined where nobody could look. */
  readonly availability: Availability | undefined;
}

/** What the page with the form shows. */
export interface FormPageFacts {
  readonly event: RegistrationEvent;
  /** In the order of the event; those for invited people only where one was invited. */
  readonly places: readonly OfferedPlace[];
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly formToken: string;
  /** Opens a place for invited people. */
  readonly invitation?: string | undefined;
  /** Ids of places that the address names. */
  readonly linked?: readonly string[] | undefined;
  /** Why it is shown once more although nothing is wrong. */
  readonly confirm?: ConfirmReason | undefined;
  /** People whom a list named and who stand in the rows now, to be looked at; and what of the list was left out. */
  readonly listed?: { readonly people: number; readonly left: readonly string[] } | undefined;
  /** What the second button carries where much came from one network; empty where nothing is to be carried. */
  readonly proof?: string | undefined;
  /** Where it is sent. */
  readonly action: string;
  /** Rows for people. */
  readonly rows: number;
  /** Something that went wrong on our side, in words. */
  readonly notice?: string | undefined;
}
