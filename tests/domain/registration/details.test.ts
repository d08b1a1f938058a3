import { describe, expect, test } from "vitest";
import type { Change } from "../../../functions/domain/registration/change.ts";
import { detailsChanged, detailsSeen } from "../../../functions/domain/registration/decisions/details.ts";
import { eventChanged } from "../../../functions/domain/registration/decisions/event-change.ts";
import { needsChanged, needsSeen } from "../../../functions/domain/registration/decisions/needs.ts";
import { checkDetails, presentDetails } from "../../../functions/domain/registration/form/check-details.ts";
import { answerField, badgeField } from "../../../functions/domain/registration/form/form.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { timeAndVenue } from "../../../functions/domain/registration/time-and-venue.ts";
import { invitationCalendar } from "../../../functions/rendering/calendar/invitation.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { OPENED } from "../../worlds/registration/registration-events.ts";
import {
  bookingOf,
  fullEvent,
  REGISTERING,
  registrationOf,
} from "../../worlds/registration/registration-pages.ts";

const EVENT = fullEvent();
const now = REGISTERING;
const AT = { event: EVENT, now };
const CALENDAR = { sequence: 2, stamp: OPENED };
const [SELF, DANA] = ["7K3QX0M2ZB", "9D4RT8W1CH"];

const toldIn = (id: string, language: "en" | "ru" | "kk") => {
  const place = EVENT.places.find((each) => each.id === id);
  return place ? timeAndVenue(EVENT, place, language) : "";
};
const confirmed = (place: string, changes: Parameters<typeof bookingOf>[2] = {}) =>
  bookingOf(place, "confirmed", { calendar: CALENDAR, told: toldIn(place, "en"), ...changes });
const HALL = registrationOf([confirmed("hall")], {
  verifiedAt: OPENED,
  answers: { meal: "any" },
  contact: { name: "Әйгүл Серікқызы", email: "aigul@example.org", phone: "+7 701 000 00 00" },
});
const PRESS: Registration = {
  ...HALL,
  bookings: [confirmed("press", { approved: true })],
  contact: { ...HALL.contact, outlet: "Qazaqstan" },
};

/** What becomes of it where the form says something else than it does. */
function save(
  registration: Registration,
  changes: Partial<ReturnType<typeof presentDetails>>,
  seen = detailsSeen(registration, now),
): Change | undefined {
  const values = { ...presentDetails(registration, now), ...changes };
  const { details, errors } = checkDetails(values, EVENT, { registration, now });
  if (!details) throw new Error(JSON.stringify(errors));
  return detailsChanged(registration, { details, seen }, AT);
}
const wrongIn = (registration: Registration, changes: Partial<ReturnType<typeof presentDetails>>) =>
  (
    checkDetails({ ...presentDetails(registration, now), ...changes }, EVENT, { registration, now }).errors ??
    []
  ).map(({ field, code }) => `${field} ${code}`);

