/** What the edge answers itself, before any function is asked: one sentence each, as it is. */
export interface EdgeWords {
  readonly readOnly: string;
  readonly formTooLarge: string;
  readonly tooManyRequests: string;
}
