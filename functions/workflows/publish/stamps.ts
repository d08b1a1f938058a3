import { addSeconds, type Clock, type Instant, latestOf, toInstant } from "../../domain/instant.ts";

/** The instants to write with. */
export interface WriteTimes {
  next(): Instant;
  last(): Instant | undefined;
}

/**
 * The time, but later than the earlier publication wrote: two versions of the same second would have the same
 * `Last-Modified`.
 */
export function writeTimesOf(clock: Clock, earlier: Instant | undefined): WriteTimes {
  let last: Instant | undefined;
  return {
    next: () => {
      last = latestOf(toInstant(clock()), last, earlier && addSeconds(earlier, 1));
      return last;
    },
    last: () => last,
  };
}
