import { createInterface } from "node:readline";
import type { Instant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { Booking } from "../../../functions/domain/registration/booking.ts";
import type { CheckIn } from "../../../functions/domain/registration/decisions/check-in.ts";
import { eventWords, type RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { isCyrillic, type ReadPass, readPass } from "../../../functions/domain/registration/links/pass.ts";
import type { Participant } from "../../../functions/domain/registration/participant.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { localIso, moment } from "../../../functions/rendering/format/dates.ts";
import { admit, undoCheckIn } from "../../../functions/workflows/registration/at-desk.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** Admits the holders of passes: those named, or line by line what a scanner types. */
export async function checkIn(
  desk: Desk,
  { why, yes }: Pick<Given, "why" | "yes">,
  [name = "", ...codes]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  await desk.logged(`check-in ${event.slug}`, why ?? "at the door");
  if (!yes && !(await isMeantToday(desk, event))) {
    process.exitCode = 1;
    return "Nobody was admitted.\n";
  }
  const lines = codes.length > 0 ? codes : createInterface({ input: process.stdin });
  let refused = 0;
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const { answer, said } = await admitted(desk, event, line);
    if (answer !== "admitted") refused++;
    desk.say(`${said}\n`);
  }
  process.exitCode = refused > 0 && codes.length > 0 ? 1 : 0;
  return "";
}

/**
 * Before the day of the event a pass that is checked in is used for nothing: that is asked about.
 * @throws Refusal `check-in-early` where nobody can be asked
 */
async function isMeantToday({ now, confirmed }: Desk, event: RegistrationEvent): Promise<boolean> {
  const day = (at: string) => localIso(at, event.zone).slice(0, 10);
  if (day(now()) >= day(event.start)) return true;
  const title = eventWords(event, "en").title;
  const when = `${title} begins on ${day(event.start)}, and today is ${day(now())}.`;
  const answer = await confirmed(`${when} Admit people nevertheless?`);
  if (answer !== undefined) return answer;
  throw new Refusal(
    "check-in-early",
    409,
    when,
    "To admit people nevertheless, add --yes. To try a scanner, use an event of your own.",
  );
}

async function admitted(
  desk: Desk,
  event: RegistrationEvent,
  line: string,
): Promise<{ answer: CheckIn["answer"]; said: string }> {
  const pass = readPass(line);
  const registration = pass && (await holderOf(desk, event, pass));
  if (!pass || !registration) return { answer: "unknown", said: `NO   ${notFound(line)}` };
  const of = { event, id: registration.id };
  const outcome = await admit(desk.registering, of, { pass: pass.pass, by: desk.who });
  return { answer: outcome.answer, said: inWords(event, outcome) };
}

/** Takes check-ins back: the passes named are as they were before. */
export async function undo(
  desk: Desk,
  _: unknown,
  [name = "", ...codes]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  let refused = 0;
  for (const code of codes) {
    const { isDone, said } = await undone(desk, event, code);
    if (!isDone) refused++;
    desk.say(`${said}\n`);
  }
  process.exitCode = refused > 0 ? 1 : 0;
  return "";
}

async function undone(desk: Desk, event: RegistrationEvent, code: string) {
  const pass = readPass(code);
  const registration = pass && (await holderOf(desk, event, pass));
  if (!pass || !registration) return { isDone: false, said: notFound(code) };
  await desk.logged(`undo check-in ${event.slug} ${registration.id}`);
  const outcome = await undoCheckIn(desk.registering, { event, id: registration.id }, pass.pass);
  if (outcome.answer === "unknown") return { isDone: false, said: notFound(code) };
  const who = nameOn(event, outcome);
  if (outcome.answer === "not-admitted") return { isDone: false, said: `${who}: was not admitted.` };
  return { isDone: true, said: `Taken back: ${who}, admitted ${sinceWhen(event, outcome)}.` };
}

const notFound = (line: string): string =>
  isCyrillic(line) ? "Switch the keyboard to English and scan again." : "This is no pass for this event.";

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
  if (outcome.answer === "unknown") return `NO   ${notFound("")}`;
  const who = nameOn(event, outcome);
  if (outcome.answer === "not-confirmed") return `NO   ${who}: the booking is ${outcome.booking.state}.`;
  if (outcome.answer === "online") return `NO   ${who}: takes part online.`;
  if (outcome.answer === "admitted") return `YES  ${who}`;
  return `NO   ${who}: this pass is used, admitted ${sinceWhen(event, outcome)}.`;
}

function nameOn(
  event: RegistrationEvent,
  { participant, booking }: { participant: Participant; booking: Booking },
): string {
  const title = eventWords(event, "en").places[booking.place]?.title ?? booking.place;
  return `${participant.badge ?? participant.name}, ${title}`;
}

const sinceWhen = (
  { zone }: RegistrationEvent,
  { at, by }: { at: Instant; by: string | undefined },
): string => `${moment(at, zone, "en")}${by === undefined ? "" : ` by ${by}`}`;
