import type { BookingState } from "../../../domain/registration/booking.ts";
import type { MailKind } from "../../../domain/registration/mail.ts";
import type { PlaceSeats } from "../../../domain/registration/seats.ts";

/** What the words of a mail take. */
export interface MailWords {
  readonly event: string;
  readonly place: string;
  /** A moment that matters: the end of a hold or of an offer. */
  readonly until: string;
  /** How many there are of what organisers are told about. */
  readonly count: number;
  /** Of an invitation: who invites, why they write, and who gave up the seat for the recipient, if somebody did. */
  readonly by: string;
  readonly source: string;
  readonly handedFrom: string | undefined;
}

export interface MailWordsFor {
  readonly subject: (words: MailWords) => string;
  /** Paragraphs, in their order. */
  readonly text: (words: MailWords) => readonly string[];
  /** On the button that leads to the registration, where there is a link. */
  readonly button?: string;
}

/** The words of the mails of registration, in one language. */
export interface RegistrationMailMessages {
  /** @param name undefined where it is not to be said */
  readonly greeting: (name: string | undefined) => string;
  readonly kinds: Record<MailKind, MailWordsFor>;
  readonly code: string;
  readonly when: string;
  /** “10:00 Astana time (UTC+5)”: whose clock it is. */
  readonly localTime: (when: string, city: string, offset: string) => string;
  /** Before what was and what is, where it has changed. */
  readonly moved: Record<"when" | "where" | "address", { readonly former: string; readonly now: string }>;
  readonly where: string;
  /** Before an address that only those who come are told. */
  readonly address: string;
  readonly directions: string;
  readonly place: string;
  readonly join: string;
  readonly bring: string;
  /** Before links to calendars on the web. */
  readonly calendars: string;
  readonly people: string;
  /** Before the names of what the contact has changed. */
  readonly changedDetails: string;
  readonly passes: string;
  readonly passesText: string;
  readonly pass: string;
  readonly note: string;
  /** What organisers are told of a place. */
  readonly organisers: {
    readonly seats: (seats: PlaceSeats) => string;
    readonly states: Record<BookingState, string>;
  };
  readonly manage: string;
  readonly bareLink: string;
  readonly notYou: string;
  readonly reply: (contact: string) => string;
  /** Before the title of an entry that goes because the booking does. */
  readonly ended: string;
  /** In the entry of a calendar: how to change or cancel. */
  readonly calendar: string;
}
