/** What a text that is passed on takes. */
export interface GuestTextWords {
  readonly event: string;
  readonly place: string;
  readonly when: string;
}

/** The words of the pages of guest links, in one language: those of whoever registers others, and of each guest. */
export interface RegistrationGuestsMessages {
  readonly toLinks: string;
  readonly title: string;
  readonly intro: string;
  readonly make: string;
  /** Ready to be pasted before the link: it names nobody. */
  readonly text: (words: GuestTextWords) => string;
  readonly textLabel: string;
  readonly whatsApp: string;
  readonly telegram: string;
  readonly renew: string;
  readonly end: string;
  readonly noLink: string;
  readonly notComing: string;
  readonly notFinal: string;
  readonly ended: string;
  readonly seat: string;
  readonly passText: string;
  readonly aboutEvent: string;
  readonly badgeText: string;
  readonly saveBadge: string;
  readonly decline: string;
  readonly declineText: string;
  readonly declined: string;
  readonly comeAfterAll: string;
  readonly done: string;
  readonly again: string;
}
