import type { Instant } from "../../instant.ts";
import type { Booking } from "../booking.ts";
import { type Change, withBooking } from "../change.ts";
import type { Participant } from "../participant.ts";
import type { Registration } from "../registration.ts";

/** What the door is told of a pass. */
export type CheckIn =
  | {
      readonly answer: "admitted";
      readonly participant: Participant;
      readonly booking: Booking;
      readonly change: Change;
    }
  | {
      readonly answer: "admitted-before";
      readonly participant: Participant;
      readonly booking: Booking;
      readonly at: Instant;
      /** Who admitted them; undefined for those of version 0.1. */
      readonly by: string | undefined;
    }
  | { readonly answer: "not-confirmed"; readonly participant: Participant; readonly booking: Booking }
  | { readonly answer: "online"; readonly participant: Participant; readonly booking: Booking }
  | { readonly answer: "unknown" };

/**
 * Admits the holder of a pass, once: a pass that is used says since when, and by whom. Whoever holds it then may be
 * somebody else, to whom it was passed on.
 *
 * @param online places without a door: whoever has one takes part from elsewhere
 * @param by who admits them
 */
export function checkedIn(
  registration: Registration | undefined,
  pass: string,
  now: Instant,
  online: ReadonlySet<string> = new Set(),
  by?: string,
): CheckIn {
  for (const booking of registration?.bookings ?? []) {
    const participant = booking.participants.find((each) => each.pass === pass);
    if (!registration || !participant) continue;
    if (booking.state !== "confirmed") return { answer: "not-confirmed", participant, booking };
    if (online.has(booking.place)) return { answer: "online", participant, booking };
    if (participant.checkedInAt)
      return {
        answer: "admitted-before",
        participant,
        booking,
        at: participant.checkedInAt,
        by: participant.checkedInBy,
      };
    const admitted = { ...participant, checkedInAt: now, ...(by !== undefined && { checkedInBy: by }) };
    return { answer: "admitted", ...replaced(registration, booking, { participant, by: admitted }, now) };
  }
  return { answer: "unknown" };
}

function replaced(
  registration: Registration,
  booking: Booking,
  { participant, by }: { participant: Participant; by: Participant },
  now: Instant,
) {
  const participants = booking.participants.map((each) => (each === participant ? by : each));
  const next = { ...booking, participants };
  const change: Change = { before: registration, after: withBooking(registration, next, now), mails: [] };
  return { participant: by, booking: next, change };
}

/** What taking a check-in back comes to. */
export type CheckOut =
  | {
      readonly answer: "undone";
      readonly participant: Participant;
      readonly booking: Booking;
      readonly at: Instant;
      readonly by: string | undefined;
      readonly change: Change;
    }
  | { readonly answer: "not-admitted"; readonly participant: Participant; readonly booking: Booking }
  | { readonly answer: "unknown" };

/** Takes back that the holder of a pass was admitted, whatever became of the booking: the pass is as it was before. */
export function checkInUndone(registration: Registration | undefined, pass: string, now: Instant): CheckOut {
  for (const booking of registration?.bookings ?? []) {
    const participant = booking.participants.find((each) => each.pass === pass);
    if (!registration || !participant) continue;
    const { checkedInAt: at, checkedInBy: by, ...rest } = participant;
    if (at === undefined) return { answer: "not-admitted", participant, booking };
    return { answer: "undone", at, by, ...replaced(registration, booking, { participant, by: rest }, now) };
  }
  return { answer: "unknown" };
}
