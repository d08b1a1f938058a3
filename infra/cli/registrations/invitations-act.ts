import { deliverableAddress } from "../../../functions/domain/registration/address.ts";
import type { Booking } from "../../../functions/domain/registration/booking.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { Invitation } from "../../../functions/domain/registration/invitation.ts";
import {
  INVITATION_ANSWERS,
  type InvitationAnswer,
  invitationAnswer,
} from "../../../functions/domain/registration/invitation-answer.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { localIso } from "../../../functions/rendering/format/dates.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";
import { written, writtenCsv } from "./written.ts";

interface Guest {
  readonly registration: Registration;
  readonly booking: Booking;
  readonly invitation: Invitation;
  readonly answer: InvitationAnswer;
  /** Why mail comes back, where it does. */
  readonly refused: string;
}

/** Who was invited, and what they have answered: as CSV, or as JSON with the lists themselves. */
export async function invitations(
  desk: Desk,
  values: Given,
  [name = ""]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`invitations ${event.slug}`);
  const guests = await guestsOf(desk, event, values.place);
  const names = new Map(guests.map(({ registration }) => [registration.id, registration.contact.name]));
  const at = (instant: string | undefined) => (instant === undefined ? "" : localIso(instant, event.zone));
  const people = guests.map(({ registration, booking, invitation, answer, refused }) => ({
    list: invitation.list,
    invitation: registration.id,
    place: booking.place,
    name: registration.contact.name,
    mail: deliverableAddress(registration.contact.email),
    organisation: registration.contact.organisation ?? "",
    answer,
    comes: answer === "yes" ? booking.participants.map((each) => each.name).join("; ") : "",
    until: answer === "asked" ? at(booking.until) : "",
    reminded: at(invitation.remindedAt),
    "in place of": invitation.handedFrom ?? "",
    "handed on to": names.get(invitation.handedOn?.registration ?? "") ?? "",
    "mail refused": refused,
  }));
  if (!values.json) {
    const rows = people.map((each) => Object.values(each));
    return writtenCsv(values, [HEAD, ...rows]);
  }
  const lists = (await desk.lists.of(event.id)).map(({ invited, ...list }) => ({
    ...list,
    invited: invited.length,
    answers: Object.fromEntries(
      INVITATION_ANSWERS.map((answer) => [
        answer,
        guests.filter((each) => each.invitation.list === list.id && each.answer === answer).length,
      ]),
    ),
  }));
  return written(values, `${JSON.stringify({ lists, people }, undefined, 2)}\n`);
}

const HEAD = [
  "list",
  "invitation",
  "place",
  "name",
  "mail",
  "organisation",
  "answer",
  "comes",
  "until",
  "reminded",
  "in place of",
  "handed on to",
  "mail refused",
];

async function guestsOf(desk: Desk, event: RegistrationEvent, place: string | undefined): Promise<Guest[]> {
  const now = desk.now();
  const guests: Guest[] = [];
  for await (const registration of desk.registering.registrations.all(event.id))
    for (const booking of registration.bookings) {
      const { invitation } = booking;
      const answer = invitationAnswer(booking, now);
      if (!invitation || !answer || (place !== undefined && booking.place !== place)) continue;
      const refused = (await desk.mailboxes.refused(registration.contact.email, now))?.reason ?? "";
      guests.push({ registration, booking, invitation, answer, refused });
    }
  return guests.sort((a, b) => (a.booking.submittedAt < b.booking.submittedAt ? -1 : 1));
}