describe("details that are changed", () => {
  test("saving them as they stand changes nothing and mails nobody", () => {
    for (const each of [HALL, PRESS]) expect(save(each, {})).toBeUndefined();
  });

  test("every one of them can be corrected, and what is optional withdrawn, with one mail that names the fields", () => {
    const change = save(PRESS, {
      phone: "",
      organisation: "IOM",
      outlet: "Khabar",
      pressCard: "7",
      answers: { meal: "vegetarian" },
    });
    expect(change?.after).toMatchObject({
      contact: { outlet: "Khabar", pressCard: "7", organisation: "IOM", email: "aigul@example.org" },
      answers: { meal: "vegetarian" },
      version: 2,
    });
    expect(change?.after.contact).not.toHaveProperty("phone");
    expect(change?.mails).toEqual([
      { kind: "changed", details: ["phone", "organisation", "outlet", "pressCard", "answers"] },
    ]);
    expect(save(change?.after ?? PRESS, { pressCard: "" })?.after.contact).not.toHaveProperty("pressCard");
  });

  test("nobody is written to whose address is unproven", () => {
    const { verifiedAt: _, ...unproven } = registrationOf([bookingOf("hall", "unverified")]);
    expect(save(unproven, { phone: "+77010000001" })?.mails).toEqual([]);
  });

  test("what was changed elsewhere since the page was shown is not overwritten; the same again is no conflict", () => {
    const seen = detailsSeen(HALL, now);
    const first = save(HALL, { phone: "+7 701 111 11 11" }, seen)?.after ?? HALL;
    expect(() => save(first, { phone: "+7 701 222 22 22" }, seen)).toThrow("Meanwhile");
    expect(save(first, { phone: "+7 701 111 11 11" }, seen)).toBeUndefined();
  });

  test("the contact's pass is called by the corrected name, except where each person was approved by name", () => {
    const name = "Әйгүл Серік";
    const { participants } = save(HALL, { name })?.after.bookings[0] ?? {};
    expect(participants?.map((each) => [each.pass, each.name])).toEqual([
      [SELF, name],
      [DANA, "Дана Қуатқызы Ержанова"],
    ]);
    const press = save(PRESS, { name })?.after;
    expect(press?.contact.name).toBe(name);
    expect(press?.bookings[0]?.participants[0]?.name).toBe("Әйгүл Серікқызы");
  });

  test("a badge shows another name or, emptied, the name itself, and its pass is mailed anew", () => {
    const change = save(HALL, { badges: { [badgeField(SELF)]: "Aigul", [badgeField(DANA)]: "" } });
    const [booking] = change?.after.bookings ?? [];
    expect(booking?.participants.map(({ badge }) => badge)).toEqual(["Aigul", undefined]);
    expect(change?.mails).toEqual([{ kind: "changed", booking, details: ["badges"] }]);
    expect(booking?.calendar).toEqual(CALENDAR);
  });

  test("one field changes the badge of one person at every place, and of two namesakes each has one", () => {
    const two = [
      { pass: "AAAAAAAAAA", name: "Dana" },
      { pass: "BBBBBBBBBB", name: "Dana" },
    ];
    const stream = [{ pass: "CCCCCCCCCC", name: "Dana" }];
    const at = (place: string, participants: typeof two) => confirmed(place, { participants });
    const both = { ...HALL, bookings: [at("hall", two), at("stream", stream)] };
    expect(Object.keys(presentDetails(both, now).badges)).toEqual(["badge-AAAAAAAAAA", "badge-BBBBBBBBBB"]);
    const { bookings } = save(both, { badges: { [badgeField("AAAAAAAAAA")]: "D." } })?.after ?? both;
    expect(bookings.map(({ participants }) => participants.map(({ badge }) => badge))).toEqual([
      ["D.", undefined],
      ["D."],
    ]);
  });

  test("another language is no news of time and venue", () => {
    const change = save(HALL, { language: "kk" });
    const after = change?.after ?? HALL;
    expect(after.bookings[0]?.told).toBe(toldIn("hall", "kk"));
    expect(eventChanged({ ...after, eraseAt: "2027-10-28T07:00:00Z" }, AT)?.mails ?? []).toEqual([]);
  });

  test("whoever has not been told yet of a move is told of it in the new language", () => {
    const moved = { ...HALL, bookings: [confirmed("hall", { told: "of another hall" })] };
    const after = save(moved, { language: "ru" })?.after;
    expect(after?.bookings[0]?.told).toBe("of another hall");
  });

  test("approval stays, and the desk is shown that what it was given on has changed", () => {
    for (const changes of [{ outlet: "Khabar" }, { badges: { [badgeField(SELF)]: "President" } }]) {
      const [booking] = save(PRESS, changes)?.after.bookings ?? [];
      expect(booking).toMatchObject({ state: "confirmed", approved: true, detailsChangedAt: now });
    }
    expect(save(PRESS, { phone: "" })?.after.bookings[0]).not.toHaveProperty("detailsChangedAt");
    expect(save(HALL, { organisation: "IOM" })?.after.bookings[0]).not.toHaveProperty("detailsChangedAt");
  });
});

