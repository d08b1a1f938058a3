import { toInstant } from "../../../functions/domain/instant.ts";
import { DEFAULT_LANGUAGE } from "../../../functions/domain/language.ts";
import { nameOrder } from "../../../functions/domain/name-order.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { deliverableAddress } from "../../../functions/domain/registration/address.ts";
import { type Booking, hasEnded } from "../../../functions/domain/registration/booking.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { personQuestionsFor } from "../../../functions/domain/registration/person-questions.ts";
import {
  hasAddress,
  type Registration,
  type RegistrationContact,
} from "../../../functions/domain/registration/registration.ts";
import { localIso, moment } from "../../../functions/rendering/format/dates.ts";
import { personAnswersInWords } from "../../../functions/rendering/pages/registration/form/question-words.ts";
import { requireKnownState } from "./act.ts";
import { counted } from "./counted.ts";
import { doorList } from "./door-list.tsx";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";
import { written, writtenCsv } from "./written.ts";

export interface Booked {
  readonly registration: Registration;
  readonly booking: Booking;
  /** As it is now, whether or not anything has run since its hold ended. */
  readonly state: Booking["state"];
}

/** Bookings of an event, those that are asked for, in the order of submission. */
export async function bookingsOf(
  desk: Desk,
  event: RegistrationEvent,
  { place, in: state }: Given,
): Promise<Booked[]> {
  requireKnownState(state);
  if (place !== undefined && event.places.every(({ id }) => id !== place))
    throw new Refusal(
      "place-unknown",
      404,
      `The event has no place ${place}.`,
      `Its places are ${event.places.map(({ id }) => id).join(", ")}.`,
    );
  const found: Booked[] = [];
  for await (const registration of desk.registering.registrations.all(event.id))
    for (const booking of registration.bookings) {
      const current = hasEnded(booking, desk.now()) ? "expired" : booking.state;
      if (place !== undefined && booking.place !== place) continue;
      if (state === undefined || current === state) found.push({ registration, booking, state: current });
    }
  return found.sort((a, b) => (a.booking.submittedAt < b.booking.submittedAt ? -1 : 1));
}

export async function list(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`list ${event.slug}`);
  const bookings = await bookingsOf(desk, event, values);
  if (values.json) return `${JSON.stringify(bookings.map(asJson), undefined, 2)}\n`;
  if (bookings.length === 0) return "Nobody.\n";
  const lines = await Promise.all(bookings.map((each) => line(desk, event, each, values.in)));
  return `${lines.join("\n")}\n`;
}

async function line(
  desk: Desk,
  event: RegistrationEvent,
  { registration, booking, state }: Booked,
  asked: string | undefined,
): Promise<string> {
  const { contact, id } = registration;
  const refused = hasAddress(contact) && (await desk.mailboxes.refused(contact.email, desk.now()));
  const until =
    booking.until && state !== "expired" ? `, until ${moment(booking.until, event.zone, "en")}` : "";
  const who = [contact.name, reachedAt(contact), contact.outlet ?? contact.organisation ?? ""].filter(
    Boolean,
  );
  const mail = refused ? `  MAIL REFUSED (${refused.reason}): telephone ${contact.phone ?? "unknown"}` : "";
  const seats = counted(booking.participants.length, "seat");
  const { detailsChangedAt } = booking;
  const changed = detailsChangedAt
    ? `, details changed by the contact on ${moment(detailsChangedAt, event.zone, "en")}`
    : "";
  const away = awayIn(booking);
  const without = away === 0 ? "" : `, ${counted(away, "guest")} said that they do not come`;
  const head = `${id}  ${booking.place}: ${state}${until}, ${seats}${without}${changed}  ${who.join(" ")}${mail}`;
  return asked === "pending" ? [head, ...toDecide(event, registration, booking)].join("\n") : head;
}

/** How many of a booking said through their own link that they do not come; their seats are theirs still. */
const awayIn = ({ participants }: Booking): number =>
  participants.filter(({ notComing }) => notComing !== undefined).length;

