import { addSeconds, earliestOf, type Instant, latestOf } from "../instant.ts";
import type { RegistrationPlace } from "./event.ts";

const HOUR_SECONDS = 3600;

/** How long seats are kept for someone who has not verified the address. */
export const VERIFY_HOURS = 4;
/** The same where one network asks for very many seats and proves nothing: time to open a mail, not to block a hall. */
export const SHORT_VERIFY_MINUTES = 30;
/** The same for someone who waits, and so keeps nobody from a seat. */
export const VERIFY_WAITING_HOURS = 48;
/** How long an offered seat is kept, from when it is offered. */
export const OFFER_HOURS = 48;
/** Sending a form again begins the time anew, but only up to this many times of it since it was first sent. */
const RENEWALS = 3;

type Times = Pick<RegistrationPlace, "begins" | "closes" | "ends">;

/** Until when seats are given at all: until the place begins or, where one can still register after that, until it closes. */
export const lastInstant = ({ begins, closes, ends }: Times): Instant =>
  earliestOf(latestOf(begins, closes), ends);

/** A hold made at `now`: it never reaches beyond the last instant. */
const holdUntil = (place: Times, hours: number, now: Instant, since: Instant): Instant =>
  earliestOf(
    addSeconds(now, hours * HOUR_SECONDS),
    addSeconds(since, RENEWALS * hours * HOUR_SECONDS),
    lastInstant(place),
  );

/**
 * @param since when it was first submitted
 * @param shortHold whether its network asks for very many seats and proves nothing
 */
export const verifyUntil = (place: Times, now: Instant, since: Instant, shortHold = false): Instant => {
  const usual = holdUntil(place, VERIFY_HOURS, now, since);
  return shortHold ? earliestOf(usual, addSeconds(now, SHORT_VERIFY_MINUTES * 60)) : usual;
};
export const verifyWaitingUntil = (place: Times, now: Instant, since: Instant) =>
  holdUntil(place, VERIFY_WAITING_HOURS, now, since);
export const offerUntil = (place: Times, now: Instant) => holdUntil(place, OFFER_HOURS, now, now);
/** Whoever waits for approval keeps the seats as long as any are given: a slow press office costs nobody a seat. */
export const approvalUntil = lastInstant;
