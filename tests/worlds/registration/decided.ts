import { addSeconds, type Instant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { Booking, BookingState } from "../../../functions/domain/registration/booking.ts";
import type { Change } from "../../../functions/domain/registration/change.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { timeAndVenue } from "../../../functions/domain/registration/time-and-venue.ts";
import { OPENED } from "./registration-events.ts";

/** A moment at which one can register, four weeks before the event. */
export const NOW: Instant = "2027-07-02T05:00:00Z";
/** When everything that these registrations say was said. */
export const SAID: Instant = addSeconds(NOW, -3600);
export const SAID_AT = Date.parse(SAID);

/** A booking of two people at the place `hall`, an hour old. Where its state has an end, that is an hour ahead. */
export function bookingIn(state: BookingState, changes: Partial<Booking> = {}): Booking {
  const hasEnd = ["unverified", "unverified-waiting", "pending", "offered"].includes(state);
  return {
    place: "hall",
    state,
    participants: [
      { pass: "PASS000001", name: "Aigul Serik" },
      { pass: "PASS000002", name: "Marat Omarov", badge: "Marat" },
    ],
    ...(hasEnd && { until: addSeconds(NOW, 3600) }),
    submittedAt: new Date(SAID_AT).toISOString(),
    priority: 5,
    told: "",
    ...(state === "confirmed" && { calendar: { sequence: 0, stamp: SAID } }),
    ...changes,
  };
}

/** A registration with these bookings, told of time and venue as they are; its contact is verified where a booking says so. */
export function registrationOf(
  event: RegistrationEvent,
  bookings: readonly Booking[],
  changes: Partial<Registration> = {},
): Registration {
  const isProven = bookings.some(({ state }) => !state.startsWith("unverified") && state !== "expired");
  const language = changes.language ?? "en";
  return {
    id: "00000000-0000-4000-8000-000000000001",
    event: event.id,
    language,
    version: 3,
    createdAt: OPENED,
    updatedAt: SAID,
    contact: { name: "Aigul Serik", email: "aigul@example.org" },
    addressRule: 2,
    ...(isProven && { verifiedAt: SAID }),
    token: { hash: "hash", sealed: "sealed" },
    wrongCodes: 0,
    bookings: bookings.map((booking) => {
      const place = event.places.find(({ id }) => id === booking.place);
      return { ...booking, told: booking.told || (place ? timeAndVenue(event, place, language) : "") };
    }),
    answers: {},
    agreedAt: SAID,
    askedAt: SAID,
    eraseAt: addSeconds(event.end, event.keepDays * 86_400),
    ...changes,
  };
}

/**
 * What a decision comes to, in one line: the states of the bookings after it, then the mails. `nothing` where there is
 * nothing to do, and the code of the refusal where it is refused.
 */
export function outcomeOf(decide: () => Change | undefined): string {
  let change: Change | undefined;
  try {
    change = decide();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `refused: ${error.code}`;
  }
  if (!change) return "nothing";
  const states = change.after.bookings.map(({ state, approved }) => (approved ? `${state} approved` : state));
  const mails = change.mails.map(({ kind }) => kind);
  return `${states.join(", ")} | ${mails.length > 0 ? `mail: ${mails.join(", ")}` : "no mail"}`;
}

/** The change that a decision makes, where it must make one. */
export function changeOf(change: Change | undefined): Change {
  if (!change) throw new Error("The decision changes nothing.");
  return change;
}
