import { readFileSync } from "node:fs";
import { registerPath } from "../../../functions/domain/addresses.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { addressHashes, isMailAddress } from "../../../functions/domain/registration/address.ts";
import {
  BOOKING_STATES,
  type Booking,
  type BookingState,
  holdsSeats,
} from "../../../functions/domain/registration/booking.ts";
import { placeOfBooking } from "../../../functions/domain/registration/change.ts";
import {
  approved,
  declined,
  declineTakenBack,
} from "../../../functions/domain/registration/decisions/approve.ts";
import { messaged } from "../../../functions/domain/registration/decisions/event-change.ts";
import { addressForgotten } from "../../../functions/domain/registration/decisions/people-answered.ts";
import { prioritised } from "../../../functions/domain/registration/decisions/waiting-list.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { bookingAt, type Registration } from "../../../functions/domain/registration/registration.ts";
import { housekeep } from "../../../functions/workflows/housekeeping/housekeep.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import { sweepForPerson } from "../../../functions/workflows/registration/promote.ts";
import { change } from "../../../functions/workflows/registration/self-service.ts";
import { asStarted } from "../console/as-started.ts";
import { counted } from "./counted.ts";
import { decided, found, placeMeant, registrationLine } from "./meant.ts";
import { bookingsOf } from "./read-acts.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** States in which a booking awaits a decision: whoever decides means one of them, unless they name another. */
const AWAITING: readonly BookingState[] = ["pending", "waitlisted"];

/** The state that is decided about: as named, or as it was read when the command began. */
function stateMeant(registration: Registration, place: string, { was }: Given): BookingState {
  const named = BOOKING_STATES.find((each) => each === was);
  const read = bookingAt(registration, place)?.state;
  return named ?? AWAITING.find((each) => each === read) ?? "pending";
}

export async function approve(desk: Desk, values: Given, names: readonly string[]): Promise<string> {
  const { event, registration } = await found(desk, names);
  await desk.logged(`approve ${event.slug}`, values.why ?? "to decide");
  const asksApproval = (booking: Booking) => placeOfBooking({ event }, booking.place).approval;
  const place = placeMeant(
    registration,
    values,
    (each) =>
      each.state === "pending" ||
      (each.state === "waitlisted" && each.approved !== true && asksApproval(each)),
    ({ state }) => state === "declined",
  );
  const of = { event, id: registration.id };
  const isDeclined = bookingAt(registration, place)?.state === "declined";
  if (isDeclined) await sweepForPerson(desk.registering, event, [place]);
  const decide = isDeclined ? declineTakenBack : approved;
  const seen = stateMeant(registration, place, values);
  const { changed, registration: after } = await decided(desk, of, { seen, place }, () =>
    change(desk.registering, of, (each, circumstances) =>
      decide(each, { place, note: values.note, seen }, circumstances),
    ),
  );
  const who = registrationLine(after, place);
  if (!changed) return `It was approved before: ${who}.\n`;
  return bookingAt(after, place)?.state === "waitlisted"
    ? `Approved: ${who}. It waits for seats; an email says so.\n`
    : `Approved: ${who}. An email says so.\n`;
}

export async function decline(desk: Desk, values: Given, names: readonly string[]): Promise<string> {
  const { event, registration } = await found(desk, names);
  await desk.logged(`decline ${event.slug}`, values.why ?? "to decide");
  const place = placeMeant(registration, values, ({ state }) =>
    ["pending", "waitlisted", "offered", "confirmed"].includes(state),
  );
  const before = bookingAt(registration, place);
  const of = { event, id: registration.id };
  const seen = stateMeant(registration, place, values);
  const { changed, registration: after } = await decided(desk, of, { seen, place }, () =>
    change(desk.registering, of, (each, circumstances) =>
      declined(each, { place, note: values.note, seen }, circumstances),
    ),
  );
  const who = registrationLine(after, place);
  if (!changed) return `It was declined before: ${who}.\n`;
  return `Declined: ${who}. An email says so${before && holdsSeats(before) ? ", and the seats are free" : ""}.\n`;
}

export async function priority(desk: Desk, values: Given, names: readonly string[]): Promise<string> {
  const { event, registration } = await found(desk, names);
  const asked = Number(values.priority);
  if (!/^\d$/.test(values.priority ?? ""))
    throw new Refusal(
      "option-invalid",
      400,
      "--priority: give a digit.",
      "0 comes first, 5 is usual, 9 is last.",
    );
  const place = placeMeant(registration, values);
  const { changed } = await change(desk.registering, { event, id: registration.id }, (each, decided) =>
    prioritised(each, { place, priority: asked }, decided),
  );
  return changed ? `It waits with priority ${asked} now.\n` : "It had this priority before.\n";
}

