import type { Context } from "hono";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { type OpenedSeat, openSeat } from "../../workflows/registration/guests.ts";
import { languageOf, type Visit, visit } from "../visit.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";
import { linkOpensNothing } from "./self-visit.ts";

/** A request with a link that opens one seat. */
export interface SeatVisit extends OpenedSeat {
  readonly visited: Visit;
  readonly token: string;
  readonly event: RegistrationEvent;
}

/** @throws Refusal `registration-unknown` alike for every link that opens nothing, that of a registration among them */
export async function seatVisit(dependencies: RegistrationAppDependencies, c: Context): Promise<SeatVisit> {
  const { registering, events } = dependencies;
  const visited = await visit(dependencies, c, languageOf(c.req.path) ?? DEFAULT_LANGUAGE);
  const token = c.req.path.split("/")[3] ?? "";
  const seat = await openSeat(registering, token);
  const event = seat && (await events.event(seat.registration.event));
  if (seat && event) return { visited, token, event, ...seat };
  throw linkOpensNothing();
}