const reachedAt = (contact: RegistrationContact): string =>
  hasAddress(contact) ? `<${contact.email}>` : `no address, telephone ${contact.phone ?? "unknown"}`;

/** What the press office decides by: who comes, and how to ask back. */
function toDecide(event: RegistrationEvent, { contact }: Registration, booking: Booking): string[] {
  const people = booking.participants.map(({ name, badge, answers = {} }) => {
    const said = personAnswersInWords(event, answers, "en").map(({ label, answer }) => `${label}: ${answer}`);
    const more = [...(badge ? [`badge: ${badge}`] : []), ...said];
    return more.length > 0 ? `${name} (${more.join("; ")})` : name;
  });
  const submitted = toInstant(new Date(booking.submittedAt));
  return [
    `    people: ${people.join(", ")}`,
    `    press card: ${contact.pressCard ?? "none given"}; telephone: ${contact.phone ?? "none given"}`,
    `    submitted: ${moment(submitted, event.zone, "en")}`,
  ];
}

/** Without anything that opens it, and without needs, which are the coordinator's alone. */
const asJson = ({
  registration: { token: _, guestKey: ____, addressChange: __, needs: ___, ...registration },
  booking,
  state,
}: Booked) => ({
  ...registration,
  bookings: undefined,
  booking: { ...booking, state },
});

interface Total {
  readonly place: string;
  readonly state: string;
  readonly bookings: number;
  readonly seats: number;
  readonly checkedIn: number;
  /** Who said that they do not come, of whom anything is still known. */
  readonly notComing: number;
}

/** Totals by place and state, of what is there and of what was erased: no person. */
export async function totals(desk: Desk, event: RegistrationEvent) {
  const rows = new Map<string, Total>();
  const add = (total: Omit<Total, "notComing"> & { readonly notComing?: number }) => {
    const { place, state, bookings, seats, checkedIn, notComing = 0 } = total;
    const key = `${place} ${state}`;
    const row = rows.get(key);
    rows.set(key, {
      place,
      state,
      bookings: bookings + (row?.bookings ?? 0),
      seats: seats + (row?.seats ?? 0),
      checkedIn: checkedIn + (row?.checkedIn ?? 0),
      notComing: notComing + (row?.notComing ?? 0),
    });
  };
  for await (const { bookings } of desk.registering.registrations.all(event.id))
    for (const booking of bookings) {
      const { place, participants } = booking;
      const checkedIn = participants.filter(({ checkedInAt }) => checkedInAt !== undefined).length;
      const state = hasEnded(booking, desk.now()) ? "expired" : booking.state;
      const seats = participants.length;
      add({ place, state, bookings: 1, seats, checkedIn, notComing: awayIn(booking) });
    }
  for (const erased of await desk.counts.of(event.id)) add(erased);
  const inOrder = nameOrder(DEFAULT_LANGUAGE);
  return [...rows.values()].sort((a, b) => inOrder(`${a.place} ${a.state}`, `${b.place} ${b.state}`));
}

export async function counts(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  const rows = await totals(desk, event);
  const ids = event.places.map(({ id }) => id);
  const seats = await desk.registering.registrations.seats(event.id, ids);
  if (values.json)
    return `${JSON.stringify({ places: Object.fromEntries(seats), totals: rows }, undefined, 2)}\n`;
  const places = [...new Set([...ids, ...rows.map(({ place }) => place)])];
  return places
    .map((place) => {
      const row = seats.get(place);
      const head = row
        ? `${place}: ${row.taken} of ${counted(row.capacity, "seat")} taken, ${counted(row.waiting, "booking")} waiting`
        : `${place}: not published`;
      const of = rows.filter((each) => each.place === place);
      return [
        head,
        ...of.map(
          (each) =>
            `  ${each.state}: ${counted(each.bookings, "booking")}, ${counted(each.seats, "seat")}, ${each.checkedIn} came${each.notComing > 0 ? `, ${each.notComing} said that they do not come` : ""}`,
        ),
        "",
      ].join("\n");
    })
    .join("\n");
}

