/** Why a field is not accepted; each has words in every language. */
export type FieldErrorCode =
  | "place-missing"
  | "place-unavailable"
  | "name-missing"
  | "name-without-letters"
  | "text-damaged"
  | "web-address"
  | "email-missing"
  | "email-invalid"
  | "email-number"
  | "email-own"
  | "phone-invalid"
  | "outlet-missing"
  | "coming-missing"
  | "people-missing"
  | "people-too-many"
  | "person-name-missing"
  | "delegation-missing"
  | "delegation-unreadable"
  | "delegation-line-unreadable"
  | "delegation-columns"
  | "delegation-commas"
  | "delegation-heading"
  | "delegation-name-missing"
  | "delegation-too-long"
  | "too-long"
  | "answer-missing"
  | "answer-unknown"
  | "answer-number"
  | "answer-date"
  | "needs-consent-missing"
  | "agree-missing"
  | "code-wrong"
  | "people-full"
  | "people-over-capacity"
  | "people-approved";

export interface FieldError {
  /** Name of the field, to which the summary links. */
  readonly field: string;
  readonly code: FieldErrorCode;
  /** A number or a name that its words take; of a delegation, the number of the line and another one after a blank. */
  readonly detail?: string;
}

/** Notes that something is wrong with a field. */
export type Wrong = (field: string, code: FieldErrorCode, detail?: string) => void;

/** A list of what is wrong, and what adds to it. */
export function fieldErrors(): { readonly errors: FieldError[]; readonly wrong: Wrong } {
  const errors: FieldError[] = [];
  return {
    errors,
    wrong: (field, code, detail) => {
      errors.push({ field, code, ...(detail !== undefined && { detail }) });
    },
  };
}
