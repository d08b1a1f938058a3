import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { Refusal } from "../../../../functions/domain/refusal.ts";
import {
  bookingOf,
  placeOf as placeIn,
  requireSeen,
  requireState,
} from "../../../../functions/domain/registration/change.ts";
import { requireAddressSeen } from "../../../../functions/domain/registration/decisions/address-change.ts";
import { withPeople, withPlace } from "../../../../functions/domain/registration/decisions/amend.ts";
import {
  approved,
  declined,
  declineTakenBack,
} from "../../../../functions/domain/registration/decisions/approve.ts";
import {
  ceilingFor,
  requireDeskSize,
  requireNotOver,
} from "../../../../functions/domain/registration/decisions/desk-seats.ts";
import { edited } from "../../../../functions/domain/registration/decisions/edit.ts";
import { guestLinkReplaced } from "../../../../functions/domain/registration/decisions/guests.ts";
import { requireSeat } from "../../../../functions/domain/registration/decisions/invite.ts";
import { moved } from "../../../../functions/domain/registration/decisions/move.ts";
import { needsChanged } from "../../../../functions/domain/registration/decisions/needs.ts";
import { requirePeopleSeen } from "../../../../functions/domain/registration/decisions/people-seen.ts";
import { offered, prioritised } from "../../../../functions/domain/registration/decisions/waiting-list.ts";
import { bookingIn, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import { eventOf, people, placeOf } from "../../../worlds/registration/registration-events.ts";

const event = eventOf([placeOf("hall"), placeOf("online"), placeOf("tour", { approval: true })]);
const at = { event, now: NOW, room: () => true };
const of = (...bookings: Parameters<typeof registrationOf>[1]) => registrationOf(event, bookings);
const confirmed = of(bookingIn("confirmed"));
const seats = new Map([["online", { capacity: 9, taken: 0, waiting: 0 }]]);
const move = (changes: object, registration = confirmed) =>
  moved(registration, { from: "hall", to: "online", names: [], beyond: false, ...changes }, { ...at, seats });
const peopled = (named: readonly { name: string }[], registration = confirmed, circumstances: object = {}) =>
  withPeople(
    registration,
    { place: registration.bookings[0]?.place ?? "", people: named },
    { ...at, ...circumstances },
  );
const placed = (changes: object, registration = confirmed, circumstances: object = {}) =>
  withPlace(
    registration,
    { place: "online", people: people(1), at: 0, ...changes },
    { ...at, ...circumstances },
  );
const over = addSeconds(event.end, 1);

describe("a refusal names the field that it is about", () => {
  test.each<[code: string, field: string, decide: () => unknown]>([
    ["place-unknown", "place", () => placeIn({ event }, "nowhere")],
    ["booking-unknown", "place", () => bookingOf(confirmed, "online")],
    ["booking-unknown", "pass", () => guestLinkReplaced(confirmed, { pass: "X", seen: 0, key: "k" }, at)],
    ["booking-state", "state", () => requireState(bookingIn("cancelled"), ["pending"], NOW)],
    ["booking-state", "place", () => approved(of(bookingIn("waitlisted")), { place: "hall" }, at)],
    ["booking-changed", "state", () => requireSeen(bookingIn("confirmed"), "pending")],
    ["address-changed", "email", () => requireAddressSeen(confirmed, "former")],
    ["details-changed", "people", () => requirePeopleSeen(bookingIn("confirmed"), "former")],
    ["details-changed", "needs", () => needsChanged(confirmed, { needs: "x", seen: "former" }, at)],
    ["event-over", "needs", () => needsChanged(confirmed, { needs: "x" }, { event, now: over })],
    ["booking-size", "people", () => peopled([])],
    ["booking-size", "people", () => requireDeskSize(0)],
    ["place-full", "people", () => peopled(people(3), confirmed, { room: () => false })],
    ["place-full", "reason", () => ceilingFor(new Map(), { place: "hall", n: 1, beyond: false })],
    ["place-full", "place", () => requireSeat(new Map(), "hall")],
    [
      "people-approved",
      "people",
      () => peopled([{ name: "X" }], of(bookingIn("confirmed", { place: "tour", approved: true }))),
    ],
    ["place-booked", "place", () => placed({ place: "hall", people: people(2) })],
    ["place-booked", "place", () => move({ to: "hall" })],
    ["place-closed", "place", () => placed({}, confirmed, { now: over })],
    ["place-closed", "place", () => requireNotOver({ status: "cancelled" }, placeOf("hall"), NOW)],
    [
      "place-closed",
      "place",
      () => declineTakenBack(of(bookingIn("declined")), { place: "hall" }, { event, now: over, seats }),
    ],
    ["person-unknown", "person", () => move({ names: ["Nobody"] })],
    [
      "person-unknown",
      "person",
      () => edited(confirmed, { contact: {}, people: [{ person: "X", name: "Y" }], seen: new Map() }, at),
    ],
  ])("%s: %s", (code, field, decide) => {
    const refused = (): Refusal => {
      try {
        decide();
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
      throw new Error("It was not refused.");
    };
    expect([refused().code, refused().detail.field]).toEqual([code, field]);
  });
});

describe("decisions of the desk on a booking that was shown in another state", () => {
  const pending = of(bookingIn("pending", { place: "tour" }));
  const turned = of(bookingIn("declined", { place: "tour" }));
  test.each<[string, () => unknown]>([
    ["approval", () => approved(pending, { place: "tour", seen: "waitlisted" }, at)],
    ["decline", () => declined(pending, { place: "tour", seen: "waitlisted" }, at)],
    [
      "decline that is taken back",
      () => declineTakenBack(turned, { place: "tour", seen: "pending" }, { ...at, seats }),
    ],
  ])("%s is refused", (_, decide) => {
    expect(outcomeOf(decide as () => undefined)).toBe("refused: booking-changed");
  });

  test.each<[string, () => unknown]>([
    [
      "approval",
      () =>
        approved(
          of(bookingIn("confirmed", { place: "tour", approved: true })),
          { place: "tour", seen: "pending" },
          at,
        ),
    ],
    ["decline", () => declined(turned, { place: "tour", seen: "pending" }, at)],
    [
      "decline that is taken back",
      () =>
        declineTakenBack(
          of(bookingIn("confirmed", { place: "tour", approved: true })),
          { place: "tour", seen: "declined" },
          { ...at, seats },
        ),
    ],
  ])("%s that was carried out before is nothing", (_, decide) => {
    expect(outcomeOf(decide as () => undefined)).toBe("nothing");
  });

  test("an approval that ended counts for nothing", () => {
    const ended = of(bookingIn("offered", { place: "tour", approved: true, until: NOW }));
    expect(outcomeOf(() => approved(ended, { place: "tour" }, at))).toBe("refused: booking-ended");
  });
});

describe("a decline that is taken back", () => {
  const back = (now: string, status: "scheduled" | "cancelled" = "scheduled") =>
    outcomeOf(() =>
      declineTakenBack(
        of(bookingIn("declined", { place: "online" })),
        { place: "online" },
        { event: { ...event, status }, now, seats },
      ),
    );

  test("needs an event that takes place, and a place that still gives seats", () => {
    const last = placeOf("online").begins;
    expect(back(addSeconds(last, -1))).toBe("confirmed approved | mail: confirmed");
    expect(back(last)).toBe("refused: place-closed");
    expect(back(NOW, "cancelled")).toBe("refused: place-closed");
  });
});

describe("the waiting list", () => {
  test("offers nothing to those who wait for approval", () => {
    const waits = of(bookingIn("waitlisted", { place: "tour" }));
    expect(outcomeOf(() => offered(waits, "tour", at))).toBe("refused: booking-state");
    const allowed = of(bookingIn("waitlisted", { place: "tour", approved: true }));
    expect(outcomeOf(() => offered(allowed, "tour", at))).toBe("offered approved | mail: offer");
  });

  test("is not changed by a priority that is so already", () => {
    expect(prioritised(of(bookingIn("waitlisted")), { place: "hall", priority: 5 }, at)).toBeUndefined();
  });
});

describe("a move", () => {
  test("leaves bookings at other places as they are", () => {
    const three = of(bookingIn("confirmed"), bookingIn("waitlisted", { place: "tour" }));
    expect(outcomeOf(() => move({}, three))).toBe(
      "waitlisted, cancelled, confirmed approved | mail: moved, moved-from",
    );
  });

  test("of some raises the calendars of those who stay and of those who are joined", () => {
    const [aigul, marat] = bookingIn("confirmed").participants;
    const there = bookingIn("confirmed", { place: "online", participants: [{ pass: "P", name: "Dana" }] });
    const change = move({ names: ["Marat Omarov"] }, of(bookingIn("confirmed"), there));
    expect(
      change?.after.bookings.map(({ participants, calendar }) => [participants, calendar?.sequence]),
    ).toEqual([
      [[aigul], 1],
      [[{ pass: "P", name: "Dana" }, marat], 1],
    ]);
  });

  test("of some who wait raises no calendar", () => {
    const pendingThere = bookingIn("pending", {
      place: "online",
      participants: [{ pass: "P", name: "Dana" }],
    });
    const change = move({ names: ["Marat Omarov"] }, of(bookingIn("waitlisted"), pendingThere));
    expect(change?.after.bookings.map(({ state, calendar }) => [state, calendar])).toEqual([
      ["waitlisted", undefined],
      ["pending", undefined],
    ]);
  });

  test("of those who wait for approval goes to no place at which nobody could be approved any more", () => {
    const late = {
      ...event,
      places: [placeOf("hall"), placeOf("tour", { approval: true, begins: NOW, closes: NOW })],
    };
    const tour = new Map([["tour", { capacity: 9, taken: 0, waiting: 0 }]]);
    const decide = (state: "waitlisted" | "confirmed") =>
      outcomeOf(() =>
        moved(
          registrationOf(late, [bookingIn(state)]),
          { from: "hall", to: "tour", names: [], beyond: false },
          { event: late, now: NOW, seats: tour },
        ),
      );
    expect(decide("waitlisted")).toBe("refused: place-closed");
    expect(decide("confirmed")).toBe("cancelled, confirmed approved | mail: moved, moved-from");
  });
});
