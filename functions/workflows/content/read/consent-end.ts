import type { Consent } from "../../../domain/content/consent.ts";
import type { Instant } from "../../../domain/instant.ts";
import { instantOf } from "./local-time.ts";

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
