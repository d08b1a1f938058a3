import { createInterface } from "node:readline";
import { type CheckIn, checkedIn } from "../../../functions/domain/registration/decisions/check-in.ts";
import { type RegistrationEvent, wordsIn } from "../../../functions/domain/registration/event.ts";
import { isCyrillic, type ReadPass, readPass } from "../../../functions/domain/registration/pass.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { moment } from "../../../functions/rendering/dates.ts";
import { change } from "../../../functions/workflows/registration/self-service.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** Admits the holders of passes: those named, or line by line what a scanner types. */
export async function checkIn(
  desk: Desk,
  { why }: Given,
  [name = "", ...codes]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`check-in ${event.slug}`, why ?? "at the door");
  const lines = codes.length > 0 ? codes : createInterface({ input: process.stdin });
  let refused = 0;
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const { answer, said } = await admit(desk, event, line);
    if (answer !== "admitted" && answer !== "admitted-before") refused++;
    desk.say(`${said}\n`);
  }
  process.exitCode = refused > 0 && codes.length > 0 ? 1 : 0;
  return "";
}

async function admit(
  desk: Desk,
  event: RegistrationEvent,
  line: string,
): Promise<{ answer: CheckIn["answer"]; said: string }> {
  const pass = readPass(line);
  const registration = pass && (await holderOf(desk, event, pass));
  if (!pass || !registration)
    return {
      answer: "unknown",
      said: isCyrillic(line) ? "NO   Switch the keyboard to English and scan again." : NO_PASS,
    };
  const online = new Set(event.places.filter(({ mode }) => mode === "online").map(({ id }) => id));
  let outcome: CheckIn = { answer: "unknown" };
  await change(desk.registering, { event, id: registration.id }, (each, { now }) => {
    outcome = checkedIn(each, pass.pass, now, online);
    return outcome.answer === "admitted" ? outcome.change : undefined;
  });
  return { answer: outcome.answer, said: inWords(event, outcome) };
}

const NO_PASS = "NO   This is no pass for this event.";

/** Whose pass it is. A code that stands alone is looked for among all who registered, first who is confirmed. */
async function holderOf(
  desk: Desk,
  event: RegistrationEvent,
  { registration, pass }: ReadPass,
): Promise<Registration | undefined> {
  const { registrations } = desk.registering;
  if (registration !== undefined) return registrations.registration(event.id, registration);
  let holder: Registration | undefined;
  for await (const each of registrations.all(event.id)) {
    const booking = each.bookings.find(({ participants }) => participants.some((one) => one.pass === pass));
    if (booking?.state === "confirmed") return each;
    if (booking) holder ??= each;
  }
  return holder;
}

function inWords(event: RegistrationEvent, outcome: CheckIn): string {
  if (outcome.answer === "unknown") return NO_PASS;
  const { participant, booking } = outcome;
  const title = wordsIn(event, "en").places[booking.place]?.title ?? booking.place;
  const who = `${participant.badge ?? participant.name}, ${title}`;
  if (outcome.answer === "not-confirmed") return `NO   ${who}: the booking is ${booking.state}.`;
  if (outcome.answer === "online") return `NO   ${who}: takes part online.`;
  if (outcome.answer === "admitted") return `YES  ${who}`;
  return `YES  ${who}: was admitted before, ${moment(outcome.at, event.zone, "en")}.`;
}
