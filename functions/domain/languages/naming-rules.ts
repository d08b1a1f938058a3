/** How names are sorted, known again and written in a language. */
export interface NamingRules {
  /** Its letters in order, in lower case. Any other letter comes after them. */
  readonly alphabet: string;
  /** What a name may end in besides itself: the endings of cases. */
  readonly caseEndings: RegExp;
  /** Words that end as surnames do once their case is off, and are none. */
  readonly otherEndings?: RegExp;
  /** Lines of a code of ISO 3166-1, or of what is used like one, a space, and the name. */
  readonly countries: string;
}
