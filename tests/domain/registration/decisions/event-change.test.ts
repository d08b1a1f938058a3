import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { BOOKING_STATES, type Booking } from "../../../../functions/domain/registration/booking.ts";
import {
  answersForgotten,
  directed,
  eventChanged,
  keptAnew,
  messaged,
  needsForgotten,
  reminded,
  remindFrom,
} from "../../../../functions/domain/registration/decisions/event-change.ts";
import { lastInstant } from "../../../../functions/domain/registration/holds.ts";
import type { Registration } from "../../../../functions/domain/registration/registration.ts";
import { timesAndVenues } from "../../../../functions/domain/registration/time-and-venue.ts";
import {
  bookingIn,
  changeOf,
  NOW,
  outcomeOf,
  registrationOf,
  SAID,
} from "../../../worlds/registration/decided.ts";
import { BEGINS, eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";

const hall = placeOf("hall");
const event = eventOf([hall, placeOf("online", { mode: "online" })]);
const LATER = addSeconds(BEGINS, 86_400);
const later = { begins: LATER, ends: addSeconds(LATER, 7200) };
const moved = { ...event, start: LATER, end: later.ends, places: [{ ...hall, ...later }] };
const cancelled = { ...event, status: "cancelled" as const };

const changedFor = (changed: typeof event, bookings: readonly Booking[], other: Partial<Registration> = {}) =>
  eventChanged(registrationOf(event, bookings, other), { event: changed, now: NOW });

const inEachState = (changed: typeof event) =>
  Object.fromEntries(
    BOOKING_STATES.map((state) => [state, outcomeOf(() => changedFor(changed, [bookingIn(state)]))]),
  );

describe("a booking in each state", () => {
  test("of an event that moved", () => {
    expect(inEachState(moved)).toEqual({
      unverified: "unverified | no mail",
      "unverified-waiting": "unverified-waiting | no mail",
      pending: "pending | mail: event-moved",
      waitlisted: "waitlisted | mail: event-moved",
      offered: "offered | mail: event-moved",
      confirmed: "confirmed | mail: event-moved",
      declined: "declined | no mail",
      cancelled: "cancelled | no mail",
      expired: "expired | no mail",
    });
  });

  test("of an event that is cancelled", () => {
    expect(inEachState(cancelled)).toEqual({
      unverified: "cancelled | no mail",
      "unverified-waiting": "cancelled | no mail",
      pending: "cancelled | mail: event-cancelled",
      waitlisted: "cancelled | mail: event-cancelled",
      offered: "cancelled | mail: event-cancelled",
      confirmed: "cancelled | mail: event-cancelled",
      declined: "nothing",
      cancelled: "nothing",
      expired: "nothing",
    });
  });

  test("of an event that is as it was", () => {
    const { pending, ...others } = inEachState(event);
    expect(new Set(Object.values(others))).toEqual(new Set(["nothing"]));
    expect(pending).toBe("pending | no mail"); // its end was another than that of its place
    const waiting = bookingIn("pending", { until: lastInstant(hall) });
    expect(changedFor(event, [waiting])).toBeUndefined();
  });
});

describe("an event that changed", () => {
  test("tells calendars of another time, and shows the former one beside it", () => {
    const registration = registrationOf(event, [bookingIn("confirmed")]);
    const known = timesAndVenues(event);
    const change = changeOf(eventChanged(registration, { event: moved, now: NOW }, known));
    expect(change.after.bookings[0]?.calendar).toEqual({ sequence: 1, stamp: NOW });
    expect(change.mails[0]).toMatchObject({ kind: "event-moved", was: { begins: BEGINS } });
    const redacted = { ...moved, redacted: true as const };
    const quiet = changeOf(eventChanged(registration, { event: redacted, now: NOW }, known));
    expect(quiet.mails[0]).not.toHaveProperty("was");
  });

  test("tells somebody once", () => {
    const change = changeOf(changedFor(moved, [bookingIn("confirmed")]));
    expect(eventChanged(change.after, { event: moved, now: NOW })).toBeUndefined();
  });

  test("tells those whose booking it ended when it takes place after all", () => {
    const ended = changeOf(changedFor(cancelled, [bookingIn("confirmed")])).after;
    expect(ended.bookings[0]?.endedWithEvent).toBe(true);
    const again = changeOf(eventChanged(ended, { event, now: NOW }));
    expect(again.mails.map(({ kind }) => kind)).toEqual(["event-again"]);
    expect(again.after.bookings[0]?.endedWithEvent).toBeUndefined();
    expect(eventChanged(again.after, { event, now: NOW })).toBeUndefined();
  });

  test("changes nothing of a booking at a place that is gone from it", () => {
    const without = { ...event, places: event.places.filter(({ id }) => id !== "hall") };
    expect(changedFor(without, [bookingIn("confirmed")])).toBeUndefined();
  });

  test("is no news where only a translation is new", () => {
    const words = event.words.map((each) => (each.language === "ru" ? { ...each, city: "Астана" } : each));
    const told = registrationOf(event, [bookingIn("confirmed")]).bookings[0]?.told ?? "";
    const change = changeOf(
      eventChanged(registrationOf(event, [bookingIn("confirmed", { told })], { language: "ru" }), {
        event: { ...event, words },
        now: NOW,
      }),
    );
    expect(change.mails).toEqual([]);
    expect(change.after.bookings[0]?.told).not.toBe(told);
  });

  test("moves the end of what waits for approval, and shortens holds that would reach beyond it", () => {
    const sooner = addSeconds(NOW, 600);
    const earlier = { ...hall, begins: sooner, closes: sooner, ends: addSeconds(sooner, 60) };
    const brought = { ...event, start: sooner, places: [earlier] };
    const untilOf = (changed: typeof event, state: "pending" | "offered") =>
      changeOf(changedFor(changed, [bookingIn(state)])).after.bookings[0]?.until;
    expect(untilOf(moved, "pending")).toBe(lastInstant({ ...hall, ...later }));
    expect(untilOf(moved, "offered")).toBe(bookingIn("offered").until);
    expect(untilOf(brought, "offered")).toBe(lastInstant(earlier));
  });

  test("moves the day on which everything is erased", () => {
    const keepDays = event.keepDays + 10;
    const longer = { ...event, keepDays };
    const { eraseAt } = changeOf(changedFor(longer, [bookingIn("cancelled")])).after;
    expect(eraseAt).toBe(addSeconds(event.end, keepDays * 86_400));
    const registration = registrationOf(event, [bookingIn("confirmed")]);
    expect(keptAnew(registration, { event, now: NOW })).toBeUndefined();
    expect(keptAnew(registration, { event: longer, now: NOW })).toMatchObject({
      after: { eraseAt },
      mails: [],
    });
  });
});

describe("a reminder", () => {
  const DAY_BEFORE = remindFrom(event);
  const remind = (bookings: readonly Booking[], remindedAt?: string) =>
    outcomeOf(() =>
      reminded(registrationOf(event, bookings, remindedAt === undefined ? {} : { remindedAt }), {
        event,
        now: DAY_BEFORE,
      }),
    );

  test("comes as many hours before the event as it says", () => {
    expect(DAY_BEFORE).toBe(addSeconds(BEGINS, -86_400));
  });

  test.each<[string, readonly Booking[], string | undefined, string]>([
    ["goes to those who come", [bookingIn("confirmed")], undefined, "confirmed | mail: reminder"],
    [
      "goes to nobody who waits",
      [bookingIn("waitlisted"), bookingIn("pending", { place: "online" })],
      undefined,
      "nothing",
    ],
    [
      "names each place",
      [bookingIn("confirmed"), bookingIn("confirmed", { place: "online" })],
      undefined,
      "confirmed, confirmed | mail: reminder, reminder",
    ],
    ["is sent once", [bookingIn("confirmed")], DAY_BEFORE, "nothing"],
    [
      "is not sent again because it was late by half a day",
      [bookingIn("confirmed")],
      addSeconds(DAY_BEFORE, -43_199),
      "nothing",
    ],
    [
      "is sent again where the event moved to another day since",
      [bookingIn("confirmed")],
      addSeconds(DAY_BEFORE, -43_200),
      "confirmed | mail: reminder",
    ],
  ])("%s", (_, bookings, remindedAt, outcome) => {
    expect(remind(bookings, remindedAt)).toBe(outcome);
  });
});

describe("directions", () => {
  const TELL = addSeconds(NOW, -60);
  const words = event.words.map((each) => ({
    ...each,
    places: { ...each.places, hall: { title: "Hall", address: "2 Secret Street" } },
  }));
  const secret = { ...event, words, places: [{ ...hall, tell: { when: "at" as const, at: TELL } }] };
  const direct = (booking: Booking, now = NOW, of: typeof event = secret) =>
    outcomeOf(() => directed(registrationOf(of, [booking]), "hall", { event: of, now }));

  test.each<[string, Booking, string, string]>([
    [
      "go to those who come, once their time has come",
      bookingIn("confirmed"),
      NOW,
      "confirmed | mail: directions",
    ],
    ["go to nobody before their time", bookingIn("confirmed"), addSeconds(TELL, -1), "nothing"],
    ["go to nobody who waits", bookingIn("waitlisted"), NOW, "nothing"],
    [
      "go to nobody whose calendar has them already",
      bookingIn("confirmed", { calendar: { sequence: 1, stamp: TELL } }),
      NOW,
      "nothing",
    ],
    [
      "go to those whose calendar is a second older",
      bookingIn("confirmed", { calendar: { sequence: 1, stamp: addSeconds(TELL, -1) } }),
      NOW,
      "confirmed | mail: directions",
    ],
  ])("%s", (_, booking, now, outcome) => {
    expect(direct(booking, now)).toBe(outcome);
  });

  test("go to nobody of a place that tells its address on confirmation", () => {
    const told = { ...secret, places: [{ ...hall, tell: { when: "on-confirmation" as const } }] };
    expect(direct(bookingIn("confirmed"), NOW, told)).toBe("nothing");
  });
});

describe("what is forgotten", () => {
  test("needs go, and nobody is told", () => {
    const change = changeOf(
      needsForgotten(registrationOf(event, [bookingIn("confirmed")], { needs: "A ramp" }), {
        event,
        now: NOW,
      }),
    );
    expect(change.after).not.toHaveProperty("needs");
    expect(change.mails).toEqual([]);
    expect(needsForgotten(change.after, { event, now: NOW })).toBeUndefined();
  });

  test("answers go whose time is over, of the registration and of each person, and the others stay", () => {
    const people = [{ pass: "P", name: "Aigul", answers: { diet: "fish", position: "editor" } }];
    const registration = registrationOf(event, [bookingIn("confirmed", { participants: people })], {
      answers: { diet: "fish", hotel: "yes" },
    });
    const { after } = changeOf(answersForgotten(registration, ["diet"], { event, now: NOW }));
    expect(after.answers).toEqual({ hotel: "yes" });
    expect(after.bookings[0]?.participants[0]?.answers).toEqual({ position: "editor" });
    expect(answersForgotten(after, ["diet"], { event, now: NOW })).toBeUndefined();
    const ofPeople = { ...registration, answers: { hotel: "yes" } };
    expect(answersForgotten(ofPeople, ["diet"], { event, now: NOW })?.after.answers).toEqual({
      hotel: "yes",
    });
  });
});

describe("a message to everyone at a place", () => {
  const said = { place: "hall", note: "Come earlier." };
  const tell = (registration: Registration, message = said) =>
    messaged(registration, message, { event, now: NOW });

  test("goes to each who comes there, once for each text", () => {
    const first = changeOf(tell(registrationOf(event, [bookingIn("confirmed")])));
    expect(first.mails).toMatchObject([{ kind: "message", note: "Come earlier." }]);
    expect(tell(first.after)).toBeUndefined();
    const second = changeOf(tell(first.after, { place: "hall", note: "Come later." }));
    expect(second.after.messages).toHaveLength(2);
    expect(tell(second.after)).toBeUndefined();
  });

  test.each([
    ["waits", bookingIn("waitlisted")],
    ["comes elsewhere", bookingIn("confirmed", { place: "online" })],
  ])("goes to nobody who %s", (_, booking) => {
    expect(tell(registrationOf(event, [booking]))).toBeUndefined();
  });
});

test("an event that changed tells nobody whose address is not proven", () => {
  const registration = registrationOf(event, [bookingIn("unverified")]);
  expect(registration.verifiedAt).toBeUndefined();
  expect(registrationOf(event, [bookingIn("confirmed")]).verifiedAt).toBe(SAID);
  expect(changeOf(eventChanged(registration, { event: moved, now: NOW })).mails).toEqual([]);
});
