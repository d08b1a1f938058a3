import type { Context } from "hono";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import { type OpenedSeat, openSeat } from "../../workflows/registration/guests.ts";
import type { Visit } from "../request/visit.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";
import { linkVisit } from "./self-visit.ts";

/** A request with a link that opens one seat. */
export interface SeatVisit extends OpenedSeat {
  readonly visited: Visit;
  readonly token: string;
  readonly event: RegistrationEvent;
}

/** @throws Refusal `registration-unknown` alike for every link that opens nothing, that of a registration among them */
export const seatVisit = (dependencies: RegistrationAppDependencies, c: Context): Promise<SeatVisit> =>
  linkVisit(dependencies, c, openSeat);
