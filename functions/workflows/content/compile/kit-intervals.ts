import { earliest, type Instant } from "../../../domain/instant.ts";
import { isVisible } from "../../../domain/visibility.ts";
import type { ShownTimes } from "../read/shown-times.ts";

/** A span of time in which a kit offers the same files. */
export interface KitInterval {
  readonly publishAt: Instant;
  readonly until?: Instant;
}

/**
 * The span that holds `now`, or the first one if the kit is not out yet, and the span after it: archives are made for
 * both, so that none is missing at the moment at which a file comes or goes.
 *
 *     kit              a comes          b ends          c ends
 *     |----- without a -----|--- all ---|--- without b ---|--- …
 *                  now --^        next
 *
 * @param kitFrom when the kit lifts
 * @param times of its assets
 */
export function intervalsAround(kitFrom: Instant, times: readonly ShownTimes[], now: Instant): KitInterval[] {
  const first = spanAt(kitFrom, times, now > kitFrom ? now : kitFrom);
  return first.until === undefined ? [first] : [first, spanAt(kitFrom, times, first.until)];
}

function spanAt(kitFrom: Instant, times: readonly ShownTimes[], at: Instant): KitInterval {
  const scheduledChanges = [
    kitFrom,
    ...times.flatMap(({ publishAt, until }) => (until ? [publishAt, until] : [publishAt])),
  ];
  const since = scheduledChanges.filter((each) => each <= at).sort();
  const until = earliest(scheduledChanges.filter((each) => each > at));
  return { publishAt: since.at(-1) ?? kitFrom, ...(until && { until }) };
}

/** What of a kit is offered throughout a span. */
export function offeredIn<Item extends { readonly times: ShownTimes }>(
  items: readonly Item[],
  { publishAt }: KitInterval,
): Item[] {
  return items.filter(({ times }) => isVisible(times, publishAt));
}