export async function exported(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  const coOrganiser = values.for;
  if (coOrganiser !== undefined && !(await desk.log.isGranted(event.id, coOrganiser))) {
    const rows = (await totals(desk, event)).map((each) => Object.values(each).map(String));
    return writtenCsv(values, [["place", "state", "bookings", "seats", "came", "not coming"], ...rows]);
  }
  await desk.logged(`export ${event.slug}${coOrganiser === undefined ? "" : ` for ${coOrganiser}`}`);
  if (coOrganiser !== undefined) {
    const confirmed = await bookingsOf(desk, event, { ...values, in: "confirmed" });
    const people = confirmed.flatMap(({ booking }) =>
      booking.participants.map(({ name: known, badge }) => [booking.place, known, badge ?? ""]),
    );
    return writtenCsv(values, [["place", "name", "badge"], ...people]);
  }
  const inZone = (at: string) => localIso(toInstant(new Date(at)), event.zone);
  const questions = event.questions.filter(({ asks }) => asks === undefined).map(({ id }) => id);
  const ofPeople = personQuestionsFor(
    event,
    event.places.map(({ id }) => id),
  );
  const head = ["registration", "place", "state", "name", "badge", "came", "contact", "mail", "telephone"];
  const rows = (await bookingsOf(desk, event, values)).flatMap(({ registration, booking, state }) =>
    booking.participants.map(({ name, badge, checkedInAt, notComing, answers }) => [
      registration.id,
      booking.place,
      state,
      name,
      badge ?? "",
      checkedInAt ? inZone(checkedInAt) : "",
      registration.contact.name,
      deliverableAddress(registration.contact.email), // as mails and calendars spell it
      registration.contact.phone ?? "",
      registration.contact.organisation ?? "",
      registration.contact.outlet ?? "",
      registration.contact.pressCard ?? "",
      registration.language,
      inZone(booking.submittedAt),
      notComing ? inZone(notComing) : "",
      ...questions.map((id) => registration.answers[id] ?? ""),
      ...ofPeople.map(({ id }) => answers?.[id] ?? ""),
    ]),
  );
  const asked = [
    ...questions,
    ...ofPeople.map(({ id, field }) => (field === undefined ? id : `person ${id}`)),
  ];
  const rest = ["organisation", "outlet", "press card", "language", "submitted", "not coming", ...asked];
  return writtenCsv(values, [[...head, ...rest], ...rows]);
}

/** What people need in order to take part: for the coordinator, apart from every other list. */
export async function needs(desk: Desk, _: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`needs ${event.slug}`);
  const lines: string[] = [];
  for await (const { contact, needs: needed, bookings } of desk.registering.registrations.all(event.id)) {
    const coming = bookings.filter(({ state }) => state === "confirmed" || state === "pending");
    if (needed === undefined || coming.length === 0) continue;
    const reached = [hasAddress(contact) ? `<${contact.email}>` : "", contact.phone ?? ""]
      .filter(Boolean)
      .join(" ");
    const places = coming.map(({ place }) => place).join(", ");
    lines.push(`${contact.name} ${reached} (${places}): ${needed}\n`);
  }
  return lines.length === 0 ? "Nobody has told of anything.\n" : lines.join("");
}

/** Who may come in, to be printed: for when there is no network at the door. Online places have none, unless one is named. */
export async function door(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`door list ${event.slug}`);
  const confirmed = await bookingsOf(desk, event, { ...values, in: "confirmed" });
  const online = (id: string) => placeIn(event, id)?.mode === "online";
  const people = confirmed
    .filter(({ booking }) => values.place !== undefined || !online(booking.place))
    .flatMap(({ booking, registration }) =>
      booking.participants.map((participant) => ({ participant, booking, registration })),
    );
  const words = eventWords(event, event.source);
  return written(values, doorList({ event, words, people, printedAt: desk.now() }));
}

export async function accesses(desk: Desk): Promise<string> {
  const lines: string[] = [];
  for await (const { at, who, what, why } of desk.log.all())
    lines.push(`${moment(at, desk.zone, "en")}  ${who}: ${what}. ${why}\n`);
  return lines.length === 0 ? "Nobody has read anything.\n" : lines.join("");
}
