import * as v from "valibot";

/**
 * A moment in UTC with whole seconds, `2020-07-30T05:00:00Z`. Two instants compare as strings do, so the same
 * value is a range key in DynamoDB, a JSON field and a feed's `updated`.
 */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "an instant such as 2020-07-30T05:00:00Z"),
);
export type Instant = v.InferOutput<typeof Instant>;

/** Tells the time. Entry points pass the system's clock, tests and `--at` pass another. */
export type Clock = () => Date;

/** The instant that holds `date`, its fraction of a second dropped: what lifts at :00 is never shown at :59.9. */
export function toInstant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(new Date(Date.parse(instant) + seconds * 1000));
}

/** Seconds from `from` to `to`; negative when `to` lies before. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** The latest of some instants, or undefined when there is none. */
export function latest(instants: Iterable<Instant | undefined>): Instant | undefined {
  let newest: Instant | undefined;
  for (const instant of instants) if (instant && (!newest || instant > newest)) newest = instant;
  return newest;
}

/** The latest of one that is there and of others that may be. */
export function latestOf(first: Instant, ...others: readonly (Instant | undefined)[]): Instant {
  let newest = first;
  for (const instant of others) if (instant !== undefined && instant > newest) newest = instant;
  return newest;
}

/** The earliest of some instants, or undefined when there is none. */
export function earliest(instants: Iterable<Instant | undefined>): Instant | undefined {
  let oldest: Instant | undefined;
  for (const instant of instants) if (instant && (!oldest || instant < oldest)) oldest = instant;
  return oldest;
}

/** The earliest of one that is there and of others that may be. */
export function earliestOf(first: Instant, ...others: readonly (Instant | undefined)[]): Instant {
  let oldest = first;
  for (const instant of others) if (instant !== undefined && instant < oldest) oldest = instant;
  return oldest;
}

/** Later than everything: what is a draft is never public. */
export const NEVER: Instant = "9999-12-31T00:00:00Z";

/** What may be shown to anyone at any time has been public since the beginning. */
export const ALWAYS: Instant = "1970-01-01T00:00:00Z";
