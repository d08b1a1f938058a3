import { writeFileSync } from "node:fs";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { BOOKING_STATES, type Booking, hasEnded } from "../../../functions/domain/registration/booking.ts";
import { type RegistrationEvent, wordsIn } from "../../../functions/domain/registration/event.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { moment } from "../../../functions/rendering/dates.ts";
import { csv } from "./csv.ts";
import { doorList } from "./door-list.tsx";
import type { Desk, Given } from "./registrations-target.ts";

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
  if (state !== undefined && !BOOKING_STATES.some((each) => each === state))
    throw new Refusal(
      "option-invalid",
      400,
      `--in: there is no state ${state}.`,
      `The states are ${BOOKING_STATES.join(", ")}.`,
    );
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
  const lines = await Promise.all(bookings.map((each) => line(desk, event, each)));
  return `${lines.join("\n")}\n`;
}

async function line(
  desk: Desk,
  event: RegistrationEvent,
  { registration, booking, state }: Booked,
): Promise<string> {
  const { contact, id } = registration;
  const refused = await desk.mailboxes.refused(contact.email, desk.now());
  const until =
    booking.until && state !== "expired" ? `, until ${moment(booking.until, event.zone, "en")}` : "";
  const who = [contact.name, `<${contact.email}>`, contact.outlet ?? contact.organisation ?? ""].filter(
    Boolean,
  );
  const mail = refused ? `  MAIL REFUSED (${refused.reason}): telephone ${contact.phone ?? "unknown"}` : "";
  return `${id}  ${booking.place}: ${state}${until}, ${booking.participants.length} seats  ${who.join(" ")}${mail}`;
}

/** Without anything that opens it. */
const asJson = ({
  registration: { token: _, addressChange: __, ...registration },
  booking,
  state,
}: Booked) => ({
  ...registration,
  bookings: undefined,
  booking: { ...booking, state },
});

/** Totals by place and state, of what is there and of what was erased: no person. */
export async function totals(desk: Desk, event: RegistrationEvent) {
  const rows = new Map<
    string,
    { place: string; state: string; bookings: number; seats: number; checkedIn: number }
  >();
  const add = (place: string, state: string, bookings: number, seats: number, checkedIn: number) => {
    const key = `${place} ${state}`;
    const row = rows.get(key) ?? { place, state, bookings: 0, seats: 0, checkedIn: 0 };
    rows.set(key, {
      place,
      state,
      bookings: row.bookings + bookings,
      seats: row.seats + seats,
      checkedIn: row.checkedIn + checkedIn,
    });
  };
  for await (const { bookings } of desk.registering.registrations.all(event.id))
    for (const booking of bookings) {
      const came = booking.participants.filter(({ checkedInAt }) => checkedInAt !== undefined).length;
      const state = hasEnded(booking, desk.now()) ? "expired" : booking.state;
      add(booking.place, state, 1, booking.participants.length, came);
    }
  for (const { place, state, bookings, seats, checkedIn } of await desk.counts.of(event.id))
    add(place, state, bookings, seats, checkedIn);
  return [...rows.values()].sort((a, b) => `${a.place} ${a.state}`.localeCompare(`${b.place} ${b.state}`));
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
        ? `${place}: ${row.taken} of ${row.capacity} seats taken, ${row.waiting} bookings waiting`
        : `${place}: not published`;
      const of = rows.filter((each) => each.place === place);
      return [
        head,
        ...of.map(
          (each) => `  ${each.state}: ${each.bookings} bookings, ${each.seats} seats, ${each.checkedIn} came`,
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
    return written(values, csv([["place", "state", "bookings", "seats", "came"], ...rows]));
  }
  await desk.logged(`export ${event.slug}${coOrganiser === undefined ? "" : ` for ${coOrganiser}`}`);
  const questions = event.questions.map(({ id }) => id);
  const head = ["registration", "place", "state", "name", "badge", "came", "contact", "mail", "telephone"];
  const rows = (await bookingsOf(desk, event, values)).flatMap(({ registration, booking, state }) =>
    booking.participants.map(({ name, badge, checkedInAt }) => [
      registration.id,
      booking.place,
      state,
      name,
      badge ?? "",
      checkedInAt ?? "",
      registration.contact.name,
      registration.contact.email,
      registration.contact.phone ?? "",
      registration.contact.organisation ?? "",
      registration.contact.outlet ?? "",
      registration.contact.pressCard ?? "",
      registration.language,
      booking.submittedAt,
      ...questions.map((id) => registration.answers[id] ?? ""),
    ]),
  );
  const rest = ["organisation", "outlet", "press card", "language", "submitted", ...questions];
  return written(values, csv([[...head, ...rest], ...rows]));
}

/** What people need in order to take part: for the coordinator, apart from every other list. */
export async function needs(desk: Desk, _: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`needs ${event.slug}`);
  const lines: string[] = [];
  for await (const { contact, needs: needed, bookings } of desk.registering.registrations.all(event.id)) {
    const coming = bookings.filter(({ state }) => state === "confirmed" || state === "pending");
    if (needed !== undefined && coming.length > 0)
      lines.push(`${contact.name} (${coming.map(({ place }) => place).join(", ")}): ${needed}\n`);
  }
  return lines.length === 0 ? "Nobody has told of anything.\n" : lines.join("");
}

/** Who may come in, to be printed: for when there is no network at the door. */
export async function door(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`door list ${event.slug}`);
  const confirmed = await bookingsOf(desk, event, { ...values, in: "confirmed" });
  const people = confirmed.flatMap(({ booking, registration }) =>
    booking.participants.map((participant) => ({ participant, booking, registration })),
  );
  const words = wordsIn(event, event.source);
  return written(values, doorList({ event, words, people, printedAt: desk.now() }));
}

export async function accesses(desk: Desk): Promise<string> {
  const lines: string[] = [];
  for await (const { at, who, what, why } of desk.log.all())
    lines.push(`${moment(at, desk.zone, "en")}  ${who}: ${what}. ${why}\n`);
  return lines.length === 0 ? "Nobody has read anything.\n" : lines.join("");
}

function written({ out }: Given, text: string): string {
  if (out === undefined) return text;
  writeFileSync(out, text, { mode: 0o600 }); // what is known of people is for its owner alone
  return `Written to ${out}.\n`;
}
