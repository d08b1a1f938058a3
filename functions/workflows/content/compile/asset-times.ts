import type { MediaWindow } from "../../../domain/addresses.ts";
import type { KitSource } from "../../../domain/content/kit-source.ts";
import { earliest, type Instant, latest } from "../../../domain/instant.ts";
import { consentEnd } from "../read/consent-end.ts";
import { instantIn } from "./compilation.ts";

/** From when and until when an asset is shown. */
export interface AssetTimes {
  readonly publishAt: Instant;
  readonly until?: Instant;
}

/** Never before its kit, never after its own end or that of the consent of those in it. The times were found right. */
export function assetTimes(
  asset: Pick<KitSource["assets"][number], "publishAt" | "until" | "consent">,
  kitFrom: Instant,
  zone: string,
): AssetTimes {
  const { publishAt, until: end } = asset;
  const from = publishAt === undefined ? kitFrom : latest([kitFrom, instantIn(publishAt, zone)]);
  const until = earliest([end === undefined ? undefined : instantIn(end, zone), consentEnd(asset, zone)]);
  return { publishAt: from ?? kitFrom, ...(until !== undefined && { until }) };
}

export const windowOf = ({ publishAt, until }: AssetTimes): MediaWindow => ({ from: publishAt, until });
