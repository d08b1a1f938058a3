import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { type Booking, Booking as BookingSchema } from "./booking.ts";
import { OrganiserNews } from "./organisers.ts";
import { withAnswers } from "./participant.ts";
import { hasAddress, type Registration } from "./registration.ts";
import { TimeAndVenue } from "./time-and-venue.ts";

/** Mails to organisers: numbers, and nothing of anybody. */
export const ORGANISER_MAILS = [
  "organisers-full",
  "organisers-approval",
  "organisers-bounced",
  "organisers-digest",
] as const;

export const isForOrganisers = ({ kind }: { readonly kind: string }): boolean =>
  ORGANISER_MAILS.some((each) => each === kind);

/** Every mail that registration sends, by what it says. */
export const MAIL_KINDS = [
  "verify",
  "duplicate",
  "reply",
  "pending",
  "confirmed",
  "waiting",
  "offer",
  "invitation",
  "invitation-reminder",
  "approved",
  "declined",
  "changed",
  "moved",
  "moved-from",
  "cancelled",
  "expired",
  "reminder",
  "event-moved",
  "directions",
  "event-cancelled",
  "event-again",
  "message",
  "not-coming",
  "verify-address",
  "address-changed",
  "erased",
  ...ORGANISER_MAILS,
] as const;
/** Those to people, in which an event may have its own words. */
export const PERSON_MAILS = MAIL_KINDS.filter((kind) => !isForOrganisers({ kind }));
/** What the contact can change of what the form asked, as a mail names it: never what it was changed to. */
export const CHANGED_DETAILS = [
  "name",
  "phone",
  "organisation",
  "outlet",
  "pressCard",
  "language",
  "answers",
  "badges",
  /** What each person was asked. */
  "people",
] as const;
export const ChangedDetail = v.picklist(CHANGED_DETAILS);
export type ChangedDetail = v.InferOutput<typeof ChangedDetail>;

export const MailKind = v.picklist(MAIL_KINDS);
export type MailKind = v.InferOutput<typeof MailKind>;

/** A mail that a change causes. */
export interface MailDraft {
  readonly kind: MailKind;
  /** The booking that it is about, as it is after the change. */
  readonly booking?: Booking;
  /** Where it goes if not to the contact. */
  readonly to?: string;
  /** What the organiser says: with a decision, or to everyone at a place. */
  readonly note?: string;
  /** When and where it was to be, in a mail that tells of another time or venue. */
  readonly was?: TimeAndVenue;
  /** What the contact has changed. */
  readonly details?: readonly ChangedDetail[];
}

/** A mail that is to be sent, in the transaction of the change that caused it. */
export const OutboxMail = v.object({
  registration: v.string(),
  event: v.string(),
  /** Version of the registration that caused it: mails of one registration go in that order. */
  version: v.number(),
  index: v.number(),
  kind: MailKind,
  to: v.string(),
  name: v.string(),
  language: Language,
  createdAt: Instant,
  booking: v.optional(BookingSchema),
  note: v.optional(v.string()),
  /** What organisers are told. */
  news: v.optional(OrganiserNews),
  was: v.optional(TimeAndVenue),
  details: v.optional(v.pipe(v.array(ChangedDetail), v.readonly())),
});
export type OutboxMail = v.InferOutput<typeof OutboxMail>;

/** No mail repeats what people answered. */
const withoutAnswers = (booking: Booking): Booking => ({
  ...booking,
  participants: booking.participants.map((each) => withAnswers(each, {})),
});

/**
 * The mails of a change as they are stored: with everything of the person that they need, since a person can go. Nothing
 * is written to a contact without an address.
 */
export function outboxOf(after: Registration, drafts: readonly MailDraft[]): OutboxMail[] {
  const reachable = drafts.filter(({ to = after.contact.email }) => hasAddress({ email: to }));
  return reachable.map(({ kind, booking, to, note, was, details }, index) => ({
    registration: after.id,
    event: after.event,
    version: after.version,
    index,
    kind,
    to: to ?? after.contact.email,
    name: after.contact.name,
    language: after.language,
    createdAt: after.updatedAt,
    ...(booking && { booking: withoutAnswers(booking) }),
    ...(note !== undefined && { note }),
    ...(was && { was }),
    ...(details && { details }),
  }));
}
