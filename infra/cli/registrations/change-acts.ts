import { BOOKING_STATES, type BookingState } from "../../../functions/domain/registration/booking.ts";
import type { Renaming } from "../../../functions/domain/registration/decisions/edit.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { checkPeople } from "../../../functions/domain/registration/form/check-people.ts";
import { checkDeskContact } from "../../../functions/domain/registration/form/desk-contact.ts";
import {
  bookingAt,
  hasAddress,
  type Registration,
} from "../../../functions/domain/registration/registration.ts";
import { editRegistration, moveBooking } from "../../../functions/workflows/registration/at-desk.ts";
import { beyondInWords, refuseWrong } from "./add-act.ts";
import { questionsAtDesk } from "./desk-answers.ts";
import { answers, badges, languageIn, renamed, typedContact } from "./desk-options.ts";
import { decided, found, placeMeant, registrationLine } from "./meant.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** Corrects what is known of a contact and of those who come. */
export async function edit(desk: Desk, values: Given, names: readonly string[]): Promise<string> {
  const { event, registration } = await found(desk, names);
  const people = renamings(values, event, registration);
  const { email: _, ...contact } = correctedContact(values);
  const place = values.place ?? registration.bookings[0]?.place ?? "";
  const was = BOOKING_STATES.find((each) => each === values.was);
  const seen = new Map(registration.bookings.map((each) => [each.place, each.state] as const));
  if (was !== undefined) seen.set(placeMeant(registration, values), was);
  const what = [
    ...Object.keys(contact),
    ...(people.length > 0 ? ["people"] : []),
    ...(values.language ? ["language"] : []),
  ];
  await desk.logged(`edit ${event.slug} ${registration.id}: ${what.join(", ")}`);
  const of = { event, id: registration.id };
  const asked = { contact, language: languageIn(values), people, seen, note: values.note };
  const { changed, registration: after } = await decided(desk, of, { seen: seen.get(place), place }, () =>
    editRegistration(desk.registering, of, asked),
  );
  if (!changed) return `It said so before: ${after.contact.name}.\n`;
  const isTold = people.length > 0 && hasAddress(after.contact);
  return `Corrected: ${after.contact.name}, ${what.join(", ")}.${isTold ? " An email says so." : ""}\n`;
}

function correctedContact(values: Given) {
  const { contact, errors } = checkDeskContact({ ...typedContact(values), email: undefined });
  refuseWrong(errors);
  return contact;
}

function renamings(
  values: Given,
  event: RegistrationEvent,
  { bookings, answers: given }: Registration,
): Renaming[] {
  const [names, shown, said] = [renamed(values), badges(values), answers(values)];
  const persons = [...new Set([...names.keys(), ...shown.keys(), ...said.keys()])];
  const places = bookings.map(({ place }) => place);
  const questions = questionsAtDesk(event, places, said).map(({ when: _, ...each }) => each);
  const { people, errors } = checkPeople(
    persons.map((person) => ({
      name: names.get(person) ?? person,
      badge: shown.get(person) ?? "",
      answers: said.get(person) ?? {},
    })),
    { questions, given },
  );
  refuseWrong(persons.length > 0 ? errors : []);
  return persons.map((person, i) => ({
    person,
    name: names.has(person) ? people[i]?.name : undefined,
    badge: shown.has(person) ? (people[i]?.badge ?? "") : undefined,
    answers: { ...said.get(person), ...people[i]?.answers },
  }));
}

/** Moves a booking to another place, all of its people or some. */
export async function move(
  desk: Desk,
  values: Given,
  [name = "", id = "", to = ""]: readonly string[],
): Promise<string> {
  const { event, registration } = await found(desk, [name, id]);
  const from = placeMeant(
    registration,
    values,
    ({ state, place }) => place !== to && ["pending", "waitlisted", "offered", "confirmed"].includes(state),
  );
  const was: BookingState | undefined =
    BOOKING_STATES.find((each) => each === values.was) ?? bookingAt(registration, from)?.state;
  const also = values.reason === undefined ? "" : `, on purpose: ${values.reason.trim()}`;
  await desk.logged(`move ${event.slug} ${registration.id} from ${from} to ${to}${also}`);
  const of = { event, id: registration.id };
  const asked = {
    from,
    to,
    names: values.person,
    seen: was,
    beyond: values.reason !== undefined,
    note: values.note,
  };
  const {
    changed,
    registration: after,
    beyond,
  } = await decided(desk, of, { seen: was, place: from }, () => moveBooking(desk.registering, of, asked));
  const who = registrationLine(after, to);
  if (!changed) return `They were moved before: ${who}.\n`;
  const state = bookingAt(after, to)?.state === "pending" ? " It waits for approval there." : "";
  const over = beyond ? ` ${beyondInWords(beyond.over)}` : "";
  const told = hasAddress(after.contact)
    ? " An email says so."
    : " Nobody is told by email: there is no address.";
  return `Moved from ${from}: ${who}.${state}${over}${told}\n`;
}