test("a calendar entry rises exactly where it shows something else", () => {
  const change = fc.record(
    {
      name: fc.constantFrom("Әйгүл Серікқызы", "Aigul Serik"),
      phone: fc.constantFrom("", "+7 701 000 00 01"),
      language: fc.constantFrom("en", "ru", "kk"),
      badges: fc.record({
        [badgeField(SELF)]: fc.constantFrom("", "Aigul"),
        [badgeField(DANA)]: fc.constantFrom("", "Dana", "D."),
      }),
    },
    { requiredKeys: [] },
  );
  const entryOf = ({ id, contact, language, bookings }: Registration) =>
    bookings.map((booking) =>
      invitationCalendar({
        method: "REQUEST",
        site: { address: "https://newsroom.example.org", organisation: "IOM" },
        event: EVENT,
        registration: { id, name: contact.name, email: contact.email },
        language,
        booking: { ...booking, calendar: CALENDAR },
        joins: true,
        now,
      }),
    );
  fc.assert(
    fc.property(change, fc.constantFrom(HALL, PRESS), (changes, registration) => {
      const after = save(registration, changes)?.after ?? registration;
      const rises = after.bookings.map(({ calendar }) => calendar?.sequence !== CALENDAR.sequence);
      expect(rises).toEqual(entryOf(after).map((entry, i) => entry !== entryOf(registration)[i]));
    }),
    { numRuns: 200 },
  );
});

describe("the form for details", () => {
  test("is checked like the form of registration", () => {
    const wrong = wrongIn(PRESS, {
      name: "Buy at www.shop.example",
      phone: "call me",
      outlet: "",
      badges: { [badgeField(SELF)]: "x".repeat(121) },
      answers: { meal: "stones" },
    });
    expect(wrong).toEqual([
      "name web-address",
      "phone phone-invalid",
      "outlet outlet-missing",
      `${badgeField(SELF)} too-long`,
      `${answerField("meal")} answer-unknown`,
    ]);
  });

  test("asks nobody for an answer who was never asked the question, and takes back none that was required", () => {
    const { answers: _, ...unasked } = HALL;
    expect(wrongIn({ ...unasked, answers: {} }, { answers: { meal: "" } })).toEqual([]);
    expect(wrongIn(HALL, { answers: { meal: "" } })).toEqual([`${answerField("meal")} answer-missing`]);
  });

  test("changes no answer that is not sent, also one whose options have changed since", () => {
    const former = { ...HALL, answers: { meal: "fish", gone: "yes" } };
    expect(save(former, { answers: {}, phone: "" })?.after.answers).toEqual({ meal: "fish", gone: "yes" });
  });
});

describe("what someone needs in order to take part", () => {
  test("is told anew, corrected and withdrawn, and no mail says so", () => {
    const told = needsChanged(HALL, { needs: "A ramp", seen: needsSeen(HALL) }, AT);
    expect(told).toMatchObject({ after: { needs: "A ramp", version: 2 }, mails: [] });
    const gone = needsChanged(told?.after ?? HALL, { needs: "" }, AT);
    expect(gone?.mails).toEqual([]);
    expect(gone?.after).not.toHaveProperty("needs");
  });

  test("is not overwritten where it was changed elsewhere", () => {
    const seen = needsSeen(HALL);
    const after = { ...HALL, needs: "A ramp" };
    expect(() => needsChanged(after, { needs: "A seat", seen }, AT)).toThrow("Meanwhile");
    expect(needsChanged(after, { needs: "A ramp", seen }, AT)).toBeUndefined();
  });

  test("is taken no more once the event is over, since the next day it would be kept too long", () => {
    const after = { event: EVENT, now: EVENT.end };
    expect(() => needsChanged(HALL, { needs: "A ramp" }, after)).toThrow("over");
    expect(needsChanged({ ...HALL, needs: "A ramp" }, { needs: "" }, after)?.after.needs).toBeUndefined();
  });
});
