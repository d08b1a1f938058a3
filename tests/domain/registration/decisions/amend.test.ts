import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { BOOKING_STATES, type Booking } from "../../../../functions/domain/registration/booking.ts";
import {
  cancelled,
  type PlaceAsked,
  withPeople,
  withPlace,
} from "../../../../functions/domain/registration/decisions/amend.ts";
import { peopleSeen } from "../../../../functions/domain/registration/decisions/people-seen.ts";
import type { NamedParticipant } from "../../../../functions/domain/registration/participant.ts";
import { bookingIn, changeOf, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import {
  BEGINS,
  eventOf,
  OPENED,
  people,
  placeOf,
} from "../../../worlds/registration/registration-events.ts";

const event = eventOf([
  placeOf("hall"),
  placeOf("online", { capacity: 30 }),
  placeOf("tour", { approval: true }),
]);
const CLOSED = addSeconds(BEGINS, -3600);
const NAMES = [{ name: "Aigul Serik" }, { name: "Marat Omarov", badge: "Marat" }];
const THREE = [...NAMES, { name: "Dana Akhmet" }];
const lots = () => true;
const none = () => false;

interface Peopled {
  readonly booking: Booking;
  readonly people: readonly NamedParticipant[];
  readonly room?: () => boolean;
  readonly now?: string;
  readonly seen?: string;
}

const peopled = ({ booking, people, room = lots, now = NOW, seen }: Peopled) =>
  withPeople(registrationOf(event, [booking]), { place: booking.place, people, seen }, { event, now, room });

describe("other people at a place", () => {
  test("can be named in each state that is verified and live", () => {
    const outcomes = BOOKING_STATES.map((state) => [
      state,
      outcomeOf(() => peopled({ booking: bookingIn(state), people: [{ name: "Dana Akhmet" }] })),
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      unverified: "refused: booking-state",
      "unverified-waiting": "refused: booking-state",
      pending: "pending | mail: changed",
      waitlisted: "waitlisted | mail: changed",
      offered: "offered | mail: changed",
      confirmed: "confirmed | mail: changed",
      declined: "refused: booking-state",
      cancelled: "refused: booking-state",
      expired: "refused: booking-ended",
    });
  });

  test.each<[situation: string, Peopled, outcome: string]>([
    ["the same people", { booking: bookingIn("confirmed"), people: NAMES }, "nothing"],
    [
      "the same people on a page that was shown before a change",
      { booking: bookingIn("confirmed"), people: NAMES, seen: "former" },
      "nothing",
    ],
    [
      "other people on a page that was shown before a change",
      { booking: bookingIn("confirmed"), people: THREE, seen: "former" },
      "refused: details-changed",
    ],
    [
      "other people on a page that shows what is stored",
      { booking: bookingIn("confirmed"), people: THREE, seen: peopleSeen(bookingIn("confirmed")) },
      "confirmed | mail: changed",
    ],
    [
      "one more, with seats left",
      { booking: bookingIn("confirmed"), people: THREE },
      "confirmed | mail: changed",
    ],
    [
      "one more, without seats left",
      { booking: bookingIn("confirmed"), people: THREE, room: none },
      "refused: place-full",
    ],
    [
      "one more who wait",
      { booking: bookingIn("waitlisted"), people: THREE, room: none },
      "waitlisted | mail: changed",
    ],
    ["one more with an offer", { booking: bookingIn("offered"), people: THREE }, "refused: place-full"],
    [
      "one less with an offer",
      { booking: bookingIn("offered"), people: NAMES.slice(1), room: none },
      "offered | mail: changed",
    ],
    [
      "as many, without seats left",
      { booking: bookingIn("confirmed"), people: [{ name: "A" }, { name: "B" }], room: none },
      "confirmed | mail: changed",
    ],
    ["nobody", { booking: bookingIn("confirmed"), people: [] }, "refused: booking-size"],
    [
      "as many as the place has seats",
      { booking: bookingIn("confirmed"), people: people(5) },
      "confirmed | mail: changed",
    ],
    [
      "more than the place has seats",
      { booking: bookingIn("confirmed"), people: people(6) },
      "refused: booking-size",
    ],
    [
      "twenty",
      { booking: bookingIn("confirmed", { place: "online" }), people: people(20) },
      "confirmed | mail: changed",
    ],
    [
      "twenty-one",
      { booking: bookingIn("confirmed", { place: "online" }), people: people(21) },
      "refused: booking-size",
    ],
    [
      "one more after the end of registration",
      { booking: bookingIn("confirmed"), people: THREE, now: CLOSED },
      "refused: place-closed",
    ],
    [
      "one less after the end of registration",
      { booking: bookingIn("confirmed"), people: NAMES.slice(1), now: CLOSED },
      "confirmed | mail: changed",
    ],
    [
      "somebody new where each was approved",
      { booking: bookingIn("confirmed", { place: "tour", approved: true }), people: THREE },
      "refused: people-approved",
    ],
    [
      "fewer where each was approved",
      { booking: bookingIn("confirmed", { place: "tour", approved: true }), people: NAMES.slice(1) },
      "confirmed approved | mail: changed",
    ],
    [
      "one name twice where it was approved once",
      {
        booking: bookingIn("confirmed", { place: "tour", approved: true }),
        people: [{ name: "Aigul Serik" }, { name: "Aigul Serik" }],
      },
      "refused: people-approved",
    ],
    [
      "somebody new while approval is awaited",
      { booking: bookingIn("pending", { place: "tour" }), people: THREE },
      "pending | mail: changed",
    ],
    [
      "after the hold of an offer is over",
      { booking: bookingIn("offered"), people: NAMES.slice(1), now: addSeconds(NOW, 3600) },
      "refused: booking-ended",
    ],
  ])("%s", (_, situation, outcome) => {
    expect(outcomeOf(() => peopled(situation))).toBe(outcome);
  });

  test("who stay keep their passes; who is new gets one; calendars are told", () => {
    const { after } = changeOf(peopled({ booking: bookingIn("confirmed"), people: THREE.slice(1) }));
    const [booking] = after.bookings;
    expect(booking?.participants.map(({ pass }) => pass === "PASS000002")).toEqual([true, false]);
    expect(booking?.calendar).toEqual({ sequence: 1, stamp: NOW });
  });

  test("who wait have no entry in calendars yet", () => {
    const { after } = changeOf(peopled({ booking: bookingIn("waitlisted"), people: THREE }));
    expect(after.bookings[0]?.calendar).toBeUndefined();
  });

  test("a badge that is changed is a change of the people", () => {
    const other = [{ name: "Aigul Serik" }, { name: "Marat Omarov", badge: "M. Omarov" }];
    expect(outcomeOf(() => peopled({ booking: bookingIn("confirmed"), people: other }))).toBe(
      "confirmed | mail: changed",
    );
  });
});

const placed = (bookings: readonly Booking[], asked: Partial<PlaceAsked> = {}, room = lots, now = NOW) =>
  withPlace(
    registrationOf(event, bookings),
    { place: "online", people: NAMES, at: Date.parse(now), ...asked },
    { event, now, room },
  );

describe("one more place", () => {
  test.each<[situation: string, decide: () => ReturnType<typeof placed>, outcome: string]>([
    ["with seats left", () => placed([bookingIn("confirmed")]), "confirmed, confirmed | mail: confirmed"],
    [
      "without seats left",
      () => placed([bookingIn("confirmed")], {}, none),
      "confirmed, waitlisted | mail: waiting",
    ],
    [
      "that asks approval",
      () => placed([bookingIn("confirmed")], { place: "tour" }),
      "confirmed, pending | mail: pending",
    ],
    [
      "that is booked with the same people",
      () => placed([bookingIn("confirmed", { place: "online" })]),
      "nothing",
    ],
    [
      "that is booked with others",
      () => placed([bookingIn("confirmed", { place: "online" })], { people: THREE }),
      "refused: place-booked",
    ],
    [
      "that was cancelled",
      () => placed([bookingIn("cancelled", { place: "online" })]),
      "confirmed | mail: confirmed",
    ],
    [
      "whose hold ran out",
      () => placed([bookingIn("offered", { place: "online", until: NOW })]),
      "confirmed | mail: confirmed",
    ],
    [
      "that was declined",
      () => placed([bookingIn("declined", { place: "online" })]),
      "refused: booking-state",
    ],
    [
      "that there is not",
      () => placed([bookingIn("confirmed")], { place: "nowhere" }),
      "refused: place-unknown",
    ],
    [
      "before registration opens",
      () => placed([bookingIn("confirmed")], {}, lots, addSeconds(OPENED, -1)),
      "refused: place-closed",
    ],
    [
      "when registration opens",
      () => placed([bookingIn("confirmed")], {}, lots, OPENED),
      "confirmed, confirmed | mail: confirmed",
    ],
    [
      "after registration closed",
      () => placed([bookingIn("confirmed")], {}, lots, CLOSED),
      "refused: place-closed",
    ],
    ["for nobody", () => placed([bookingIn("confirmed")], { people: [] }), "refused: booking-size"],
    [
      "for twenty-one",
      () => placed([bookingIn("confirmed")], { people: people(21) }),
      "refused: booking-size",
    ],
  ])("%s", (_, decide, outcome) => {
    expect(outcomeOf(decide)).toBe(outcome);
  });

  test("goes on with the calendar entry and the invitation of the former booking there", () => {
    const invitation = { list: "l", by: "Press office", source: "Asked to" };
    const former = bookingIn("cancelled", {
      place: "online",
      calendar: { sequence: 2, stamp: OPENED },
      invitation,
    });
    const [booking] = changeOf(placed([former])).after.bookings;
    expect(booking).toMatchObject({ calendar: { sequence: 3, stamp: NOW }, invitation });
  });

  test("adds what it asked to what was known, and proves the address", () => {
    const asked = { contact: { outlet: "The Paper" }, answers: { diet: "none" } };
    const { after } = changeOf(placed([bookingIn("expired")], asked));
    expect(after).toMatchObject({
      contact: { name: "Aigul Serik", email: "aigul@example.org", outlet: "The Paper" },
      answers: { diet: "none" },
      verifiedAt: NOW,
    });
  });
});

describe("a cancellation", () => {
  const bookings = [bookingIn("confirmed"), bookingIn("waitlisted", { place: "online" })];
  const cancel = (places: readonly string[], seen?: "confirmed" | "waitlisted") =>
    outcomeOf(() => cancelled(registrationOf(event, bookings), places, { event, now: NOW }, seen));

  test.each([
    ["of one place leaves the other", ["hall"], undefined, "cancelled, waitlisted | mail: cancelled"],
    ["without a place is of all", [], undefined, "cancelled, cancelled | mail: cancelled, cancelled"],
    ["of a place without a booking changes nothing", ["tour"], undefined, "nothing"],
    [
      "for another state than it was shown in is refused",
      ["hall"],
      "waitlisted" as const,
      "refused: booking-changed",
    ],
    [
      "for the state that it was shown in is carried out",
      ["hall"],
      "confirmed" as const,
      "cancelled, waitlisted | mail: cancelled",
    ],
  ])("%s", (_, places, seen, outcome) => {
    expect(cancel(places, seen)).toBe(outcome);
  });

  test("takes the entry out of calendars", () => {
    const { after } = changeOf(cancelled(registrationOf(event, bookings), ["hall"], { event, now: NOW }));
    expect(after.bookings[0]?.calendar).toEqual({ sequence: 1, stamp: NOW });
  });
});
