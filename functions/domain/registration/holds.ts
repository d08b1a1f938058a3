import { addSeconds, earliest, type Instant } from "../instant.ts";
import type { RegistrationPlace } from "./event.ts";

const HOUR_SECONDS = 3600;

/** How long seats are kept for someone who has not verified the address. */
export const VERIFY_HOURS = 4;
/** The same for someone who waits, and so keeps nobody from a seat. */
export const VERIFY_WAITING_HOURS = 48;
/** How long an offered seat is kept, from when it is offered. */
export const OFFER_HOURS = 48;

type Beginning = Pick<RegistrationPlace, "begins">;

/** A hold made at `now`: it never reaches beyond the beginning of what it is for. */
const holdUntil = ({ begins }: Beginning, now: Instant, hours: number): Instant =>
  earliest([addSeconds(now, hours * HOUR_SECONDS), begins]) ?? begins;

export const verifyUntil = (place: Beginning, now: Instant) => holdUntil(place, now, VERIFY_HOURS);
export const verifyWaitingUntil = (place: Beginning, now: Instant) =>
  holdUntil(place, now, VERIFY_WAITING_HOURS);
export const offerUntil = (place: Beginning, now: Instant) => holdUntil(place, now, OFFER_HOURS);
/** Whoever waits for approval keeps the seats until the beginning: a slow press office costs nobody a seat. */
export const approvalUntil = ({ begins }: Beginning): Instant => begins;
