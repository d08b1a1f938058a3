import { createHmac } from "node:crypto";
import type { Booking } from "../booking.ts";
import type { Participant } from "../participant.ts";
import type { Registration } from "../registration.ts";
import { hashOfSecret, opens } from "./token.ts";

const SECRET_BYTES = 24;

/**
 * The secret of a link that opens one seat. It follows from a key of the registration, which is sealed, so that its
 * contact can be shown the link again although no table holds it.
 *
 * @param pass code of the pass of that seat
 * @param nth which of its links: a renewed one has another secret
 */
export const guestSecret = (key: string, pass: string, nth: number): string =>
  createHmac("sha256", key)
    .update(`guest ${pass} ${nth}`)
    .digest()
    .subarray(0, SECRET_BYTES)
    .toString("base64url");

export const guestHash = (key: string, pass: string, nth: number): string =>
  hashOfSecret(guestSecret(key, pass, nth));

/** A seat that a guest link opens. */
export interface GuestSeat {
  readonly booking: Booking;
  readonly participant: Participant;
}

/** The seat whose link has this secret; undefined where none has, or not any more. */
export function guestSeat({ bookings }: Registration, secret: string): GuestSeat | undefined {
  for (const booking of bookings)
    for (const participant of booking.participants) {
      const hash = participant.guest?.hash;
      if (hash !== undefined && opens(secret, hash)) return { booking, participant };
    }
  return undefined;
}

/**
 * What a page showed of a seat. Its form carries that back. Whoever has the link cannot learn a name from it: the hash of
 * a secret that they do not have is its key, and it is another one after each time that a name was typed, the same or not.
 */
export const guestSeen = ({ token }: Registration, participant: Participant): string => {
  const { pass, badge = "", notComing = "", guest } = participant;
  return createHmac("sha256", token.hash)
    .update(JSON.stringify([pass, badge, notComing, guest?.nth, guest?.said]))
    .digest("hex")
    .slice(0, 16);
};
