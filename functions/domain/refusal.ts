/** Every reason for which Dateline refuses something, each explained in docs/refusals.md. */
export type RefusalCode =
  | "address-not-found"
  | "release-not-found"
  | "event-not-found"
  | "kit-not-found"
  | "figure-not-found"
  | "statement-not-found"
  | "address-gone"
  | "early-closed"
  | "method-not-allowed"
  | "query-invalid"
  | "newsroom-empty"
  | "content-invalid"
  | "publish-lease-held"
  | "publish-preempted"
  | "emergency-pending"
  | "emergency-nothing"
  | "hiding-over"
  | "redaction-missing"
  | "file-taken-down"
  | "unit-hidden"
  | "unit-taken-down"
  | "publish-unit-missing"
  | "publish-would-hide"
  | "publish-would-return"
  | "removal-unanswered"
  | "publish-interrupted"
  | "document-too-large"
  | "public-address-missing"
  | "newsroom-unreachable"
  | "credentials-missing"
  | "port-taken"
  | "already-running"
  | "java-missing"
  | "dynamodb-unreachable"
  | "disk-full"
  | "state-unusable"
  | "perl-missing"
  | "node-version"
  | "option-invalid"
  | "file-unusable"
  | "early-person-invalid"
  | "early-unit-unknown"
  | "early-unit-public"
  | "early-grant-unknown"
  | "stage-unknown"
  | "domain-incomplete"
  | "original-unknown"
  | "original-named"
  | "original-damaged"
  | "artwork-tool-missing"
  | "place-unknown"
  | "place-closed"
  | "place-full"
  | "place-booked"
  | "booking-unknown"
  | "person-unknown"
  | "booking-state"
  | "booking-changed"
  | "address-changed"
  | "details-changed"
  | "changes-limit"
  | "event-over"
  | "submission-ended"
  | "address-limit"
  | "booking-ended"
  | "address-ended"
  | "invitation-handed-on"
  | "address-taken"
  | "person-added"
  | "people-approved"
  | "booking-size"
  | "registration-unknown"
  | "registration-busy"
  | "form-too-large"
  | "form-too-many-fields"
  | "form-unreadable"
  | "form-charset"
  | "address-too-long"
  | "cookies-too-long"
  | "check-in-early"
  | "why-missing"
  | "fault";

/** What may go with a refusal: the values that would have been accepted, for the API to name. */
export interface RefusalDetail {
  /** The parameter or field that is at fault. */
  readonly field?: string;
  readonly allowed?: readonly string[];
  readonly cause?: unknown;
}

/**
 * A refusal is a value of the domain: thrown where the rule lives and turned into an answer in one place, a page
 * or problem+json over HTTP, one line and a non-zero exit at the command line.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";

  /**
   * @param code stable name of the reason
   * @param status HTTP status that tells it
   * @param message what is wrong, one sentence
   * @param help what to do about it, one sentence
   */
  constructor(
    readonly code: RefusalCode,
    readonly status: number,
    message: string,
    readonly help: string,
    readonly detail: RefusalDetail = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
  }
}

/** What is wrong and what to do about it, as one reads it on a line. */
export function refusalLine({ message, help }: { readonly message: string; readonly help: string }): string {
  return `${message} ${help}`;
}
