import ICAL from "ical.js";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { eventChanged } from "../../../functions/domain/registration/decisions/event-change.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { moveBooking } from "../../../functions/workflows/registration/at-desk.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import {
  addPlace,
  cancel,
  change,
  changePeople,
  verify,
} from "../../../functions/workflows/registration/self-service.ts";
import type { RegisteringWorld } from "./registering.ts";
import { BEGINS, people, submissionOf } from "./registration-events.ts";

const SITE = { address: "https://newsroom.example.org", name: "Newsroom", organisation: "IOM" };
const MOVED = addSeconds(BEGINS, 3600);

/** The calendars of all mails so far, in the order in which they were caused. */
export async function invitations(
  world: RegisteringWorld,
  event: RegistrationEvent = world.event,
): Promise<string[]> {
  const mails = (await world.mails()).sort((a, b) => a.version - b.version);
  const rendered = await Promise.all(
    mails.map((mail) =>
      registrationMail({
        mail,
        event: mail.kind === "event-moved" ? event : world.event,
        site: SITE,
        now: world.instant(),
      }),
    ),
  );
  return rendered.flatMap(({ calendar }) => (calendar ? [calendar.text] : []));
}

/** The invitations of a whole life: invited, one person fewer, moved by an hour, cancelled. */
export async function invitationsOfALife(world: RegisteringWorld): Promise<string[]> {
  const submission = submissionOf({ people: people(3) });
  const of = { event: world.event, id: submission.id };
  await register(world.dependencies, world.event, submission);
  await verify(world.dependencies, of);
  world.pass(60);
  await changePeople(world.dependencies, of, { place: "hall", people: people(2) });
  world.pass(60);
  const [place] = world.event.places;
  const moved = { ...world.event, start: MOVED, places: place ? [{ ...place, begins: MOVED }] : [] };
  await change(world.dependencies, { ...of, event: moved }, eventChanged);
  world.pass(60);
  await cancel(world.dependencies, of, []);
  return invitations(world, moved);
}

/** The same life, and after it the place is booked again. */
export async function invitationsOfTwoLives(world: RegisteringWorld): Promise<string[]> {
  const texts = await invitationsOfALife(world);
  const [registration] = await world.all();
  if (!registration) throw new Error("Nobody is registered.");
  world.pass(60);
  const of = { event: world.event, id: registration.id };
  await addPlace(world.dependencies, of, { place: "hall", people: people(1) });
  return [...texts, ...(await invitations(world)).slice(texts.length)];
}

/** The invitations of somebody whom the desk moves to another place. */
export async function invitationsOfAMove(world: RegisteringWorld): Promise<string[]> {
  const submission = submissionOf();
  const of = { event: world.event, id: submission.id };
  await register(world.dependencies, world.event, submission);
  await verify(world.dependencies, of);
  world.pass(60);
  await moveBooking(world.dependencies, of, { from: "hall", to: "stream", names: [], beyond: false });
  return invitations(world);
}

/** A property of the entry in a calendar. */
export function propertyOf(text: string, name: string): string {
  const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return String(component?.getFirstPropertyValue(name) ?? "");
}
