/** Refusals of a request that is too much, or no form, for their reader. */
export const REQUEST_REFUSAL_CODES = [
  "form-too-large",
  "form-too-many-fields",
  "form-unreadable",
  "form-charset",
  "address-too-long",
  "cookies-too-long",
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSAL_CODES)[number];

/** The limits as the reader reads them: sizes with their units, numbers grouped. */
export interface LimitsInWords {
  readonly form: string;
  /** Of a file with names, at the address that reads lists. */
  readonly file: string;
  readonly fields: string;
  readonly values: string;
  readonly target: string;
  readonly cookies: string;
}

interface RequestRefusalWords {
  readonly title: string;
  /** What the limit is, and what to do. */
  readonly text: (limits: LimitsInWords) => string;
}

export type RequestRefusalMessages = Readonly<Record<RequestRefusal, RequestRefusalWords>>;
