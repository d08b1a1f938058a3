import type { Instant } from "../instant.ts";
import { LANGUAGES, type Language } from "../language.ts";
import type { Booking } from "./booking.ts";
import { placeIn, type RegistrationEvent } from "./event.ts";

/** Where a place is, for those who may know it. */
export interface PrivateAddress {
  readonly address?: string | undefined;
  readonly directions?: string | undefined;
}

/** The private address of a place in a language, or in that of the source, whoever asks; undefined where it has none. */
export function privateAddress(
  event: RegistrationEvent,
  place: string,
  language: Language,
): PrivateAddress | undefined {
  const order = [language, event.source, ...LANGUAGES].map((each) =>
    event.words.find((words) => words.language === each),
  );
  for (const words of order) {
    const { address, directions } = words?.places[place] ?? {};
    if (address !== undefined || directions !== undefined) return { address, directions };
  }
  return undefined;
}

/**
 * The private address of a booking's place, if it may be told now: to nobody whose booking is not confirmed, and then when
 * the place says so.
 *
 *     on-confirmation  whoever is confirmed
 *     after-approval   whoever a press officer approved; a place that no longer asks approval tells those approved before
 *     at TIME          whoever is confirmed, from that moment on
 *
 * Every door through which it passes asks here: mail, calendar entry, the page behind the link.
 */
export function disclosedAddress(
  event: RegistrationEvent,
  booking: Pick<Booking, "place" | "state" | "approved">,
  language: Language,
  now: Instant,
): PrivateAddress | undefined {
  const tell = placeIn(event, booking.place)?.tell;
  if (!tell || booking.state !== "confirmed" || event.status === "cancelled") return undefined;
  if (tell.when === "after-approval" && booking.approved !== true) return undefined;
  if (tell.when === "at" && now < tell.at) return undefined;
  return privateAddress(event, booking.place, language);
}
