import { createHash } from "node:crypto";
import { addSeconds, earliestOf } from "../../instant.ts";
import { Refusal } from "../../refusal.ts";
import { normalisedAddress } from "../address.ts";
import { isLiveAt } from "../booking.ts";
import { type Change, type DecisionContext, entered } from "../change.ts";
import { VERIFY_HOURS } from "../holds.ts";
import { ADDRESS_RULE } from "../mailbox-rules.ts";
import { amended, type Registration, type SentToken } from "../registration.ts";

const HOUR_SECONDS = 3600;

/**
 * Asks for another address. As long as it is not verified, mail goes to the old one, which still opens everything.
 * @param token made for this change
 */
export function addressAsked(
  registration: Registration,
  { email, token }: { email: string; token: SentToken },
  { event, now }: DecisionContext,
): Change {
  const until = earliestOf(addSeconds(now, VERIFY_HOURS * HOUR_SECONDS), event.end);
  return {
    before: registration,
    after: amended(registration, now, { addressChange: { email, token, until } }),
    mails: [{ kind: "verify-address", to: email }],
  };
}

/** What a page showed of the address and of the one asked for. Its form carries that back. */
export const addressSeen = ({ contact, addressChange }: Registration): string =>
  createHash("sha256")
    .update(`${contact.email} ${addressChange?.token.hash ?? ""}`)
    .digest("hex")
    .slice(0, 16);

/** @throws Refusal `address-changed` where another address was asked for, or verified, since the page was shown */
export function requireAddressSeen(registration: Registration, seen: string | undefined): void {
  if (seen === undefined || seen === addressSeen(registration)) return;
  throw new Refusal(
    "address-changed",
    409,
    "Meanwhile another address was asked for, or verified.",
    "Nothing was changed. Look at the registration as it is now, and ask again.",
    { field: "email" },
  );
}

/** The address stays as it is: what was sent to another one opens nothing any more. */
export function addressKept(
  registration: Registration,
  { now }: Pick<DecisionContext, "now">,
): Change | undefined {
  const { addressChange, ...rest } = registration;
  return addressChange && { before: registration, after: amended(rest, now, {}), mails: [] };
}

/**
 * The new address is verified: it takes the place of the old one, whose links open nothing any more. Mails to it carry
 * every booking anew, with passes and entries for its calendar.
 * @throws Refusal `address-ended`
 */
export function addressChanged(registration: Registration, { now }: DecisionContext): Change {
  const { addressChange, ...rest } = registration;
  const { contact } = rest;
  if (!addressChange || addressChange.until <= now)
    throw new Refusal(
      "address-ended",
      409,
      "The time to verify this address is over.",
      "Ask for the change once more; until then the former address is used.",
    );
  const { email, token } = addressChange;
  const bookings = rest.bookings.map((each) => (each.state === "confirmed" ? entered(each, now) : each));
  const live = bookings.filter((booking) => isLiveAt(booking, now));
  const told =
    live.length > 0
      ? live.map((booking) => ({ kind: "changed", booking }) as const)
      : [{ kind: "changed" } as const];
  return {
    before: registration,
    after: amended(rest, now, { contact: { ...contact, email }, addressRule: ADDRESS_RULE, token, bookings }),
    mails: [
      ...told,
      ...(normalisedAddress(email) === normalisedAddress(contact.email)
        ? []
        : [{ kind: "address-changed", to: contact.email } as const]),
    ],
  };
}
