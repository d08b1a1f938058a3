import type { Language } from "../../language.ts";
import { type Booking, USUAL_PRIORITY } from "../booking.ts";
import { type Change, entered, placeOf } from "../change.ts";
import type { RegistrationEvent } from "../event.ts";
import { type NamedParticipant, withPasses } from "../participant.ts";
import type { RegistrationContact, SentToken } from "../registration.ts";
import type { PlaceSeats } from "../seats.ts";
import { timeAndVenue } from "../time-and-venue.ts";
import { ceilingFor, requireDeskSize, requireNotOver } from "./desk-seats.ts";
import { newRegistration } from "./new-registration.ts";

/** Someone whom an organiser registers: at the door, or by telephone. */
export interface DeskRegistration {
  /** UUID: adding it twice is one registration. */
  readonly id: string;
  readonly language: Language;
  /** Its address may be empty. */
  readonly contact: RegistrationContact;
  readonly place: string;
  readonly people: readonly NamedParticipant[];
  /** Whether they get seats although there are none, or others wait for them. */
  readonly beyond: boolean;
}

export interface DeskCircumstances {
  readonly event: RegistrationEvent;
  readonly now: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly seats: ReadonlyMap<string, PlaceSeats>;
  readonly token: SentToken;
}

/**
 * A registration that an organiser makes: confirmed at once, approved where that is asked, until the place is over. A
 * contact with an address is told by mail; one without has the pass alone.
 *
 * @throws Refusal `place-unknown`, `place-closed`, `place-full`, `booking-size`
 */
export function addedAtDesk(asked: DeskRegistration, circumstances: DeskCircumstances): Change {
  const { event, now, at, seats, token } = circumstances;
  const { id, language, contact, place, people } = asked;
  const settings = placeOf({ event }, place);
  requireDeskSize(people.length);
  requireNotOver(event, settings, now);
  const beyond = ceilingFor(seats, { place, n: people.length, beyond: asked.beyond });
  const booking: Booking = entered(
    {
      place,
      state: "confirmed",
      participants: withPasses(people),
      submittedAt: new Date(at).toISOString(),
      priority: USUAL_PRIORITY,
      told: timeAndVenue(event, settings, language),
      ...(settings.approval && { approved: true }),
    },
    now,
  );
  return {
    before: undefined,
    after: newRegistration(
      { id, language, contact, token, bookings: [booking], verifiedAt: now },
      circumstances,
    ),
    mails: [{ kind: "confirmed", booking }],
    beyond,
  };
}
