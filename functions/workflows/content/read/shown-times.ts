import type { MediaWindow } from "../../../domain/addresses.ts";
import type { Consent } from "../../../domain/content/consent.ts";
import { earliest, type Instant, latestOf } from "../../../domain/instant.ts";
import { instantIn, instantOf } from "./local-time.ts";

/** From when and until when a file is shown. */
export interface ShownTimes {
  readonly publishAt: Instant;
  readonly until?: Instant;
}

/** What content says of the times of a file: of an asset of a kit, or of a picture of a page. */
interface TimedSource {
  readonly publishAt?: string | undefined;
  readonly until?: string | undefined;
  readonly consent?: Consent | undefined;
}

/** Never before its unit, never after its own end or that of the consent of those in it. The times were found right. */
export function shownTimes(source: TimedSource, unitFrom: Instant, zone: string): ShownTimes {
  const { publishAt, until: end } = source;
  const from = publishAt === undefined ? unitFrom : latestOf(unitFrom, instantIn(publishAt, zone));
  const until = earliest([end === undefined ? undefined : instantIn(end, zone), consentEnd(source, zone)]);
  return { publishAt: from, ...(until !== undefined && { until }) };
}

export const windowOf = ({ publishAt, until }: ShownTimes): MediaWindow => ({ from: publishAt, until });

/** Whether a consent has a last day, rather than none or the day on which somebody withdraws it. */
export const endsByItself = (ends: Consent["ends"]): boolean => ends !== "never" && ends !== "on-request";

/** When the consent to an asset ends of itself, if it does. The time was found right before. */
export function consentEnd(
  asset: { readonly consent?: Consent | undefined },
  zone: string,
): Instant | undefined {
  const ends = asset.consent?.ends;
  if (ends === undefined || !endsByItself(ends)) return undefined;
  const instant = instantOf(ends, zone);
  return typeof instant === "string" ? instant : undefined;
}
