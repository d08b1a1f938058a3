import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import type { Booking } from "../../../../functions/domain/registration/booking.ts";
import { BOOKING_STATES } from "../../../../functions/domain/registration/booking.ts";
import { type MoveAsked, moved } from "../../../../functions/domain/registration/decisions/move.ts";
import type { PlaceSeats } from "../../../../functions/domain/registration/seats.ts";
import { bookingIn, changeOf, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import { BEGINS, eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";

const event = eventOf([placeOf("hall"), placeOf("online"), placeOf("tour", { approval: true })]);
const ROOM: PlaceSeats = { capacity: 5, taken: 3, waiting: 0 };
const WAITED_FOR: PlaceSeats = { capacity: 5, taken: 1, waiting: 1 };
const FULL: PlaceSeats = { capacity: 5, taken: 5, waiting: 0 };

interface Situation {
  readonly bookings: readonly Booking[];
  readonly asked?: Partial<MoveAsked>;
  readonly seats?: PlaceSeats;
  readonly now?: string;
  readonly status?: "scheduled" | "cancelled";
}

function decided({ bookings, asked = {}, seats = ROOM, now = NOW, status = "scheduled" }: Situation) {
  const at = { ...event, status };
  const to = asked.to ?? "online";
  return moved(
    registrationOf(at, bookings),
    { from: "hall", to, names: [], beyond: false, ...asked },
    { event: at, now, seats: new Map([[to, seats]]) },
  );
}

const [aigul, marat] = bookingIn("confirmed").participants;
const only = (name: "Aigul Serik" | "Marat Omarov", changes: Partial<Booking> = {}) =>
  bookingIn("confirmed", {
    participants: [aigul, marat].flatMap((each) => (each?.name === name ? [each] : [])),
    ...changes,
  });

describe("people who are moved to another place", () => {
  test("keep or get a seat in each state that holds or waits for one", () => {
    const outcomes = BOOKING_STATES.map((state) => [
      state,
      outcomeOf(() => decided({ bookings: [bookingIn(state)] })),
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      unverified: "refused: booking-state",
      "unverified-waiting": "refused: booking-state",
      pending: "cancelled, confirmed | mail: moved",
      waitlisted: "cancelled, confirmed | mail: moved",
      offered: "cancelled, confirmed | mail: moved",
      confirmed: "cancelled, confirmed approved | mail: moved, moved-from",
      declined: "refused: booking-state",
      cancelled: "refused: booking-state",
      expired: "refused: booking-ended",
    });
  });

  test.each<[situation: string, Situation, outcome: string]>([
    [
      "to a place that asks approval, confirmed",
      { bookings: [bookingIn("confirmed")], asked: { to: "tour" } },
      "cancelled, confirmed approved | mail: moved, moved-from",
    ],
    [
      "to a place that asks approval, approved and waiting",
      { bookings: [bookingIn("waitlisted", { approved: true })], asked: { to: "tour" } },
      "cancelled approved, confirmed approved | mail: moved",
    ],
    [
      "to a place that asks approval, waiting",
      { bookings: [bookingIn("waitlisted")], asked: { to: "tour" } },
      "cancelled, pending | mail: pending",
    ],
    [
      "one of two",
      { bookings: [bookingIn("confirmed")], asked: { names: ["Marat Omarov"] } },
      "confirmed, confirmed approved | mail: moved, changed",
    ],
    [
      "one of two, by the code of the pass",
      { bookings: [bookingIn("confirmed")], asked: { names: ["PASS000002"] } },
      "confirmed, confirmed approved | mail: moved, changed",
    ],
    [
      "one of two who wait",
      { bookings: [bookingIn("waitlisted")], asked: { names: ["Marat Omarov"] } },
      "waitlisted, confirmed | mail: moved, changed",
    ],
    [
      "somebody who is not among them",
      { bookings: [bookingIn("confirmed")], asked: { names: ["Somebody Else"] } },
      "refused: person-unknown",
    ],
    [
      "the same name twice",
      { bookings: [bookingIn("confirmed")], asked: { names: ["Marat Omarov", "Marat Omarov"] } },
      "refused: person-unknown",
    ],
    [
      "to where they are",
      { bookings: [bookingIn("confirmed")], asked: { to: "hall" } },
      "refused: place-booked",
    ],
    [
      "from where they are not",
      { bookings: [bookingIn("confirmed")], asked: { from: "online", to: "hall" } },
      "refused: booking-unknown",
    ],
    [
      "to a place that there is not",
      { bookings: [bookingIn("confirmed")], asked: { to: "nowhere" } },
      "refused: place-unknown",
    ],
    ["to a full place", { bookings: [bookingIn("confirmed")], seats: FULL }, "refused: place-full"],
    [
      "to a full place, on purpose",
      { bookings: [bookingIn("confirmed")], seats: FULL, asked: { beyond: true } },
      "cancelled, confirmed approved | mail: moved, moved-from",
    ],
    [
      "to a place for which others wait",
      { bookings: [bookingIn("confirmed")], seats: WAITED_FOR },
      "refused: place-full",
    ],
    [
      "to a place that is over",
      { bookings: [bookingIn("confirmed")], now: addSeconds(BEGINS, 7200) },
      "refused: place-closed",
    ],
    [
      "of a cancelled event",
      { bookings: [bookingIn("confirmed")], status: "cancelled" },
      "refused: place-closed",
    ],
    [
      "seen in another state",
      { bookings: [bookingIn("confirmed")], asked: { seen: "waitlisted" } },
      "refused: booking-changed",
    ],
    [
      "seen in this state",
      { bookings: [bookingIn("confirmed")], asked: { seen: "confirmed" } },
      "cancelled, confirmed approved | mail: moved, moved-from",
    ],
    [
      "beside one that is there",
      { bookings: [only("Marat Omarov"), only("Aigul Serik", { place: "online" })] },
      "cancelled, confirmed | mail: moved, moved-from",
    ],
    [
      "beside one of the same name",
      { bookings: [only("Marat Omarov"), only("Marat Omarov", { place: "online" })] },
      "refused: place-booked",
    ],
    [
      "beside one who waits there",
      { bookings: [only("Marat Omarov"), bookingIn("waitlisted", { place: "online" })] },
      "refused: place-booked",
    ],
    [
      "beside one whose booking there is over",
      { bookings: [only("Marat Omarov"), bookingIn("cancelled", { place: "online" })] },
      "cancelled, confirmed approved | mail: moved, moved-from",
    ],
    [
      "again, all of them",
      { bookings: [bookingIn("cancelled"), bookingIn("confirmed", { place: "online" })] },
      "nothing",
    ],
    [
      "again, one by name",
      {
        bookings: [bookingIn("cancelled"), only("Marat Omarov", { place: "online" })],
        asked: { names: ["Marat Omarov"] },
      },
      "nothing",
    ],
    [
      "again, another by name",
      {
        bookings: [bookingIn("cancelled"), only("Marat Omarov", { place: "online" })],
        asked: { names: ["Aigul Serik"] },
      },
      "refused: booking-state",
    ],
  ])("%s", (_, situation, outcome) => {
    expect(outcomeOf(() => decided(situation))).toBe(outcome);
  });

  test("keep the codes of their passes, and are no longer checked in", () => {
    const admitted = bookingIn("confirmed", {
      participants: [{ pass: "PASS000001", name: "Aigul Serik", checkedInAt: NOW, checkedInBy: "door" }],
    });
    const { after } = changeOf(decided({ bookings: [admitted] }));
    const [former, next] = after.bookings;
    expect(next?.participants).toEqual([{ pass: "PASS000001", name: "Aigul Serik" }]);
    expect(former?.participants.map(({ name }) => name)).toEqual(["Aigul Serik"]);
    expect(former?.participants[0]?.pass).not.toBe("PASS000001");
  });

  test("take the turn of their submission and their priority along", () => {
    const { after } = changeOf(decided({ bookings: [bookingIn("waitlisted", { priority: 2 })] }));
    expect(after.bookings[1]).toMatchObject({
      priority: 2,
      submittedAt: bookingIn("waitlisted").submittedAt,
    });
  });

  test("have their entry in calendars taken out where they were and put in where they are", () => {
    const { after, mails } = changeOf(decided({ bookings: [bookingIn("confirmed")] }));
    expect(after.bookings.map(({ place, calendar }) => [place, calendar?.sequence])).toEqual([
      ["hall", 1],
      ["online", 0],
    ]);
    expect(mails.map(({ booking }) => booking?.place)).toEqual(["online", "hall"]);
  });

  test("go on with the entry that they had there before", () => {
    const before = bookingIn("cancelled", { place: "online", calendar: { sequence: 4, stamp: NOW } });
    const { after } = changeOf(decided({ bookings: [bookingIn("confirmed"), before] }));
    expect(after.bookings.find(({ place }) => place === "online")?.calendar?.sequence).toBe(5);
  });

  test("are told what the organiser says with it, once", () => {
    const { mails } = changeOf(
      decided({ bookings: [bookingIn("confirmed")], asked: { note: "The hall is too small." } }),
    );
    expect(mails.map(({ note }) => note)).toEqual(["The hall is too small.", undefined]);
  });

  test("are counted up to a number that is told where they get seats on purpose", () => {
    const asked = { beyond: true };
    expect(changeOf(decided({ bookings: [bookingIn("confirmed")], seats: FULL, asked })).beyond).toEqual({
      place: "online",
      upTo: 7,
      over: 2,
    });
    expect(
      changeOf(decided({ bookings: [bookingIn("confirmed")], seats: WAITED_FOR, asked })).beyond,
    ).toEqual({
      place: "online",
      upTo: 5,
      over: 0,
    });
    expect(changeOf(decided({ bookings: [bookingIn("confirmed")], asked })).beyond).toBeUndefined();
  });

  test("are at most twenty at one place", () => {
    const people = (n: number, from = 0) =>
      Array.from({ length: n }, (_, i) => ({ pass: `PASS${i + from}`, name: `Person ${i + from}` }));
    const there = bookingIn("confirmed", { place: "online", participants: people(19) });
    const going = (n: number) => bookingIn("confirmed", { participants: people(n, 19) });
    const seats = { capacity: 100, taken: 0, waiting: 0 };
    expect(outcomeOf(() => decided({ bookings: [going(1), there], seats }))).toContain("confirmed");
    expect(outcomeOf(() => decided({ bookings: [going(2), there], seats }))).toBe("refused: booking-size");
  });
});
