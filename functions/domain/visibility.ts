import { earliest, type Instant, secondsBetween } from "./instant.ts";

/** Anything that has a first moment in public, and perhaps a last one. */
export interface Timed {
  readonly publishAt: Instant;
  /** The first instant at which it is no longer shown. */
  readonly until?: Instant | undefined;
}

/**
 * Whether something may be shown at `now`. This predicate is the whole embargo: every read asks it, with the
 * time of the request, and no job ever flips a flag.
 *
 *     publishAt            until
 *     |  shown             |
 * ----[--------------------)----> time
 */
export function isVisible(item: Timed, now: Instant): boolean {
  return item.publishAt <= now && (item.until === undefined || now < item.until);
}

/** The first instant after `now` at which `isVisible` answers otherwise for any of the items, if there is one. */
export function nextChange(items: Iterable<Timed>, now: Instant): Instant | undefined {
  const changes: Instant[] = [];
  for (const item of items) {
    if (item.publishAt > now) changes.push(item.publishAt);
    else if (item.until && item.until > now) changes.push(item.until);
  }
  return earliest(changes);
}

/** The longest that a shared cache may keep an answer, in seconds. */
export const EDGE_SECONDS = 60;
const SHORTEST_EDGE_SECONDS = 2;

/** `now` has lost up to a second, and so has the clock of a cache that counts whole seconds. */
const LOST_SECONDS = 2;

/**
 * How long the edge may keep an answer that next changes at `change`: until just before the change, at most a
 * minute, and not at all (0) in the last seconds, when a cached second could outlive the lift.
 */
export function edgeSeconds(now: Instant, change: Instant | undefined): number {
  if (change === undefined) return EDGE_SECONDS;
  const left = secondsBetween(now, change) - LOST_SECONDS;
  return left < SHORTEST_EDGE_SECONDS ? 0 : Math.min(left, EDGE_SECONDS);
}
