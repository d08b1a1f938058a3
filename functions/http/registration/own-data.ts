import { type RegistrationEvent, wordsIn } from "../../domain/registration/event.ts";
import type { Registration } from "../../domain/registration/registration.ts";

/**
 * Everything that is kept of a registration, for the person it is about (GDPR, articles 15 and 20). What opens it is left
 * out: a file is passed on more easily than a link; and so is who stood at the door, which is about somebody else.
 */
export function ownData(registration: Registration, event: RegistrationEvent): string {
  const { token: _, addressChange, wrongCodes: __, ...rest } = registration;
  const bookings = rest.bookings.map((booking) => ({
    ...booking,
    participants: booking.participants.map(({ checkedInBy: ___, ...participant }) => participant),
  }));
  const { title, path } = wordsIn(event, registration.language);
  const shown = {
    about: { title, path, start: event.start, end: event.end },
    ...rest,
    bookings,
    ...(addressChange && { newAddress: addressChange.email }),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}
