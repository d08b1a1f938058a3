import type { Instant } from "../../domain/instant.ts";
import type { Booking } from "../../domain/registration/booking.ts";
import { eventWords, type RegistrationEvent } from "../../domain/registration/event.ts";
import type { Registration } from "../../domain/registration/registration.ts";

/**
 * Everything that is kept of a registration, for the person it is about (GDPR, articles 15 and 20). What opens it is left
 * out: a file is passed on more easily than a link; and so is who stood at the door, which is about somebody else.
 *
 * @param notInvitedUntil until when the contact asked not to be invited
 */
export function ownData(
  registration: Registration,
  event: RegistrationEvent,
  notInvitedUntil?: Instant,
): string {
  const { token: _, guestKey: ___, addressChange, wrongCodes: __, ...rest } = registration;
  const { title, path } = eventWords(event, registration.language);
  const shown = {
    about: { title, path, start: event.start, end: event.end },
    ...rest,
    bookings: rest.bookings.map(withoutLinks),
    ...(addressChange && { newAddress: addressChange.email }),
    ...(notInvitedUntil !== undefined && { notInvitedUntil }),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

function withoutLinks(booking: Booking) {
  return {
    ...booking,
    participants: booking.participants.map(({ guest: _, checkedInBy: __, ...participant }) => participant),
  };
}
