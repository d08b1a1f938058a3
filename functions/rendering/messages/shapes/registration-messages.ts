import type { BookingState } from "../../../domain/registration/booking.ts";
import type { PlaceStanding } from "../../../domain/registration/event.ts";
import type { Counted } from "./plural.ts";

/** What became of something that the holder of a link did. */
export const OUTCOMES = [
  "mailed",
  "saved",
  "kept",
  "forgotten",
  "ended",
  "not-again",
  "invite-again",
] as const;
export type SelfOutcome = (typeof OUTCOMES)[number];

/** Why a form is shown once more with everything in it, to be sent by a button of its own. */
export type ConfirmReason = "honeypot" | "early" | "stale" | "cross-site" | "limit";

/** The words of the pages of registration, in one language. */
export interface RegistrationMessages {
  readonly title: string;
  readonly heading: (event: string) => string;
  readonly back: string;
  readonly errorPrefix: string;
  readonly errorSummary: string;
  readonly optional: string;
  readonly form: {
    readonly intro: string;
    readonly places: string;
    readonly placesHint: string;
    readonly standing: Record<Exclude<PlaceStanding, "open">, string>;
    readonly opensAt: (moment: string) => string;
    readonly approval: string;
    readonly contact: string;
    readonly name: string;
    readonly email: string;
    readonly emailHint: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly organisation: string;
    readonly press: string;
    readonly outlet: string;
    readonly pressCard: string;
    readonly coming: string;
    readonly comingSelf: string;
    readonly comingOthers: string;
    readonly ownBadge: string;
    readonly others: string;
    readonly person: (n: number) => string;
    readonly personName: string;
    readonly badge: string;
    readonly badgeHint: string;
    readonly moreRows: string;
    readonly delegation: string;
    readonly delegationHint: string;
    readonly delegationFile: string;
    /** @param size up to which a file is taken for certain */
    readonly delegationFileHint: (size: string) => string;
    /** Of the button that reads the list into the rows. */
    readonly readList: string;
    /** How many people of a list stand in the rows now. */
    readonly listed: (people: number) => string;
    readonly listedHint: string;
    /** @param what contents of columns that were passed over */
    readonly listLeft: (what: string) => string;
    readonly questions: string;
    readonly purpose: (purpose: string, days: string) => string;
    readonly days: Counted;
    readonly yes: string;
    readonly no: string;
    readonly noAnswer: string;
    readonly access: string;
    readonly needs: string;
    readonly needsHint: string;
    readonly needsConsent: string;
    readonly language: string;
    readonly privacy: string;
    readonly privacyText: (days: string) => string;
    readonly agree: string;
    readonly honeypot: string;
    readonly submit: string;
    readonly confirmTitle: string;
    readonly confirm: Record<ConfirmReason, string>;
    readonly confirmButton: string;
  };
  readonly closed: {
    readonly notYet: (moment: string) => string;
    readonly closed: string;
    readonly invitation: string;
    readonly past: string;
    readonly cancelled: string;
    readonly ask: (name: string) => string;
    readonly toEvent: string;
  };
  readonly sent: {
    readonly title: string;
    readonly text: (address: string) => string;
    readonly textWithout: string;
    readonly steps: string;
    readonly code: string;
    readonly codeHint: string;
    readonly verify: string;
    readonly nothing: string;
    readonly nothingText: string;
    readonly resend: string;
    readonly resent: string;
    readonly correct: string;
    readonly correctLabel: string;
    readonly correctButton: string;
    readonly corrected: string;
    readonly wait: string;
  };
  readonly self: {
    readonly title: string;
    readonly intro: string;
    readonly states: Record<BookingState, string>;
    readonly next: Record<BookingState, string>;
    readonly until: (moment: string) => string;
    readonly toConfirm: string;
    readonly askedFor: (moment: string) => string;
    readonly notMe: string;
    readonly beside: string;
    readonly besideText: string;
    readonly outdone: string;
    readonly addToOther: string;
    readonly joined: string;
    readonly joinedText: string;
    readonly verify: string;
    readonly verifyNewAddress: (address: string) => string;
    readonly verifyNewAddressButton: string;
    readonly accept: string;
    readonly passUp: string;
    readonly changePeople: string;
    readonly savePeople: string;
    readonly pass: string;
    readonly cancel: string;
    readonly cancelQuestion: (place: string) => string;
    readonly cancelText: string;
    readonly cancelButton: string;
    readonly passUpQuestion: (place: string) => string;
    readonly passUpText: string;
    readonly keep: string;
    readonly addPlace: string;
    readonly addPlaceButton: string;
    readonly again: string;
    readonly contact: string;
    readonly address: string;
    readonly newAddress: string;
    readonly addressHint: string;
    readonly changeAddress: string;
    readonly addressAsked: (address: string) => string;
    readonly details: string;
    readonly forgetNeeds: string;
    readonly keepAddress: string;
    readonly join: string;
    readonly calendar: string;
    readonly data: string;
    readonly dataText: string;
    readonly download: string;
    readonly remove: string;
    readonly removeText: string;
    readonly removeQuestion: string;
    readonly removeButton: string;
    readonly removed: string;
    readonly removedText: string;
    readonly done: Record<SelfOutcome, string>;
    readonly seats: Counted;
  };
  readonly link: { readonly closed: string; readonly closedText: string };
}
