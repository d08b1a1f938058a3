/** What the form says besides its fields' names: of how it is shortened, and of what it keeps back. */
export interface RegistrationFormMessages {
  /** Beside the needs, where what was typed before is sealed in the page. */
  readonly needsKept: string;
  /** Above what one may add about oneself. */
  readonly more: string;
  /** Above questions that may be left open. */
  readonly optionalQuestions: string;
  /** How many may take part, and who else. */
  readonly peopleHint: string;
  readonly othersHint: string;
}