/** What the organiser says to everyone confirmed at a place. Nothing is sent without `--send`. */
export async function message(desk: Desk, values: Given, [name = ""]: readonly string[]): Promise<string> {
  const event = await desk.event(name);
  const { place } = values;
  const note = (values.file === undefined ? values.text : readFileSync(values.file, "utf8"))?.trim() ?? "";
  if (place === undefined || note === "")
    throw new Refusal(
      "option-invalid",
      400,
      "Say to whom and what.",
      "Give --place PLACE, and --text TEXT or --file FILE.",
    );
  const everyone = await bookingsOf(desk, event, { ...values, in: "confirmed" });
  if (!values.send)
    return `This would go to ${counted(everyone.length, "contact")} at ${place}. Add --send to send it.\n\n${note}\n`;
  let told = 0;
  for (const { registration } of everyone) {
    const { changed } = await change(desk.registering, { event, id: registration.id }, (each, decided) =>
      messaged(each, { place, note }, decided),
    );
    if (changed) told++;
  }
  const before = everyone.length - told;
  const rest = before === 0 ? "" : ` ${before} had been told the same before.`;
  return `Sent to ${counted(told, "contact")} at ${place}.${rest}\n`;
}

/** Everything that is known of an address, at every event. Erasing what is gone is done. */
export async function eraseAddress(
  desk: Desk,
  { why }: Given,
  [address = ""]: readonly string[],
): Promise<string> {
  if (!isMailAddress(address))
    throw new Refusal(
      "option-invalid",
      400,
      `${address || "Nothing"} is no email address.`,
      "Give the person's.",
    );
  if ((why ?? "").trim() === "")
    throw new Refusal(
      "why-missing",
      400,
      "What is known of a person is erased for a reason.",
      'Say which: --why "asked for by telephone".',
    );
  await desk.logged("erase by address", why);
  const hashes = addressHashes(address);
  let erased = 0;
  const others: string[] = [];
  for (const event of await desk.events())
    for await (const registration of desk.registering.registrations.all(event.id)) {
      const of = { event, id: registration.id };
      if (addressHashes(registration.contact.email).some((each) => hashes.includes(each))) {
        if (await erase(desk.registering, of, { tells: true })) erased++;
      } else if (addressForgotten(registration, hashes, { now: desk.now() })) {
        await change(desk.registering, of, (each, decided) => addressForgotten(each, hashes, decided));
        others.push(registration.id);
      }
    }
  if (erased === 0 && others.length === 0) return "Nothing is known of this address.\n";
  const theirs =
    others.length === 0
      ? ""
      : ` Forgotten: what was said of this person, beside the name, in ${others.join(", ")}; whoever registered them can take the name off.`;
  return `Erased: ${counted(erased, "registration")}.${theirs} Backups end within 35 days.\n`;
}

/** Erases what has reached its time, now instead of within the minute: housekeeping does the same by itself. */
export async function retention(desk: Desk): Promise<string> {
  const done = await housekeep({
    ...desk.registering,
    events: { event: desk.event, all: desk.events },
    lists: desk.lists,
    marks: desk.marks,
    outbox: { neglected: async function* () {} }, // mail is sent by whoever runs the newsroom
    deliver: async () => {},
  });
  const [failure] = done.failures;
  if (failure !== undefined) throw failure;
  return `Erased: ${counted(done.erased, "registration")}. Forgotten: needs or answers of ${counted(done.forgotten, "registration")}.\n`;
}

/** Lets a co-organiser have names, or takes that back. */
export async function grant(
  desk: Desk,
  values: Given,
  [name = "", to = ""]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  if (to === "")
    throw new Refusal("option-invalid", 400, "Name the co-organiser.", "grant EVENT NAME --why …");
  const why = values.why?.trim() ?? "";
  if (why === "")
    throw new Refusal("why-missing", 400, "Names are given on for a reason.", "Say which: --why …");
  await desk.log.grant(event.id, to, {
    at: desk.now(),
    who: desk.who,
    why,
    what: `grant ${event.slug} to ${to}`,
  });
  return asStarted(
    `${to} may have the names of ${event.slug}: npm run registrations -- export ${event.slug} --for "${to}" --why …\n`,
  );
}

export async function takeBackNames(
  desk: Desk,
  { why }: Given,
  [name = "", from = ""]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  if (!(await desk.log.isGranted(event.id, from)))
    throw new Refusal(
      "option-invalid",
      400,
      `${from} was not granted the names of ${event.slug}.`,
      "`npm run registrations -- log` tells to whom they were granted.",
    );
  await desk.logged(`take back ${event.slug} from ${from}`, why ?? "not needed any more");
  await desk.log.takeBack(event.id, from);
  return `${from} gets counts of ${event.slug} from now on.\n`;
}

/** The links that open a place for invited people, in each language. */
export function invitationLinks(address: string, event: RegistrationEvent, code: string): string {
  return LANGUAGES.map((each) => `${address}${registerPath(each, event.slug)}?invitation=${code}\n`).join("");
}
