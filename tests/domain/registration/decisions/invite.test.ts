import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { BOOKING_STATES, type Booking } from "../../../../functions/domain/registration/booking.ts";
import {
  handedOn,
  invitationRefused,
  invitationReminded,
  invitationsMarked,
  invitationWithdrawn,
  invited,
  requireSeat,
} from "../../../../functions/domain/registration/decisions/invite.ts";
import type { Invitation } from "../../../../functions/domain/registration/invitation.ts";
import { bookingIn, changeOf, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import { BEGINS, eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";

const event = eventOf([placeOf("hall"), placeOf("tour", { approval: true })]);
const LIST: Invitation = { list: "list-1", by: "Press office", source: "Guests of last year" };
const of = (booking: Booking) => registrationOf(event, [booking]);
const inEachState = (decide: (booking: Booking) => string) =>
  Object.fromEntries(BOOKING_STATES.map((state) => [state, decide(bookingIn(state, { invitation: LIST }))]));

describe("an invitation", () => {
  const invite = (place: string, now = NOW, status: "scheduled" | "cancelled" = "scheduled") =>
    invited(
      {
        id: "id",
        place,
        language: "kk",
        contact: { name: "Dana Akhmet", email: "dana@example.org" },
        badge: "Dana",
        holdUntil: addSeconds(NOW, 3600),
        invitation: LIST,
      },
      { event: { ...event, status }, now, at: Date.parse(now), token: { hash: "h", sealed: "s" } },
    );

  test("holds one seat, offered to a mailbox that need not be proven again", () => {
    const { before, after, mails } = invite("hall");
    expect(before).toBeUndefined();
    expect(after).toMatchObject({ language: "kk", verifiedAt: NOW, contact: { email: "dana@example.org" } });
    expect(after.bookings).toMatchObject([
      { state: "offered", until: addSeconds(NOW, 3600), priority: 5, invitation: LIST },
    ]);
    expect(after.bookings[0]?.participants).toMatchObject([{ name: "Dana Akhmet", badge: "Dana" }]);
    expect(mails.map(({ kind }) => kind)).toEqual(["invitation"]);
  });

  test("is its approval where that is asked", () => {
    expect(invite("tour").after.bookings[0]?.approved).toBe(true);
    expect(invite("hall").after.bookings[0]?.approved).toBeUndefined();
  });

  test.each([
    ["a place that is over", () => invite("hall", addSeconds(BEGINS, 7200)), "refused: place-closed"],
    ["a cancelled event", () => invite("hall", NOW, "cancelled"), "refused: place-closed"],
    ["a place that there is not", () => invite("nowhere"), "refused: place-unknown"],
  ])("to %s is refused", (_, decide, outcome) => {
    expect(outcomeOf(decide)).toBe(outcome);
  });

  test.each([
    [{ capacity: 5, taken: 4, waiting: 0 }, true],
    [{ capacity: 5, taken: 5, waiting: 0 }, false],
    [{ capacity: 5, taken: 0, waiting: 1 }, false],
  ])("needs a seat that nobody waits for: %j", (row, isThere) => {
    const require = () => requireSeat(new Map([["hall", row]]), "hall");
    if (isThere) expect(require).not.toThrow();
    else expect(require).toThrow("no free seat");
  });

  test("at a place of which nothing is known is refused", () => {
    expect(() => requireSeat(new Map(), "hall")).toThrow("no free seat");
  });
});

describe("the answer to an invitation, in each state of its booking", () => {
  test("no", () => {
    expect(
      inEachState((booking) => outcomeOf(() => invitationRefused(of(booking), "hall", { event, now: NOW }))),
    ).toEqual({
      offered: "cancelled | no mail",
      cancelled: "nothing",
      expired: "refused: booking-ended",
      confirmed: "refused: booking-changed",
      declined: "refused: booking-changed",
      pending: "refused: booking-changed",
      unverified: "refused: booking-changed",
      "unverified-waiting": "refused: booking-changed",
      waitlisted: "refused: booking-changed",
    });
  });

  test("somebody else comes", () => {
    expect(
      inEachState((booking) =>
        outcomeOf(() => handedOn(of(booking), { place: "hall", to: "other" }, { event, now: NOW })),
      ),
    ).toEqual({
      offered: "cancelled | no mail",
      cancelled: "refused: booking-changed",
      expired: "refused: booking-ended",
      confirmed: "refused: booking-changed",
      declined: "refused: booking-changed",
      pending: "refused: booking-changed",
      unverified: "refused: booking-changed",
      "unverified-waiting": "refused: booking-changed",
      waitlisted: "refused: booking-changed",
    });
  });

  test("none yet, and a reminder", () => {
    const outcomes = inEachState((booking) =>
      outcomeOf(() => invitationReminded(of(booking), "list-1", { event, now: NOW })),
    );
    expect(outcomes).toMatchObject({ offered: "offered | mail: invitation-reminder" });
    expect(new Set(Object.values(outcomes))).toEqual(
      new Set(["offered | mail: invitation-reminder", "nothing"]),
    );
  });

  test("taken back by who invited", () => {
    expect(
      inEachState((booking) =>
        outcomeOf(() => invitationWithdrawn(of(booking), "list-1", { event, now: NOW })),
      ),
    ).toEqual({
      offered: "declined | no mail",
      expired: "declined | no mail",
      cancelled: "nothing",
      confirmed: "nothing",
      declined: "nothing",
      pending: "nothing",
      unverified: "nothing",
      "unverified-waiting": "nothing",
      waitlisted: "nothing",
    });
  });
});

describe("a seat that is handed on", () => {
  const offer = (changes: Partial<Invitation> = {}) =>
    bookingIn("offered", { invitation: { ...LIST, ...changes } });
  const hand = (booking: Booking, to: string | undefined = "other") =>
    handedOn(of(booking), { place: "hall", to }, { event, now: NOW });

  test("says when, and who has it now", () => {
    expect(hand(offer()).after.bookings[0]?.invitation?.handedOn).toEqual({ at: NOW, registration: "other" });
    const nobodyNew = handedOn(of(offer()), { place: "hall", to: undefined }, { event, now: NOW });
    expect(nobodyNew.after.bookings[0]?.invitation?.handedOn).toEqual({ at: NOW });
  });

  test.each([
    ["was handed to them", offer({ handedFrom: "Aigul" })],
    ["they handed on before", offer({ handedOn: { at: NOW } })],
  ])("is refused where it %s", (_, booking) => {
    expect(outcomeOf(() => hand(booking))).toBe("refused: invitation-handed-on");
  });

  test("is no answer to refuse once more", () => {
    const handed = bookingIn("cancelled", { invitation: { ...LIST, handedOn: { at: NOW } } });
    expect(outcomeOf(() => invitationRefused(of(handed), "hall", { event, now: NOW }))).toBe(
      "refused: booking-changed",
    );
  });

  test("is none of somebody who was not invited", () => {
    for (const decide of [
      () => hand(bookingIn("offered")),
      () => invitationRefused(of(bookingIn("offered")), "hall", { event, now: NOW }),
      () => invitationRefused(of(offer()), "tour", { event, now: NOW }),
    ])
      expect(outcomeOf(decide)).toBe("refused: booking-unknown");
  });
});

describe("whoever asked not to be invited again", () => {
  const offer = (changes: Partial<Invitation> = {}) =>
    of(bookingIn("offered", { invitation: { ...LIST, ...changes } }));

  test("is marked once, keeps the seat, and is reminded of nothing", () => {
    const { after, mails } = changeOf(invitationsMarked(offer(), false, { event, now: NOW }));
    expect(after.bookings[0]).toMatchObject({ state: "offered", invitation: { notAgain: NOW } });
    expect(mails).toEqual([]);
    expect(invitationsMarked(after, false, { event, now: NOW })).toBeUndefined();
    expect(invitationReminded(after, "list-1", { event, now: NOW })).toBeUndefined();
  });

  test("can take it back", () => {
    const { after } = changeOf(invitationsMarked(offer({ notAgain: NOW }), true, { event, now: NOW }));
    expect(after.bookings[0]?.invitation).toEqual(LIST);
    expect(invitationsMarked(after, true, { event, now: NOW })).toBeUndefined();
  });

  test("has bookings that nobody invited to, which are as they were", () => {
    expect(invitationsMarked(of(bookingIn("confirmed")), false, { event, now: NOW })).toBeUndefined();
  });

  test.each([
    ["was reminded", offer({ remindedAt: NOW }), "list-1", NOW],
    ["is of another list", offer(), "list-2", NOW],
    ["did not answer in time", offer(), "list-1", addSeconds(NOW, 3600)],
  ])("and nobody is reminded who %s", (_, registration, list, now) => {
    expect(invitationReminded(registration, list, { event, now })).toBeUndefined();
  });

  test("and an invitation of another list is not taken back", () => {
    expect(invitationWithdrawn(offer(), "list-2", { event, now: NOW })).toBeUndefined();
  });
});
