import type { Context } from "hono";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { placeStanding, type RegistrationEvent } from "../../domain/registration/event.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import { openRegistration } from "../../workflows/registration/open-registration.ts";
import { languageOf, type Visit, visit } from "../request/visit.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";

/** A request with a link that opens a registration. */
export interface SelfVisit {
  readonly visited: Visit;
  readonly token: string;
  readonly event: RegistrationEvent;
  readonly registration: Registration;
  readonly isForNewAddress: boolean;
}

/**
 * What the token of the address opens. It has 192 random bits: nobody needs to count who tries some.
 * @throws Refusal `registration-unknown` alike for every link that opens nothing
 */
export async function selfVisit(dependencies: RegistrationAppDependencies, c: Context): Promise<SelfVisit> {
  return linkVisit(dependencies, c, openRegistration);
}

/**
 * A request with a link, what its token opens, and the event of that.
 * @throws Refusal `registration-unknown` alike for every link that opens nothing
 */
export async function linkVisit<Opened extends { readonly registration: Registration }>(
  dependencies: RegistrationAppDependencies,
  c: Context,
  open: (
    registering: RegistrationAppDependencies["registering"],
    token: string,
  ) => Promise<Opened | undefined>,
): Promise<Opened & Pick<SelfVisit, "visited" | "token" | "event">> {
  const visited = await visit(dependencies, c, languageOf(c.req.path) ?? DEFAULT_LANGUAGE);
  const token = c.req.path.split("/")[3] ?? "";
  const opened = await open(dependencies.registering, token);
  const event = opened && (await dependencies.events.event(opened.registration.event));
  if (opened && event) return { ...opened, visited, token, event };
  throw linkOpensNothing();
}

/**
 * The same for whatever can be done besides looking, which is the owner's alone: a link to a new address does one thing.
 * @throws Refusal `registration-unknown`
 */
export async function ownVisit(dependencies: RegistrationAppDependencies, c: Context): Promise<SelfVisit> {
  const on = await selfVisit(dependencies, c);
  if (on.isForNewAddress) throw linkOpensNothing();
  return on;
}

export const linkOpensNothing = (): Refusal =>
  new Refusal("registration-unknown", 404, "This link does not work.", "Use the link in the latest email.");

/** Ids of the places that this person can register for now: not where they were declined or gave the seat on, nor uninvited. */
export function availablePlaces({ event, registration, visited: { now } }: SelfVisit): string[] {
  const { bookings, invitedTo = [] } = registration;
  const declined = bookings
    .filter(({ state, invitation }) => state === "declined" || invitation?.handedOn !== undefined)
    .map(({ place }) => place);
  const invited = [...invitedTo, ...bookings.map(({ place }) => place)];
  return event.places
    .filter(({ id, audience }) => audience !== "invitation" || invited.includes(id))
    .filter((place) => !declined.includes(place.id) && placeStanding(event, place, now) === "open")
    .map(({ id }) => id);
}
