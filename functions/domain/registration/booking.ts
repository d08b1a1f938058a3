import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Invitation } from "./invitation.ts";
import { Participant } from "./participant.ts";

/**
 * The states of a booking:
 *
 *     submit -> unverified (hold) --verify--> confirmed                           place open to all
 *                                 --verify--> pending (hold) --approve--> confirmed   place that asks approval
 *                                                            --decline--> declined
 *     no seats -> unverified-waiting --verify--> waitlisted --offer--> offered (hold) --accept--> confirmed
 *     any live state --cancel--> cancelled        a hold that runs out --> expired
 */
export const BOOKING_STATES = [
  "unverified",
  "unverified-waiting",
  "pending",
  "waitlisted",
  "offered",
  "confirmed",
  "declined",
  "cancelled",
  "expired",
] as const;
export const BookingState = v.picklist(BOOKING_STATES);
export type BookingState = v.InferOutput<typeof BookingState>;

const HOLDING: ReadonlySet<BookingState> = new Set(["unverified", "pending", "offered", "confirmed"]);
const WAITING: ReadonlySet<BookingState> = new Set(["unverified-waiting", "waitlisted"]);

/** When an order of submission was taken, to the millisecond: `2027-07-01T05:00:00.123Z`. */
export const Submitted = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

/** The seats of a registration at one place. */
export const Booking = v.object({
  /** Id of the place. */
  place: v.string(),
  state: BookingState,
  participants: v.array(Participant),
  /** The first instant at which a hold, or the time to verify, is over; only in states that have such an end. */
  until: v.optional(Instant),
  /** Since when its address holds seats here, where it shares those of an earlier submission of that address. */
  holdSince: v.optional(Instant),
  /** Order of submission, by which those wait who have the same priority. */
  submittedAt: Submitted,
  /** 0 to 9; a lower one is offered seats earlier. */
  priority: v.number(),
  /** Set at a place that asks approval, once it was given. */
  approved: v.optional(v.boolean()),
  /** At a place that asks approval: when its contact last changed what approval is given on. */
  detailsChangedAt: v.optional(Instant),
  /** Fingerprint of the time and venue of which the contact was told. */
  told: v.string(),
  /** Set where it was cancelled because the event was. */
  endedWithEvent: v.optional(v.literal(true)),
  /** Set where somebody was asked to come. */
  invitation: v.optional(Invitation),
  /** Of its calendar entry (RFC 5545, sections 3.8.7.2 and 3.8.7.4); from the first one that was sent. */
  calendar: v.optional(v.object({ sequence: v.number(), stamp: Instant })),
});
export type Booking = v.InferOutput<typeof Booking>;

/** Priority of those for whom nobody has set one. */
export const USUAL_PRIORITY = 5;

export const seatsOf = ({ participants }: Pick<Booking, "participants">): number => participants.length;
/** Whether its seats are counted as taken. */
export const holdsSeats = ({ state }: Pick<Booking, "state">): boolean => HOLDING.has(state);
/** Whether it stands in the waiting list. */
export const isWaiting = ({ state }: Pick<Booking, "state">): boolean => WAITING.has(state);
export const isLive = (booking: Pick<Booking, "state">): boolean => holdsSeats(booking) || isWaiting(booking);

/** Whether a hold, or the time to verify, is over at `now`, whether or not anything has run since. */
export const hasEnded = ({ state, until }: Booking, now: Instant): boolean =>
  isLive({ state }) && until !== undefined && until <= now;

/** Whether it is live at `now`: in a live state whose time is not over. */
export const isLiveAt = (booking: Booking, now: Instant): boolean =>
  isLive(booking) && !hasEnded(booking, now);

/** Whether freed seats may be offered to it. @param asksApproval of its place */
export function isEligible({ state, approved }: Booking, asksApproval: boolean): boolean {
  return state === "waitlisted" && (!asksApproval || approved === true);
}
