import type { Context } from "hono";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { placeStanding, type RegistrationEvent } from "../../domain/registration/event.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import { openRegistration } from "../../workflows/registration/self-service.ts";
import { languageOf, type Visit, visit } from "../visit.ts";
import { networkAddress } from "./registering-visit.ts";
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
 * What the token of the address opens. Tokens that open nothing are counted by network.
 * @throws Refusal `registration-unknown` alike for every link that opens nothing
 */
export async function selfVisit(dependencies: RegistrationAppDependencies, c: Context): Promise<SelfVisit> {
  const { registering, events, limits } = dependencies;
  const visited = await visit(dependencies, c, languageOf(c.req.path) ?? DEFAULT_LANGUAGE);
  const token = c.req.path.split("/")[3] ?? "";
  const opened = await openRegistration(registering, token);
  const event = opened && (await events.event(opened.registration.event));
  if (opened && event) return { visited, token, event, ...opened };
  await limits.within("guesses", networkAddress(c), visited.now);
  throw new Refusal(
    "registration-unknown",
    404,
    "This link opens nothing.",
    "Use the link in the latest mail.",
  );
}

/** Ids of the places that anyone can register for now. */
export function availablePlaces({ event, visited: { now } }: SelfVisit): string[] {
  return event.places
    .filter((place) => place.audience !== "invitation" && placeStanding(event, place, now) === "open")
    .map(({ id }) => id);
}
