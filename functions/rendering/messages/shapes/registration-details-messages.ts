/** The words of the pages on which a contact changes what the form asked, in one language. */
export interface RegistrationDetailsMessages {
  readonly change: string;
  readonly intro: string;
  /** Above what stands there now, where it was changed elsewhere meanwhile. */
  readonly now: string;
  readonly nameHint: string;
  /** What changing means where a place has been approved. */
  readonly approvedOn: string;
  /** The same where it is still to be decided. */
  readonly pendingOn: string;
  readonly badges: string;
  readonly languageHint: string;
  readonly save: string;
  readonly back: string;
  readonly needsNone: string;
  readonly changeNeeds: string;
}
