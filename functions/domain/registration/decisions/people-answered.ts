import type { Instant } from "../../instant.ts";
import type { Booking } from "../booking.ts";
import { type Change, withBooking } from "../change.ts";
import type { Participant } from "../participant.ts";
import type { PersonField } from "../person-fields.ts";
import type { Registration } from "../registration.ts";

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
