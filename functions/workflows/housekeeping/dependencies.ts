import type { AvailabilityBoard } from "../../storage/newsroom/availability.ts";
import type { RegistrationEvents } from "../../storage/newsroom/registration-events.ts";
import type { GuestLists } from "../../storage/registrations/guest-lists.ts";
import type { HousekeepingMarks } from "../../storage/registrations/housekeeping-marks.ts";
import type { Outbox } from "../../storage/registrations/outbox.ts";
import type { HearingDependencies } from "../organisers/notify-organisers.ts";
import type { RegistrationDependencies } from "../registration/dependencies.ts";

/** What housekeeping is given. */
export interface HousekeepingDependencies extends RegistrationDependencies {
  readonly events: RegistrationEvents;
  /** By which organisers hear; a run that tells them nothing has none. */
  readonly organisers?: HearingDependencies;
  /** Where readers see how many seats are left; a run that shows them nothing has none. */
  readonly availability?: AvailabilityBoard;
  /** Lists of people who are invited; a run that has none reminds nobody of them. */
  readonly lists?: Pick<GuestLists, "of">;
  readonly marks: HousekeepingMarks;
  readonly outbox: Pick<Outbox, "neglected">;
  /** Sends what is unsent of a registration. */
  readonly deliver: (registration: string) => Promise<unknown>;
}

/** What a run came to. */
export interface Housekept {
  ended: number;
  offers: number;
  told: number;
  reminded: number;
  forgotten: number;
  erased: number;
  resent: number;
  /** Mails to organisers. */
  heard: number;
  /** What could not be done: the rest was done all the same, and the next run tries again. */
  readonly failures: unknown[];
}
