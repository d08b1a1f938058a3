/** Words of the text that goes with the files of a kit, beside those that its page has too. */
export interface ReadmeMessages {
  readonly credit: string;
  /** For files that must be credited. */
  readonly howToCreditText: string;
  /** Which files need not be, where others must. */
  readonly notToCredit: (files: string) => string;
  /** Where none must. */
  readonly creditWelcomeText: string;
  readonly keepToTerms: string;
  readonly alt: string;
  readonly creator: string;
  readonly alongside: string;
  readonly intact: string;
  /** Paragraphs that say how to find out whether every file arrived as it was sent. */
  readonly intactText: readonly string[];
  readonly hours: string;
}
