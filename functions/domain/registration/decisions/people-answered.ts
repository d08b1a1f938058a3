import type { Instant } from "../../instant.ts";
import { addressHashes } from "../address.ts";
import type { Booking } from "../booking.ts";
import { type Change, type DecisionContext, withBooking } from "../change.ts";
import { type Participant, withAnswers } from "../participant.ts";
import type { PersonField } from "../person-fields.ts";
import { amended, type Registration } from "../registration.ts";

/**
 * What people said whose own address this is, in a registration of somebody else: everything but the name, which holds
 * the seat that the contact booked.
 *
 * @param hashes of the address
 * @returns undefined where nobody has it
 */
export function addressForgotten(
  registration: Registration,
  hashes: readonly string[],
  { now }: Pick<DecisionContext, "now">,
): Change | undefined {
  const isTheirs = ({ answers }: Participant): boolean =>
    answers?.email !== undefined && addressHashes(answers.email).some((each) => hashes.includes(each));
  if (!registration.bookings.some(({ participants }) => participants.some(isTheirs))) return undefined;
  const bookings = registration.bookings.map((booking) => ({
    ...booking,
    participants: booking.participants.map((each) => (isTheirs(each) ? withAnswers(each, {}) : each)),
  }));
  return { before: registration, after: amended(registration, now, { bookings }), mails: [] };
}

/** What approval is given on, of what is asked of each person. */
const APPROVED_ON: readonly PersonField[] = ["position", "organisation"];

/** Whether somebody who stays says something else of what approval is given on. The desk is shown that it was changed. */
export const touchesApproval = (former: readonly Participant[], next: readonly Participant[]): boolean =>
  next.some(({ pass, answers = {} }) => {
    const known = former.find((each) => each.pass === pass);
    return known !== undefined && APPROVED_ON.some((field) => known.answers?.[field] !== answers[field]);
  });

/**
 * The same people with other answers: their passes and calendar entries stay as they are, and one mail says what was
 * changed, and not to what.
 */
export const peopleAnswered = (registration: Registration, booking: Booking, now: Instant): Change => ({
  before: registration,
  after: withBooking(registration, booking, now),
  mails: registration.verifiedAt ? [{ kind: "changed", details: ["people"] }] : [],
});
