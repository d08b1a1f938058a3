import * as v from "valibot";
import { addSeconds, earliest, Instant, secondsBetween } from "../instant.ts";
import { Refusal } from "../refusal.ts";
import { type DecisionContext, placeOf } from "./change.ts";
import { lastInstant } from "./holds.ts";
import { eraseAt } from "./registration.ts";

/** A list of people who are invited to a place: where it comes from, and until when anything of it is kept. */
export const GuestList = v.object({
  id: v.string(),
  event: v.string(),
  place: v.string(),
  /** Who invites, as the mails name them. */
  by: v.string(),
  /** The source of consent, which the mails name as well. */
  source: v.string(),
  createdAt: Instant,
  /** Until when seats are held for those who have not answered. */
  holdUntil: Instant,
  /** When they are reminded, once. */
  remindAt: Instant,
  /** When everyone of it is erased who does not come. */
  until: Instant,
  /** Ids of the invitations that were made; no names, no addresses. */
  invited: v.array(v.string()),
});
export type GuestList = v.InferOutput<typeof GuestList>;

/** Dates of a list as they are asked for; what is not named follows from the place and the event. */
export interface ListDates {
  readonly holdUntil?: Instant | undefined;
  readonly remindAt?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/**
 * The dates of a list: seats are held until registration for the place closes, or as long as any are given; people are
 * reminded half way to that; the list ends with everything else of the event.
 *
 *     now      remindAt     holdUntil      until      everything of the event is erased
 * ----|------------|------------|------------|------------|----> time
 *
 * @throws Refusal `place-unknown`, `place-closed`, `option-invalid`
 */
export function listDates(
  asked: ListDates,
  place: string,
  { event, now }: DecisionContext,
): Required<{ [Name in keyof ListDates]: Instant }> {
  const settings = placeOf({ event }, place);
  const last = lastInstant(settings);
  if (event.status === "cancelled" || last <= now)
    throw new Refusal(
      "place-closed",
      409,
      `Seats at ${place} are given no more.`,
      "Nobody can be invited there.",
      { field: "place" },
    );
  const usual = settings.closes > now ? earliest([settings.closes, last]) : last;
  const holdUntil = asked.holdUntil ?? usual ?? last;
  if (holdUntil <= now || holdUntil > last)
    throw invalid("--hold-until", `Seats can be held from now until ${last}.`);
  const half = Math.round(secondsBetween(now, holdUntil) / 2);
  const remindAt = asked.remindAt ?? addSeconds(now, half);
  if (remindAt <= now || remindAt >= holdUntil)
    throw invalid(
      "--remind",
      `People can be reminded from now until ${holdUntil}, when their seats are free.`,
    );
  const end = eraseAt(event.end, event.keepDays);
  const until = asked.until ?? end;
  if (until < holdUntil || until > end)
    throw invalid(
      "--until",
      `A list can end between ${holdUntil} and ${end}, when everything of the event is erased.`,
    );
  return { holdUntil, remindAt, until };
}

function invalid(option: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, `${option} is no time that fits.`, help);
}
