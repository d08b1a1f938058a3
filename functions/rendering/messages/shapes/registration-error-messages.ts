import type { FieldErrorCode } from "../../../domain/registration/text/field-error.ts";

/** Refusals of registration that people can meet, in their own words. */
export type ShownRefusal =
  | "place-unknown"
  | "place-closed"
  | "place-full"
  | "place-booked"
  | "booking-unknown"
  | "booking-state"
  | "booking-changed"
  | "booking-ended"
  | "booking-size"
  | "address-ended"
  | "address-taken"
  | "address-changed"
  | "details-changed"
  | "changes-limit"
  | "event-over"
  | "submission-ended"
  | "address-limit"
  | "invitation-handed-on"
  | "people-approved"
  /** Whatever keeps the newsroom from storing, a fault of its own included. */
  | "disk-full"
  | "registration-busy";

/** What is said when a form is wrong, or when something cannot be done. */
export interface RegistrationErrorMessages {
  readonly errors: Record<FieldErrorCode, (detail: string) => string>;
  /** Above the buttons, after one was pressed by a page of another site. */
  readonly elsewhere: string;
  /** For a form that could not be worked on in time. */
  readonly busy: { readonly title: string; readonly again: string };
  readonly refusals: Record<ShownRefusal, string>;
}
