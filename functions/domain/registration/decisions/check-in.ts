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
    }
  | { readonly answer: "not-confirmed"; readonly participant: Participant; readonly booking: Booking }
  | { readonly answer: "online"; readonly participant: Participant; readonly booking: Booking }
  | { readonly answer: "unknown" };

/**
 * Admits the holder of a pass, once: scanning it again tells since when they are in.
 * @param online places without a door: whoever has one takes part from elsewhere
 */
export function checkedIn(
  registration: Registration | undefined,
  pass: string,
  now: Instant,
  online: ReadonlySet<string> = new Set(),
): CheckIn {
  for (const booking of registration?.bookings ?? []) {
    const participant = booking.participants.find((each) => each.pass === pass);
    if (!registration || !participant) continue;
    if (booking.state !== "confirmed") return { answer: "not-confirmed", participant, booking };
    if (online.has(booking.place)) return { answer: "online", participant, booking };
    if (participant.checkedInAt)
      return { answer: "admitted-before", participant, booking, at: participant.checkedInAt };
    const admitted = { ...participant, checkedInAt: now };
    const participants = booking.participants.map((each) => (each === participant ? admitted : each));
    const next = { ...booking, participants };
    const change = { before: registration, after: withBooking(registration, next, now), mails: [] };
    return { answer: "admitted", participant: admitted, booking: next, change };
  }
  return { answer: "unknown" };
}
