import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { BOOKING_STATES, type Booking } from "../../../../functions/domain/registration/booking.ts";
import { checkedIn, checkInUndone } from "../../../../functions/domain/registration/decisions/check-in.ts";
import { addedAtDesk } from "../../../../functions/domain/registration/decisions/desk-add.ts";
import { ceilingFor } from "../../../../functions/domain/registration/decisions/desk-seats.ts";
import { bookingIn, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import { BEGINS, eventOf, people, placeOf } from "../../../worlds/registration/registration-events.ts";

const event = eventOf([placeOf("hall"), placeOf("tour", { approval: true })]);
const ROOM = { capacity: 50, taken: 3, waiting: 0 };

describe("somebody whom the desk adds", () => {
  interface Situation {
    readonly place?: string;
    readonly n?: number;
    readonly beyond?: boolean;
    readonly seats?: typeof ROOM;
    readonly now?: string;
    readonly status?: "scheduled" | "cancelled";
  }
  const add = ({
    place = "hall",
    n = 1,
    beyond = false,
    seats = ROOM,
    now = NOW,
    status = "scheduled",
  }: Situation) =>
    addedAtDesk(
      { id: "id", language: "ru", contact: { name: "Dana", email: "" }, place, people: people(n), beyond },
      {
        event: { ...event, status },
        now,
        at: Date.parse(now),
        seats: new Map([[place, seats]]),
        token: { hash: "h", sealed: "s" },
      },
    );

  test.each<[string, Situation, string]>([
    ["is confirmed", {}, "confirmed | mail: confirmed"],
    ["is approved where that is asked", { place: "tour" }, "confirmed approved | mail: confirmed"],
    [
      "can still be added while the place is on",
      { now: addSeconds(BEGINS, 7199) },
      "confirmed | mail: confirmed",
    ],
    ["cannot be added once the place is over", { now: addSeconds(BEGINS, 7200) }, "refused: place-closed"],
    ["cannot be added to a cancelled event", { status: "cancelled" }, "refused: place-closed"],
    ["cannot be added to a place that there is not", { place: "nowhere" }, "refused: place-unknown"],
    [
      "cannot be added to a full place",
      { seats: { capacity: 3, taken: 3, waiting: 0 } },
      "refused: place-full",
    ],
    [
      "cannot be added before those who wait",
      { seats: { capacity: 9, taken: 3, waiting: 1 } },
      "refused: place-full",
    ],
    [
      "can be added beyond the seats, on purpose",
      { seats: { capacity: 3, taken: 3, waiting: 0 }, beyond: true },
      "confirmed | mail: confirmed",
    ],
    ["is at least one person", { n: 0 }, "refused: booking-size"],
    ["can be twenty people", { n: 20 }, "confirmed | mail: confirmed"],
    ["cannot be twenty-one people", { n: 21 }, "refused: booking-size"],
  ])("%s", (_, situation, outcome) => {
    expect(outcomeOf(() => add(situation))).toBe(outcome);
  });

  test("has a pass, an entry in calendars and a proven contact", () => {
    const { before, after } = add({});
    expect(before).toBeUndefined();
    expect(after).toMatchObject({ language: "ru", verifiedAt: NOW, version: 1 });
    expect(after.bookings).toMatchObject([{ calendar: { sequence: 0, stamp: NOW }, priority: 5 }]);
    expect(after.bookings[0]?.participants[0]?.pass).toMatch(/^[0-9A-Z]{10}$/);
  });
});

test.each([
  ["there is room", { capacity: 5, taken: 3, waiting: 0 }, undefined],
  ["two are missing", { capacity: 5, taken: 5, waiting: 0 }, { place: "hall", upTo: 7, over: 2 }],
  ["others wait", { capacity: 9, taken: 3, waiting: 1 }, { place: "hall", upTo: 9, over: 0 }],
])("two seats that are given on purpose where %s", (_, row, ceiling) => {
  expect(ceilingFor(new Map([["hall", row]]), { place: "hall", n: 2, beyond: true })).toEqual(ceiling);
});

test("a place without a row has no seats, and the refusal says how many it would take", () => {
  expect(ceilingFor(new Map(), { place: "hall", n: 2, beyond: true })).toEqual({
    place: "hall",
    upTo: 2,
    over: 2,
  });
  expect(() => ceilingFor(new Map(), { place: "hall", n: 2, beyond: false })).toThrow(
    "hall has 0 free of 0 seats, 0 bookings wait, and this takes 2.",
  );
});

describe("a pass at the door", () => {
  const online = new Set(["online"]);
  const answerTo = (booking: Booking, pass = "PASS000001") =>
    checkedIn(registrationOf(event, [booking]), pass, NOW, online, "door").answer;

  test("admits its holder where the booking is confirmed", () => {
    expect(Object.fromEntries(BOOKING_STATES.map((state) => [state, answerTo(bookingIn(state))]))).toEqual({
      confirmed: "admitted",
      unverified: "not-confirmed",
      "unverified-waiting": "not-confirmed",
      pending: "not-confirmed",
      waitlisted: "not-confirmed",
      offered: "not-confirmed",
      declined: "not-confirmed",
      cancelled: "not-confirmed",
      expired: "not-confirmed",
    });
  });

  test("says of an online place that it has no door", () => {
    expect(answerTo(bookingIn("confirmed", { place: "online" }))).toBe("online");
  });

  test("is unknown where nobody has it, and where there is no registration", () => {
    expect(answerTo(bookingIn("confirmed"), "NOBODY")).toBe("unknown");
    expect(checkedIn(undefined, "PASS000001", NOW).answer).toBe("unknown");
    expect(checkInUndone(undefined, "PASS000001", NOW).answer).toBe("unknown");
    expect(checkInUndone(registrationOf(event, [bookingIn("confirmed")]), "NOBODY", NOW).answer).toBe(
      "unknown",
    );
  });

  test("admits once, says since when and by whom, and only that person", () => {
    const first = checkedIn(
      registrationOf(event, [bookingIn("confirmed")]),
      "PASS000002",
      NOW,
      online,
      "Dana",
    );
    if (first.answer !== "admitted") throw new Error(first.answer);
    expect(first.change.mails).toEqual([]);
    expect(first.change.after.bookings[0]?.participants).toMatchObject([
      { pass: "PASS000001" },
      { pass: "PASS000002", checkedInAt: NOW, checkedInBy: "Dana" },
    ]);
    expect(first.change.after.bookings[0]?.participants[0]).not.toHaveProperty("checkedInAt");
    const again = checkedIn(first.change.after, "PASS000002", addSeconds(NOW, 60), online, "Marat");
    expect(again).toMatchObject({ answer: "admitted-before", at: NOW, by: "Dana" });
  });

  test("of a door without a name says nobody's", () => {
    const first = checkedIn(registrationOf(event, [bookingIn("confirmed")]), "PASS000001", NOW);
    expect(first.answer === "admitted" && first.participant).not.toHaveProperty("checkedInBy");
  });

  test("can be taken back, once, whatever became of the booking", () => {
    const admitted = { pass: "PASS000001", name: "Aigul", checkedInAt: NOW, checkedInBy: "Dana" };
    for (const state of ["confirmed", "cancelled"] as const) {
      const registration = registrationOf(event, [bookingIn(state, { participants: [admitted] })]);
      const undone = checkInUndone(registration, "PASS000001", NOW);
      if (undone.answer !== "undone") throw new Error(undone.answer);
      expect(undone).toMatchObject({ at: NOW, by: "Dana" });
      expect(undone.change.after.bookings[0]?.participants).toEqual([{ pass: "PASS000001", name: "Aigul" }]);
      expect(checkInUndone(undone.change.after, "PASS000001", NOW).answer).toBe("not-admitted");
    }
  });
});
