import type { Instant } from "../instant.ts";
import { type Booking, hasEnded } from "./booking.ts";
import type { Registration } from "./registration.ts";

/** What somebody has answered to an invitation; `late` has not, and the seat is held no more. */
export const INVITATION_ANSWERS = ["asked", "yes", "no", "handed-on", "late", "withdrawn"] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

/** The answer, which is what has become of the booking. Undefined for a booking that nobody was invited to. */
export function invitationAnswer(booking: Booking, now: Instant): InvitationAnswer | undefined {
  const { invitation, state } = booking;
  if (!invitation) return undefined;
  if (invitation.handedOn) return "handed-on";
  if (hasEnded(booking, now)) return "late";
  switch (state) {
    case "offered":
      return "asked";
    case "declined":
      return "withdrawn";
    case "cancelled":
      return "no";
    case "expired":
      return "late";
    default:
      return "yes";
  }
}

/** The booking whose invitation waits for an answer, of somebody who has nothing else here. */
export function onlyInvitation({ bookings }: Registration, now: Instant): Booking | undefined {
  const [booking, ...more] = bookings;
  const isOpen = booking && more.length === 0 && invitationAnswer(booking, now) === "asked";
  return isOpen ? booking : undefined;
}

/** Whether a list brought somebody here of whom nothing came: once the list is over, nothing of them is kept. */
export const isOnlyOnList = ({ bookings }: Registration, list: string, now: Instant): boolean =>
  bookings.some(({ invitation }) => invitation?.list === list) &&
  bookings.every((booking) => {
    const answer = invitationAnswer(booking, now);
    return answer !== undefined && answer !== "yes";
  });
