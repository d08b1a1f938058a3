import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { BOOKING_STATES } from "../../../../functions/domain/registration/booking.ts";
import { cancelled } from "../../../../functions/domain/registration/decisions/amend.ts";
import {
  approved,
  declined,
  declineTakenBack,
} from "../../../../functions/domain/registration/decisions/approve.ts";
import {
  endedByOther,
  expired,
  verified,
} from "../../../../functions/domain/registration/decisions/verify.ts";
import {
  accepted,
  offered,
  prioritised,
} from "../../../../functions/domain/registration/decisions/waiting-list.ts";
import { bookingIn, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";

const open = eventOf([placeOf("hall")]);
const asking = eventOf([placeOf("hall", { approval: true })]);
const room = new Map([["hall", { capacity: 5, taken: 2, waiting: 0 }]]);
const full = new Map([["hall", { capacity: 5, taken: 4, waiting: 0 }]]);
const LATER = addSeconds(NOW, 3600); // the first instant at which what has an end is over

/** What a decision makes of a booking in each state. */
const inEachState = (decide: (state: (typeof BOOKING_STATES)[number]) => string): Record<string, string> =>
  Object.fromEntries(BOOKING_STATES.map((state) => [state, decide(state)]));

describe("what becomes of a booking in each state", () => {
  test("when its contact verifies the address", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() => verified(registrationOf(open, [bookingIn(state)]), { event: open, now: NOW })),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "nothing",
        "confirmed": "nothing",
        "declined": "nothing",
        "expired": "refused: booking-ended",
        "offered": "nothing",
        "pending": "nothing",
        "unverified": "confirmed | mail: confirmed",
        "unverified-waiting": "waitlisted | mail: waiting",
        "waitlisted": "nothing",
      }
    `);
  });

  test("when its contact verifies the address, at a place that asks approval", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() => verified(registrationOf(asking, [bookingIn(state)]), { event: asking, now: NOW })),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "nothing",
        "confirmed": "nothing",
        "declined": "nothing",
        "expired": "refused: booking-ended",
        "offered": "nothing",
        "pending": "nothing",
        "unverified": "pending | mail: pending",
        "unverified-waiting": "waitlisted | mail: waiting",
        "waitlisted": "nothing",
      }
    `);
  });

  test("when its contact verifies the address and its time is over", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() => verified(registrationOf(open, [bookingIn(state)]), { event: open, now: LATER })),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "nothing",
        "confirmed": "nothing",
        "declined": "nothing",
        "expired": "refused: booking-ended",
        "offered": "nothing",
        "pending": "nothing",
        "unverified": "refused: booking-ended",
        "unverified-waiting": "refused: booking-ended",
        "waitlisted": "nothing",
      }
    `);
  });

  test("when what has run out is ended", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() => expired(registrationOf(open, [bookingIn(state)]), { now: LATER })),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "nothing",
        "confirmed": "nothing",
        "declined": "nothing",
        "expired": "nothing",
        "offered": "expired | mail: expired",
        "pending": "expired | mail: expired",
        "unverified": "expired | no mail",
        "unverified-waiting": "expired | no mail",
        "waitlisted": "nothing",
      }
    `);
  });

  test("when another submission of its address is proven first", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() => endedByOther(registrationOf(open, [bookingIn(state)]), { now: NOW })),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "nothing",
        "confirmed": "expired | no mail",
        "declined": "nothing",
        "expired": "nothing",
        "offered": "expired | no mail",
        "pending": "expired | no mail",
        "unverified": "expired | no mail",
        "unverified-waiting": "expired | no mail",
        "waitlisted": "expired | no mail",
      }
    `);
  });

  test("when it is cancelled", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          cancelled(registrationOf(open, [bookingIn(state)]), ["hall"], { event: open, now: NOW }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "nothing",
        "confirmed": "cancelled | mail: cancelled",
        "declined": "nothing",
        "expired": "nothing",
        "offered": "cancelled | mail: cancelled",
        "pending": "cancelled | mail: cancelled",
        "unverified": "cancelled | no mail",
        "unverified-waiting": "cancelled | no mail",
        "waitlisted": "cancelled | mail: cancelled",
      }
    `);
  });

  test("when it is approved at a place that asks approval", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          approved(
            registrationOf(asking, [bookingIn(state)]),
            { place: "hall" },
            { event: asking, now: NOW },
          ),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-state",
        "confirmed": "refused: booking-state",
        "declined": "refused: booking-state",
        "expired": "refused: booking-ended",
        "offered": "refused: booking-state",
        "pending": "confirmed approved | mail: confirmed",
        "unverified": "refused: booking-state",
        "unverified-waiting": "refused: booking-state",
        "waitlisted": "waitlisted approved | mail: approved",
      }
    `);
  });

  test("when it is approved at a place that asks none", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          approved(registrationOf(open, [bookingIn(state)]), { place: "hall" }, { event: open, now: NOW }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-state",
        "confirmed": "refused: booking-state",
        "declined": "refused: booking-state",
        "expired": "refused: booking-state",
        "offered": "refused: booking-state",
        "pending": "confirmed approved | mail: confirmed",
        "unverified": "refused: booking-state",
        "unverified-waiting": "refused: booking-state",
        "waitlisted": "refused: booking-state",
      }
    `);
  });

  test("when it is declined", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          declined(
            registrationOf(asking, [bookingIn(state)]),
            { place: "hall" },
            { event: asking, now: NOW },
          ),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-state",
        "confirmed": "declined | mail: declined",
        "declined": "nothing",
        "expired": "refused: booking-ended",
        "offered": "declined | mail: declined",
        "pending": "declined | mail: declined",
        "unverified": "refused: booking-state",
        "unverified-waiting": "refused: booking-state",
        "waitlisted": "declined | mail: declined",
      }
    `);
  });

  test("when its decline is taken back, with seats left", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          declineTakenBack(
            registrationOf(asking, [bookingIn(state)]),
            { place: "hall" },
            { event: asking, now: NOW, seats: room },
          ),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-state",
        "confirmed": "refused: booking-state",
        "declined": "confirmed approved | mail: confirmed",
        "expired": "refused: booking-ended",
        "offered": "refused: booking-state",
        "pending": "refused: booking-state",
        "unverified": "refused: booking-state",
        "unverified-waiting": "refused: booking-state",
        "waitlisted": "refused: booking-state",
      }
    `);
  });

  test("when its decline is taken back, without seats left", () => {
    expect(
      outcomeOf(() =>
        declineTakenBack(
          registrationOf(asking, [bookingIn("declined")]),
          { place: "hall" },
          { event: asking, now: NOW, seats: full },
        ),
      ),
    ).toMatchInlineSnapshot(`"waitlisted approved | mail: approved"`);
  });

  test("when freed seats are offered to it", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() => offered(registrationOf(open, [bookingIn(state)]), "hall", { event: open, now: NOW })),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-state",
        "confirmed": "refused: booking-state",
        "declined": "refused: booking-state",
        "expired": "refused: booking-ended",
        "offered": "refused: booking-state",
        "pending": "refused: booking-state",
        "unverified": "refused: booking-state",
        "unverified-waiting": "refused: booking-state",
        "waitlisted": "offered | mail: offer",
      }
    `);
  });

  test("when its offer is accepted", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          accepted(registrationOf(open, [bookingIn(state)]), "hall", { event: open, now: NOW }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-changed",
        "confirmed": "nothing",
        "declined": "refused: booking-state",
        "expired": "refused: booking-ended",
        "offered": "confirmed | mail: confirmed",
        "pending": "refused: booking-state",
        "unverified": "refused: booking-state",
        "unverified-waiting": "refused: booking-state",
        "waitlisted": "refused: booking-state",
      }
    `);
  });

  test("when its offer is accepted and the time for that is over", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          accepted(registrationOf(open, [bookingIn(state)]), "hall", { event: open, now: LATER }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-changed",
        "confirmed": "nothing",
        "declined": "refused: booking-state",
        "expired": "refused: booking-ended",
        "offered": "refused: booking-ended",
        "pending": "refused: booking-ended",
        "unverified": "refused: booking-ended",
        "unverified-waiting": "refused: booking-ended",
        "waitlisted": "refused: booking-state",
      }
    `);
  });

  test("when an operator puts it before others", () => {
    expect(
      inEachState((state) =>
        outcomeOf(() =>
          prioritised(
            registrationOf(open, [bookingIn(state)]),
            { place: "hall", priority: 0 },
            { event: open, now: NOW },
          ),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "cancelled": "refused: booking-state",
        "confirmed": "refused: booking-state",
        "declined": "refused: booking-state",
        "expired": "refused: booking-ended",
        "offered": "refused: booking-state",
        "pending": "refused: booking-state",
        "unverified": "refused: booking-state",
        "unverified-waiting": "unverified-waiting | no mail",
        "waitlisted": "waitlisted | no mail",
      }
    `);
  });
});
