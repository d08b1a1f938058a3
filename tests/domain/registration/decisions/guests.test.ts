import { describe, expect, test } from "vitest";
import { BOOKING_STATES, type Booking } from "../../../../functions/domain/registration/booking.ts";
import {
  guestComing,
  guestKeyMade,
  guestLinkReplaced,
  guestLinksMade,
  guestNamed,
} from "../../../../functions/domain/registration/decisions/guests.ts";
import {
  guestHash,
  guestSecret,
  guestSeen,
} from "../../../../functions/domain/registration/links/guest-link.ts";
import type { Registration } from "../../../../functions/domain/registration/registration.ts";
import { bookingIn, changeOf, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";

const event = eventOf([placeOf("hall"), placeOf("tour", { approval: true })]);
const at = { event, now: NOW };
const KEY = "a key";
const PASS = "PASS000001";
const SECRET = guestSecret(KEY, PASS, 1);
const linked = (booking: Booking): Registration =>
  registrationOf(event, [
    {
      ...booking,
      participants: booking.participants.map((each) => ({
        ...each,
        guest: { nth: 1, hash: guestHash(KEY, each.pass, 1) },
      })),
    },
  ]);
const seatIn = ({ bookings: [booking] }: Registration) => {
  const participant = booking?.participants.find(({ pass }) => pass === PASS);
  if (!participant) throw new Error("no such seat");
  return participant;
};
const seenOf = (registration: Registration) => guestSeen(registration, seatIn(registration));

test("the key of guest links is made once", () => {
  const { after } = changeOf(guestKeyMade(registrationOf(event, [bookingIn("confirmed")]), "sealed", at));
  expect(after.guestKey).toBe("sealed");
  expect(guestKeyMade(after, "another", at)).toBeUndefined();
});

describe("links for the people of a booking", () => {
  test("can be made in each state that is verified and live", () => {
    const outcomes = BOOKING_STATES.map((state) => [
      state,
      outcomeOf(() =>
        guestLinksMade(registrationOf(event, [bookingIn(state)]), { place: "hall", key: KEY }, at),
      ),
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      pending: "pending | no mail",
      waitlisted: "waitlisted | no mail",
      offered: "offered | no mail",
      confirmed: "confirmed | no mail",
      unverified: "refused: booking-state",
      "unverified-waiting": "refused: booking-state",
      declined: "refused: booking-state",
      cancelled: "refused: booking-state",
      expired: "refused: booking-ended",
    });
  });

  test("are made for those alone who have none", () => {
    const half = registrationOf(event, [
      bookingIn("confirmed", {
        participants: [
          { pass: PASS, name: "Aigul", guest: { nth: 1, hash: "former" } },
          { pass: "PASS000002", name: "Marat" },
        ],
      }),
    ]);
    const { after } = changeOf(guestLinksMade(half, { place: "hall", key: KEY }, at));
    expect(after.bookings[0]?.participants.map(({ guest }) => guest)).toEqual([
      { nth: 1, hash: "former" },
      { nth: 1, hash: guestHash(KEY, "PASS000002", 1) },
    ]);
    expect(guestLinksMade(after, { place: "hall", key: KEY }, at)).toBeUndefined();
  });

  test("are replaced by the next one, which alone opens the seat", () => {
    const { after } = changeOf(
      guestLinkReplaced(linked(bookingIn("confirmed")), { pass: PASS, seen: 1, key: KEY }, at),
    );
    expect(seatIn(after).guest).toEqual({ nth: 2, hash: guestHash(KEY, PASS, 2) });
  });

  test("can be taken back, once", () => {
    const { after } = changeOf(
      guestLinkReplaced(linked(bookingIn("confirmed")), { pass: PASS, seen: 1, key: undefined }, at),
    );
    expect(seatIn(after).guest).toEqual({ nth: 1 });
    expect(guestLinkReplaced(after, { pass: PASS, seen: 1, key: undefined }, at)).toBeUndefined();
    const never = registrationOf(event, [bookingIn("confirmed")]);
    expect(guestLinkReplaced(never, { pass: PASS, seen: 0, key: undefined }, at)).toBeUndefined();
  });

  test("are not replaced on a page that shows another one, nor for a pass that is not there", () => {
    const replace = (pass: string, seen: number) =>
      outcomeOf(() => guestLinkReplaced(linked(bookingIn("confirmed")), { pass, seen, key: KEY }, at));
    expect(replace(PASS, 0)).toBe("refused: details-changed");
    expect(replace("NOBODY", 1)).toBe("refused: booking-unknown");
  });
});

describe("whoever has the link of a seat", () => {
  const name = (registration: Registration, badge: string, seen = seenOf(registration)) =>
    guestNamed(registration, { secret: SECRET, seen, badge }, at);
  const come = (registration: Registration, isComing: boolean, seen = seenOf(registration)) =>
    guestComing(registration, { secret: SECRET, seen, isComing }, at);

  test("says what the badge shall show, which changes the mark even where it is the same", () => {
    const registration = linked(bookingIn("confirmed"));
    const { after } = name(registration, "A. Serik");
    expect(seatIn(after)).toMatchObject({ badge: "A. Serik", guest: { nth: 1, said: 1 } });
    const again = name(after, "A. Serik").after;
    expect(seatIn(again).guest?.said).toBe(2);
    expect(seenOf(again)).not.toBe(seenOf(after));
    expect(seatIn(name(after, "Aigul Serik").after)).not.toHaveProperty("badge");
  });

  test("shows the desk a badge that is other than what was approved", () => {
    const changedAt = (place: string) =>
      name(linked(bookingIn("confirmed", { place })), "A.").after.bookings[0]?.detailsChangedAt;
    expect([changedAt("tour"), changedAt("hall")]).toEqual([NOW, undefined]);
  });

  test("says that they do not come, of which the contact hears, and that they do after all", () => {
    const registration = linked(bookingIn("confirmed"));
    const change = changeOf(come(registration, false));
    expect(seatIn(change.after).notComing).toBe(NOW);
    expect(change.mails.map(({ kind }) => kind)).toEqual(["not-coming"]);
    expect(come(change.after, false)).toBeUndefined();
    const back = changeOf(come(change.after, true));
    expect(seatIn(back.after)).not.toHaveProperty("notComing");
    expect(back.mails).toEqual([]);
    expect(come(registration, true)).toBeUndefined();
  });

  test.each<[string, () => unknown, string]>([
    [
      "with a page that shows something else",
      () => name(linked(bookingIn("confirmed")), "A.", "former"),
      "refused: details-changed",
    ],
    [
      "with a page that shows something else, to say no",
      () => come(linked(bookingIn("confirmed")), false, "former"),
      "refused: details-changed",
    ],
    [
      "with a link that opens nothing",
      () => guestNamed(linked(bookingIn("confirmed")), { secret: "other", seen: "", badge: "A." }, at),
      "refused: registration-unknown",
    ],
    [
      "after the event",
      () =>
        guestNamed(
          linked(bookingIn("confirmed")),
          { secret: SECRET, seen: "", badge: "A." },
          { event, now: event.end },
        ),
      "refused: event-over",
    ],
    [
      "of a seat that is booked no more",
      () => name(linked(bookingIn("cancelled")), "A."),
      "refused: booking-ended",
    ],
  ])("changes nothing %s", (_, decide, outcome) => {
    expect(outcomeOf(decide as () => undefined)).toBe(outcome);
  });
});
