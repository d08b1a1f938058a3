import * as v from "valibot";
import { addSeconds, Instant, secondsBetween } from "../instant.ts";
import { Language } from "../language.ts";
import { Booking, isLiveAt } from "./booking.ts";
import { ADDRESS_RULES } from "./mailbox-rules.ts";

/** Who registers, for themselves or for a delegation. */
export const RegistrationContact = v.object({
  name: v.string(),
  /** As typed: this is where mail goes. Empty for who registered at the door or by telephone and has none. */
  email: v.string(),
  phone: v.optional(v.string()),
  organisation: v.optional(v.string()),
  /** Of journalists. */
  outlet: v.optional(v.string()),
  pressCard: v.optional(v.string()),
});
export type RegistrationContact = v.InferOutput<typeof RegistrationContact>;

/** Whether mail can reach a contact. Without an address nothing is locked, and nothing is sent. */
export const hasAddress = ({ email }: Pick<RegistrationContact, "email">): boolean => email !== "";

/** A token that was sent by mail: what it is compared with, and itself, sealed with a key that no table holds. */
export const SentToken = v.object({ hash: v.string(), sealed: v.string() });
export type SentToken = v.InferOutput<typeof SentToken>;

/** An address that is to replace the contact's once it is verified. */
export const AddressChange = v.object({
  email: v.string(),
  token: SentToken,
  /** The first instant at which it can be verified no longer. */
  until: Instant,
});
export type AddressChange = v.InferOutput<typeof AddressChange>;

/** One verified contact, or one to be verified, for one event. */
export const Registration = v.object({
  /** UUID; that of the form that was submitted. */
  id: v.string(),
  event: v.string(),
  /** Language of correspondence. */
  language: Language,
  /** Rises by one with every change. */
  version: v.number(),
  createdAt: Instant,
  updatedAt: Instant,
  contact: RegistrationContact,
  /** The rule under whose hash its address is locked; the first one where none is named. */
  addressRule: v.optional(v.picklist(ADDRESS_RULES)),
  verifiedAt: v.optional(Instant),
  token: SentToken,
  /** Sealed: what the links of its people are made with. */
  guestKey: v.optional(v.string()),
  /** Of version 0.1, and 0 since: guesses are counted by address. */
  wrongCodes: v.number(),
  addressChange: v.optional(AddressChange),
  bookings: v.array(Booking),
  answers: v.record(v.string(), v.string()),
  /** What someone needs in order to take part, told with a consent of its own. */
  needs: v.optional(v.string()),
  /** Mark of the network that it was submitted from (a keyed hash), until it is verified or over. */
  network: v.optional(v.string()),
  /** When the terms of the form were agreed to. */
  agreedAt: Instant,
  /** When a mail was last caused that its recipient may not have asked for: to verify, or about a duplicate. */
  askedAt: Instant,
  /** Places for invited people to which a later form of theirs was invited. */
  invitedTo: v.optional(v.array(v.string())),
  remindedAt: v.optional(Instant),
  /** Fingerprints of what organisers said to everyone at a place, and to this contact, too. */
  messages: v.optional(v.array(v.string())),
  /** When everything about it is erased. */
  eraseAt: Instant,
});
export type Registration = v.InferOutput<typeof Registration>;

export function bookingAt(registration: Registration, place: string): Booking | undefined {
  return registration.bookings.find((booking) => booking.place === place);
}

/** Whether it keeps its address to itself at `now`. */
export function isLiveRegistration({ bookings }: Registration, now: Instant): boolean {
  return bookings.some((booking) => isLiveAt(booking, now));
}

/** Whether it is live and nobody has ever verified its address: until then it is the submitter's word and no more. */
export function isUnclaimed(registration: Registration, now: Instant): boolean {
  return registration.verifiedAt === undefined && isLiveRegistration(registration, now);
}

/** Whether it is live and someone has shown that the address is theirs: no submission of others changes any of it. */
export function isClaimed(registration: Registration, now: Instant): boolean {
  return registration.verifiedAt !== undefined && isLiveRegistration(registration, now);
}

/** Whether nobody has ever proven its address, live or not. */
export const isNotProven = ({ verifiedAt }: Registration): boolean => verifiedAt === undefined;

/** How far mails lie apart that the same registration can be made to cause by whoever knows its address. */
export const ASKED_EVERY_SECONDS = 120;

/** Whether one more mail that nobody verified to have asked for may go to its address. */
export const mayAsk = ({ askedAt }: Pick<Registration, "askedAt">, now: Instant): boolean =>
  secondsBetween(askedAt, now) >= ASKED_EVERY_SECONDS;

/** Whether the contact has still to be verified for any booking. */
export const isUnverified = ({ bookings }: Pick<Registration, "bookings">): boolean =>
  bookings.some(({ state }) => state === "unverified" || state === "unverified-waiting");

/**
 * A new version of it, with the bookings that `change` makes of its own. The network is known for as long as something
 * is to be verified, and no longer.
 */
export function amended(
  registration: Registration,
  now: Instant,
  changes: Partial<Omit<Registration, "id" | "event" | "version" | "updatedAt">>,
): Registration {
  const { network, ...next } = {
    ...registration,
    ...changes,
    version: registration.version + 1,
    updatedAt: now,
  };
  return network !== undefined && isUnverified(next) ? { ...next, network } : next;
}

const DAY_SECONDS = 86_400;

/** When everything about a registration for an event that ends at `end` is to be erased. */
export const eraseAt = (end: Instant, keepDays: number): Instant => addSeconds(end, keepDays * DAY_SECONDS);

/** What is known of a contact besides name and address: what was left empty is not there. */
export type ContactDetails = Omit<RegistrationContact, "name" | "email">;
