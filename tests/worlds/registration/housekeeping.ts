import { randomUUID } from "node:crypto";
import { addSeconds } from "../../../functions/domain/instant.ts";
import type { Booking } from "../../../functions/domain/registration/booking.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { MailKind } from "../../../functions/domain/registration/mail.ts";
import { guestLists } from "../../../functions/storage/registrations/guest-lists.ts";
import { housekeepingMarks } from "../../../functions/storage/registrations/housekeeping-marks.ts";
import { mailboxes } from "../../../functions/storage/registrations/mailboxes.ts";
import { organiserNotifications } from "../../../functions/storage/registrations/organiser-notifications.ts";
import { outbox } from "../../../functions/storage/registrations/outbox.ts";
import type {
  HousekeepingDependencies,
  Housekept,
} from "../../../functions/workflows/housekeeping/dependencies.ts";
import { housekeep } from "../../../functions/workflows/housekeeping/housekeep.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { verify } from "../../../functions/workflows/registration/self-service.ts";
import type { RegisteringWorld } from "./registering.ts";
import { submissionOf } from "./registration-events.ts";

/** Housekeeping at the world's own time, for the event as it is published now. */
export function keep(
  world: RegisteringWorld,
  event: RegistrationEvent = world.event,
  changes: Partial<HousekeepingDependencies> = {},
): Promise<Housekept> {
  return housekeep({
    ...world.dependencies,
    events: { event: async () => event, all: async () => [event] },
    lists: guestLists(world.client, world.table),
    marks: housekeepingMarks(world.client, world.table),
    outbox: outbox(world.client, world.table),
    organisers: {
      ...world.dependencies,
      hearing: organiserNotifications(world.client, world.table),
      outbox: outbox(world.client, world.table),
      mailboxes: mailboxes(world.client, world.table),
    },
    deliver: async () => {},
    ...changes,
  });
}

/** Makes both passes over what is published now, two minutes apart: then nothing is due until it is published anew. */
export async function settle(world: RegisteringWorld, event: RegistrationEvent = world.event): Promise<void> {
  await keep(world, event);
  world.pass(120);
  await keep(world, event);
}

/** Someone who has submitted a form, for the hall where nothing else is said, and not verified the address. */
export async function submitter(
  world: RegisteringWorld,
  changes: Parameters<typeof submissionOf>[0] = {},
  event: RegistrationEvent = world.event,
): Promise<WhichRegistration> {
  const { id } = await register(world.dependencies, event, submissionOf({ id: randomUUID(), ...changes }));
  return { event, id };
}

/** The same, verified. Each comes a second after the other. */
export async function comer(
  world: RegisteringWorld,
  changes: Parameters<typeof submissionOf>[0] = {},
  event: RegistrationEvent = world.event,
): Promise<WhichRegistration> {
  const of = await submitter(world, changes, event);
  await verify(world.dependencies, of);
  world.pass(1);
  return of;
}

export async function registrationOf(world: RegisteringWorld, { id }: Pick<WhichRegistration, "id">) {
  const found = await world.dependencies.registrations.registration(world.event.id, id);
  if (!found) throw new Error(`There is no registration ${id}.`);
  return found;
}

export async function bookingOf(
  world: RegisteringWorld,
  of: Pick<WhichRegistration, "id">,
  place = "hall",
): Promise<Booking> {
  const booking = (await registrationOf(world, of)).bookings.find((each) => each.place === place);
  if (!booking) throw new Error(`There is no booking at ${place}.`);
  return booking;
}

export const stateOf = async (world: RegisteringWorld, of: Pick<WhichRegistration, "id">, place = "hall") =>
  (await bookingOf(world, of, place)).state;

/** Kinds of all mails, or of those to one registration, in the order of its versions. */
export async function kinds(
  world: RegisteringWorld,
  of?: Pick<WhichRegistration, "id">,
): Promise<MailKind[]> {
  const mails = await world.mails();
  return mails.filter(({ registration }) => !of || registration === of.id).map(({ kind }) => kind);
}

/** How many mails of a kind there are. */
export async function countOf(world: RegisteringWorld, kind: MailKind, of?: Pick<WhichRegistration, "id">) {
  return (await kinds(world, of)).filter((each) => each === kind).length;
}

/** The event so many seconds later, with all its places; earlier for a negative number. */
export function movedBy(event: RegistrationEvent, seconds: number): RegistrationEvent {
  return {
    ...event,
    start: addSeconds(event.start, seconds),
    end: addSeconds(event.end, seconds),
    places: event.places.map((place) => ({
      ...place,
      closes: addSeconds(place.closes, seconds),
      begins: addSeconds(place.begins, seconds),
      ends: addSeconds(place.ends, seconds),
    })),
  };
}

export const cancelledOf = (event: RegistrationEvent): RegistrationEvent => ({
  ...event,
  status: "cancelled",
});
