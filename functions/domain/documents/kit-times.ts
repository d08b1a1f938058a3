import * as v from "valibot";
import { Instant } from "../instant.ts";
import { isVisible } from "../visibility.ts";

/** Files of a kit that have a beginning or an end of their own: those of the same times together. */
export const OwnTimes = v.object({
  publishAt: Instant,
  until: v.optional(Instant),
  assetCount: v.number(),
  totalBytes: v.number(),
});
export type OwnTimes = v.InferOutput<typeof OwnTimes>;

/** The same with their positions among all assets of the kit, from 0. */
export const PlacedOwnTimes = v.object({ ...OwnTimes.entries, at: v.array(v.number()) });
export type PlacedOwnTimes = v.InferOutput<typeof PlacedOwnTimes>;

/** How much a kit or its entry in a list holds. */
export interface KitTotals {
  readonly assetCount: number;
  readonly totalBytes: number;
}

interface Stored extends KitTotals {
  readonly ownTimes?: readonly OwnTimes[] | undefined;
}

/**
 * How many files the kit shows at `now`, and how many bytes they have. What is stored counts all of them, so pages,
 * lists and the API show nothing but this: a number would betray what has not lifted.
 */
export function kitTotalsAt({ assetCount, totalBytes, ownTimes = [] }: Stored, now: Instant): KitTotals {
  const hidden = ownTimes.filter((times) => !isVisible(times, now));
  return {
    assetCount: hidden.reduce((left, each) => left - each.assetCount, assetCount),
    totalBytes: hidden.reduce((left, each) => left - each.totalBytes, totalBytes),
  };
}

/** Every instant at which what a kit holds changes by the clock alone. */
export function scheduledKitChanges({ ownTimes = [] }: Pick<Stored, "ownTimes">): Instant[] {
  return ownTimes.flatMap(({ publishAt, until }) => (until === undefined ? [publishAt] : [publishAt, until]));
}
