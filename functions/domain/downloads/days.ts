import { type Instant, toInstant } from "../instant.ts";
import { Refusal } from "../refusal.ts";
import { dayOf } from "./counted-download.ts";

/** The days of a report that names none. */
const DAYS_SHOWN = 30;
/** Each day costs a question for every shard. */
const MOST_DAYS = 3 * 366;
const DAY_MS = 86_400_000;

/**
 * The days of a report, both ends included, in UTC: the last 30 up to today unless others are named.
 *
 * @throws Refusal `option-invalid` for what is no day, for an end before its beginning, for more than three years
 */
export function daysBetween(
  asked: { from?: string | undefined; to?: string | undefined },
  now: Instant,
): string[] {
  const to = asked.to === undefined ? Date.parse(dayOf(now)) : timeOf("to", asked.to);
  const from = asked.from === undefined ? to - (DAYS_SHOWN - 1) * DAY_MS : timeOf("from", asked.from);
  const count = (to - from) / DAY_MS + 1;
  if (count < 1) throw invalid("--from lies after --to.", "Give the earlier day as --from.");
  if (count > MOST_DAYS) throw invalid(`These are ${count} days.`, "Ask for three years at most.");
  return Array.from({ length: count }, (_, n) => dayOf(toInstant(new Date(from + n * DAY_MS))));
}

function timeOf(option: string, day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  if (!Number.isNaN(time) && dayOf(toInstant(new Date(time))) === day) return time; // 30 February is taken for 1 March
  throw invalid(`--${option}: ${day} is no day.`, "Write it as 2027-03-01.");
}

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
