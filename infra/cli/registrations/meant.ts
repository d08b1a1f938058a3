import { Refusal } from "../../../functions/domain/refusal.ts";
import type { Booking, BookingState } from "../../../functions/domain/registration/booking.ts";
import { bookingAt, type Registration } from "../../../functions/domain/registration/registration.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { counted } from "./counted.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** @throws Refusal `event-not-found`, `registration-unknown` */
export async function found(desk: Desk, [name = "", id = ""]: readonly string[]) {
  const event = await desk.event(name);
  const registration = await desk.registering.registrations.registration(event.id, id.toLowerCase());
  if (registration) return { event, registration };
  throw new Refusal(
    "registration-unknown",
    404,
    `There is no registration ${id} for ${event.slug}.`,
    "`npm run registrations -- list EVENT --why …` shows their ids.",
  );
}

export type IsMeant = (booking: Booking) => boolean;

/** The place that is meant: the one named, the only one of the registration, or the only one that a decision fits. */
export function placeMeant(
  registration: Registration,
  { place }: Given,
  ...fitting: readonly IsMeant[]
): string {
  const places = registration.bookings.map((booking) => booking.place);
  if (place !== undefined) return place;
  for (const fits of [() => true, ...fitting]) {
    const [only, ...more] = registration.bookings.filter(fits);
    if (only !== undefined && more.length === 0) return only.place;
  }
  throw new Refusal(
    "option-invalid",
    400,
    "This registration is for several places.",
    `Name one: --place ${places.join(" | ")}.`,
  );
}

/** Who is decided about, so that a wrong id is noticed. */
export function registrationLine({ contact, bookings }: Registration, place: string): string {
  const seats = bookings.find((booking) => booking.place === place)?.participants.length ?? 0;
  return `${place}, ${counted(seats, "seat")}, ${contact.name}`;
}

/** A decision for a state that is another by now changes nothing, and says how to mean the present one. */
export async function decided<Done>(
  desk: Desk,
  of: WhichRegistration,
  { seen, place }: { seen: BookingState | undefined; place: string },
  decide: () => Promise<Done>,
): Promise<Done> {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "booking-changed") throw error;
    const now = await desk.registering.registrations.registration(of.event.id, of.id);
    const state = (now && bookingAt(now, place)?.state) ?? "gone";
    throw new Refusal(
      "booking-changed",
      409,
      `Nothing was changed: this decision was for a booking that is ${seen ?? "another"}, and it is ${state} by now.`,
      `If you mean it as it is, say so: --was ${state}.`,
    );
  }
}
