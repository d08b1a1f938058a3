import { createHash } from "node:crypto";
import { Refusal } from "../../refusal.ts";
import type { Booking } from "../booking.ts";
import type { Participant } from "../participant.ts";

const shown = ({ pass, name, badge, answers }: Participant) =>
  answers === undefined ? [pass, name, badge] : [pass, name, badge, Object.entries(answers).sort()];

/** What a page showed of the people of a booking. Its form carries that back. */
export const peopleSeen = ({ participants }: Pick<Booking, "participants">): string =>
  createHash("sha256")
    .update(JSON.stringify(participants.map(shown)))
    .digest("hex")
    .slice(0, 16);

/**
 * @param seen nothing where that is not known
 * @throws Refusal `details-changed` where the people, or what their badges show, were changed since the page was shown
 */
export function requirePeopleSeen(booking: Booking, seen: string | undefined): void {
  if (seen === undefined || seen === peopleSeen(booking)) return;
  throw new Refusal(
    "details-changed",
    409,
    "Meanwhile the people of this booking were changed elsewhere.",
    "Nothing was changed. Compare them with who stands there now, and save them again.",
    { field: "people" },
  );
}
