import { describe, expect, test } from "vitest";
import { withPeople } from "../../../functions/domain/registration/decisions/amend.ts";
import { answersForgotten } from "../../../functions/domain/registration/decisions/event-change.ts";
import { peopleSeen } from "../../../functions/domain/registration/decisions/people-seen.ts";
import { isSameSubmission } from "../../../functions/domain/registration/decisions/resubmit.ts";
import { submitted } from "../../../functions/domain/registration/decisions/submit.ts";
import { checkForm } from "../../../functions/domain/registration/form/check-form.ts";
import { type AskedOfPeople, checkPeople } from "../../../functions/domain/registration/form/check-people.ts";
import { type Fields, peopleIn, readForm } from "../../../functions/domain/registration/form/form.ts";
import { fieldsOfPlaces, listedRows } from "../../../functions/domain/registration/form/listed-rows.ts";
import { outboxOf } from "../../../functions/domain/registration/mail.ts";
import {
  organisationOf,
  personQuestionsAt,
  personQuestionsFor,
} from "../../../functions/domain/registration/person-questions.ts";
import { askingPeople, ofPerson, personRow } from "../../worlds/registration/asking-people.ts";
import { OPENED } from "../../worlds/registration/registration-events.ts";
import { bookingOf, REGISTERING, registrationOf } from "../../worlds/registration/registration-pages.ts";

const EVENT = askingPeople();
const now = REGISTERING;
const many = () => true;

/** What a form with these fields comes to, at the place that asks each person. */
function sent(fields: Record<string, string | string[]>, event = EVENT) {
  const all: Fields = {
    place: ["partners"],
    name: ["Aigul Serik"],
    email: ["aigul@example.org"],
    agree: ["yes"],
    coming: ["others"],
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()])),
  };
  const { submission, errors = [] } = checkForm(readForm(all), event, ["hall", "partners"]);
  return { submission, errors: errors.map(({ field, code }) => `${field} ${code}`) };
}

/** What becomes of it in the table. */
function stored(fields: Record<string, string | string[]>) {
  const { submission } = sent(fields);
  if (!submission) throw new Error(JSON.stringify(sent(fields).errors));
  const circumstances = {
    event: EVENT,
    now,
    at: Date.parse(now),
    token: { hash: "", sealed: "" },
    room: many,
  };
  const form = { id: "an-id", ...submission };
  return { form, registration: submitted(form, circumstances).after };
}

const ASEL = personRow(1, "Asel Aman", { position: "Judge", visa: "yes", arrival: "2027-07-29" });
const BOTA = personRow(2, "Bota Serik", { position: "Clerk", visa: "no" });

describe("a form that registers people", () => {
  test("keeps what each of them answers beside them", () => {
    const { registration } = stored({ ...ASEL, ...BOTA });
    expect(registration.bookings[0]?.participants).toMatchObject([
      { name: "Asel Aman", answers: { position: "Judge", visa: "yes", arrival: "2027-07-29" } },
      { name: "Bota Serik", answers: { position: "Clerk", visa: "no" } },
    ]);
    expect(registration.answers).toEqual({});
  });

  test("each person is told what is missing, and is asked what depends on their own answers", () => {
    const rows = {
      ...personRow(1, "Asel Aman", { visa: "yes" }),
      ...personRow(2, "Bota Serik", { visa: "no" }),
    };
    expect(sent(rows).errors).toEqual([
      "person-1-answer-position answer-missing",
      "person-1-answer-arrival answer-missing",
      "person-2-answer-position answer-missing",
    ]);
  });

  test("asks a person by what the registration has answered", () => {
    const event = askingPeople({
      questions: [
        { id: "car", kind: "yes-no", required: false, places: [], options: [], keepDays: 90 },
        ofPerson("plate", { when: { question: "car", is: ["yes"] } }),
      ],
    });
    const row = personRow(1, "Asel Aman", { position: "Judge" });
    expect(sent(row, event).errors).toEqual([]);
    expect(sent({ ...row, "answer-car": "yes" }, event).errors).toEqual([
      "person-1-answer-plate answer-missing",
    ]);
  });

  test("asks a contact who comes alone as plain questions of the place, and knows their address and organisation", () => {
    const self = { coming: "self", organisation: "Academy" };
    expect(sent(self).errors).toEqual(["answer-position answer-missing", "answer-visa answer-missing"]);
    const { registration } = stored({ ...self, "answer-position": "Judge", "answer-visa": "no" });
    expect(registration.bookings[0]?.participants).toMatchObject([
      { name: "Aigul Serik", answers: { position: "Judge", visa: "no" } },
    ]);
    expect(registration.answers).toEqual({});
  });

  test("takes what a contact left open from the row in which they stand, too, and has them once", () => {
    const row = personRow(1, "Aigul Serik", { position: "Judge", organisation: "Court" });
    const { registration } = stored({ coming: "self", ...row, "answer-visa": "no" });
    expect(registration.bookings[0]?.participants.map(({ name, answers }) => [name, answers])).toEqual([
      ["Aigul Serik", { position: "Judge", visa: "no", organisation: "Court" }],
    ]);
  });

  test("an organisation is required of a contact who comes where the place requires it", () => {
    const [hall, partners] = EVENT.places;
    if (!hall || !partners) throw new Error("The event has two places.");
    const places = [hall, { ...partners, people: { organisation: "required" as const } }];
    const event = { ...EVENT, places, questions: [] };
    expect(sent({ coming: "self" }, event).errors).toEqual(["organisation answer-missing"]);
    expect(sent({ coming: "self", organisation: "Academy" }, event).errors).toEqual([]);
    expect(sent({ ...personRow(1, "Asel Aman"), organisation: "Academy" }, event).errors).toEqual([
      "person-1-answer-organisation answer-missing",
    ]);
  });

  test("asks nobody at a place that asks nothing, and keeps no answers there", () => {
    const { registration } = stored({ place: ["hall", "partners"], ...ASEL });
    const [hall, partners] = registration.bookings;
    expect(hall?.participants[0]).not.toHaveProperty("answers");
    expect(partners?.participants[0]?.answers).toMatchObject({ position: "Judge" });
    const { submission } = sent({ place: ["hall"], ...personRow(1, "Asel Aman") });
    expect(submission?.people).toEqual([{ name: "Asel Aman" }]);
  });

  test.each([
    ["email", "asel@", "email-invalid"],
    ["email", "asel@127.0.0.1", "email-number"],
    ["organisation", "\ufffd", "text-damaged"],
    ["position", "a".repeat(121), "too-long"],
    ["visa", "perhaps", "answer-unknown"],
  ])("refuses %s %j in the row where it stands", (id, typed, code) => {
    const { errors } = sent({ ...ASEL, [`person-1-answer-${id}`]: typed });
    expect(errors).toContain(`person-1-answer-${id} ${code}`);
  });

  test("misses the name of whom only answers were typed", () => {
    expect(sent({ ...ASEL, ...personRow(2, "", { position: "Clerk" }) }).errors).toEqual([
      "person-2-name person-name-missing",
    ]);
  });

  test("passes over a row in which nothing but blanks stands", () => {
    expect(sent({ ...ASEL, ...personRow(2, " ", { position: " " }) }).errors).toEqual([]);
  });

  test("a form is the same only with the same answers of each person", () => {
    const { form, registration } = stored({ ...ASEL });
    expect(isSameSubmission(registration, form, { event: EVENT, now })).toBe(true);
    const people = form.people.map((each) => ({ ...each, answers: { ...each.answers, position: "Clerk" } }));
    expect(isSameSubmission(registration, { ...form, people }, { event: EVENT, now })).toBe(false);
  });
});

test("rows read no answers of a twenty-first person, nor of a field that is called otherwise", () => {
  const fields = { ...personRow(21, "", { position: "Judge" }), "person-x-answer-position": "Judge" };
  expect(
    peopleIn(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))),
  ).toEqual([]);
});

const CONFIRMED = registrationOf(
  [
    bookingOf("partners", "confirmed", {
      participants: [
        { pass: "7K3QX0M2ZB", name: "Asel Aman", answers: { position: "Judge", visa: "no" } },
        { pass: "9D4RT8W1CH", name: "Bota Serik" },
      ],
      calendar: { sequence: 2, stamp: OPENED },
    }),
  ],
  { event: EVENT.id, verifiedAt: OPENED },
);
const [BOOKING] = CONFIRMED.bookings;

/** What the form for the people of the place comes to. */
function typed(...rows: Record<string, string>[]) {
  const known = BOOKING?.participants ?? [];
  const asked: AskedOfPeople = { questions: personQuestionsAt(EVENT, "partners", known), given: {}, known };
  const fields = Object.fromEntries(
    Object.entries(Object.assign({}, ...rows)).map(([name, value]) => [name, [String(value)]]),
  );
  const { people, errors } = checkPeople(peopleIn(fields), asked);
  return { people, errors: errors.map(({ field, code }) => `${field} ${code}`) };
}
const changed = (people: ReturnType<typeof typed>["people"], event = EVENT) =>
  withPeople(CONFIRMED, { place: "partners", people }, { event, now, room: many });

describe("the people of a booking", () => {
  const AS_THEY_ARE = [
    personRow(1, "Asel Aman", { position: "Judge", visa: "no" }),
    personRow(2, "Bota Serik"),
  ];

  test("stay as they are where nothing was changed, also on a page that asked nothing yet", () => {
    for (const rows of [AS_THEY_ARE, [personRow(1, "Asel Aman"), personRow(2, "Bota Serik")]]) {
      const { people, errors } = typed(...rows);
      expect(errors).toEqual([]);
      expect(changed(people)).toBeUndefined();
    }
  });

  test("can correct an answer that must be given, and not empty it; whoever was never asked is not held up", () => {
    const emptied = personRow(1, "Asel Aman", { position: "", visa: "no" });
    expect(typed(emptied, personRow(2, "Bota Serik", { position: "", visa: "" })).errors).toEqual([
      "person-1-answer-position answer-missing",
    ]);
    const { people } = typed(
      personRow(1, "Asel Aman", { position: "Clerk", visa: "no" }),
      AS_THEY_ARE[1] ?? {},
    );
    const change = changed(people);
    expect(change?.after.bookings[0]?.participants).toMatchObject([
      { answers: { position: "Clerk", visa: "no" } },
      {},
    ]);
    expect(change?.mails).toEqual([{ kind: "changed", details: ["people"] }]);
    expect(change?.after.bookings[0]?.calendar).toEqual(BOOKING?.calendar);
  });

  test("a person who replaces another is asked anew, and one who is taken off takes the answers along", () => {
    expect(typed(personRow(1, "Erlan Omar", { visa: "no" })).errors).toEqual([
      "person-1-answer-position answer-missing",
    ]);
    const { people, errors } = typed(
      personRow(1, "", { position: "Judge", visa: "no" }),
      personRow(2, "Bota Serik"),
    );
    expect([people.map(({ name }) => name), errors]).toEqual([["Bota Serik"], []]);
    expect(JSON.stringify(changed(people)?.after.bookings)).not.toContain("Judge");
  });

  test("withdraw an answer that may be left open", () => {
    const given = typed(
      personRow(1, "Asel Aman", { position: "Judge", visa: "no", email: "asel@example.org" }),
      AS_THEY_ARE[1] ?? {},
    );
    const after = changed(given.people)?.after;
    expect(after?.bookings[0]?.participants[0]?.answers?.email).toBe("asel@example.org");
    const { people } = typed(
      personRow(1, "Asel Aman", { position: "Judge", visa: "no", email: "" }),
      AS_THEY_ARE[1] ?? {},
    );
    expect(people[0]?.answers).toEqual({ position: "Judge", visa: "no" });
  });

  test("show the desk of a place that asks approval that a position was changed, and keep the approval", () => {
    const places = EVENT.places.map((each) => ({ ...each, approval: true }));
    const { people } = typed(
      personRow(1, "Asel Aman", { position: "Clerk", visa: "no" }),
      AS_THEY_ARE[1] ?? {},
    );
    expect(changed(people, { ...EVENT, places })?.after.bookings[0]?.detailsChangedAt).toBe(now);
    const { people: other } = typed(
      personRow(1, "Asel Aman", { position: "Judge", visa: "yes", arrival: "2027-07-29" }),
      AS_THEY_ARE[1] ?? {},
    );
    expect(changed(other, { ...EVENT, places })?.after.bookings[0]).not.toHaveProperty("detailsChangedAt");
  });

  test("are seen otherwise with other answers, and as before where none were given", () => {
    const [, bota] = BOOKING?.participants ?? [];
    const seen = (answers?: Record<string, string>) =>
      peopleSeen({ participants: bota ? [{ ...bota, ...(answers && { answers }) }] : [] });
    expect(seen({ visa: "no" })).not.toBe(seen());
    expect(seen()).toBe("9e65f890c0daeb16"); // SHA-256 of pass, name and badge, as before there were answers
  });
});

test("answers of people are forgotten with those of the registration, each question in its time", () => {
  const forgotten = answersForgotten(CONFIRMED, ["visa"], { event: EVENT, now });
  expect(forgotten?.after.bookings[0]?.participants.map(({ answers }) => answers)).toEqual([
    { position: "Judge" },
    undefined,
  ]);
  const [first] = forgotten ? [forgotten.after] : [];
  expect(first && answersForgotten(first, ["visa"], { event: EVENT, now })).toBeUndefined();
});

test("no mail that is stored holds what people answered", () => {
  const booking = BOOKING ?? bookingOf("partners", "confirmed");
  const mails = outboxOf(CONFIRMED, [{ kind: "changed", booking }]);
  expect(JSON.stringify(mails)).toContain("Asel Aman");
  expect(JSON.stringify(mails)).not.toContain("Judge");
});

test("badges and the door show a person's own organisation, else the contact's outlet or organisation", () => {
  const contact = { name: "Aigul", email: "", organisation: "Academy" };
  expect(organisationOf({ name: "Asel", answers: { organisation: "Court" } }, contact)).toBe("Court");
  expect(organisationOf({ name: "Asel", answers: { position: "Judge" } }, contact)).toBe("Academy");
  expect(organisationOf({ name: "Asel" }, { ...contact, outlet: "Qazaqstan" })).toBe("Qazaqstan");
});

test("what is asked at every place that is shown names no place", () => {
  const asked = (...places: string[]) =>
    personQuestionsFor(EVENT, places).map(({ id, places }) => [id, places]);
  expect(asked("partners")[0]).toEqual(["position", []]);
  expect(asked("hall", "partners")[0]).toEqual(["position", ["partners"]]);
  expect(asked("hall")).toEqual([]);
});

describe("a list of a delegation", () => {
  const LIST = "Name;Position;Organisation;E-mail;Country\nAsel Aman;Judge;Court;asel@example.org;KZ";
  const rows = (places: string[]) => {
    const values = readForm({ delegation: [LIST], place: places });
    return listedRows(values, fieldsOfPlaces(EVENT, values.places));
  };

  test("a list comes in whole where the places have fields for its columns", () => {
    for (const places of [["partners"], []]) {
      const listed = rows(places);
      expect(listed?.values.people).toEqual([
        {
          name: "Asel Aman",
          badge: "",
          answers: { position: "Judge", organisation: "Court", email: "asel@example.org" },
        },
      ]);
      expect(listed?.left).toEqual(["KZ"]);
    }
  });

  test("says of each column that has no field that it was not taken over", () => {
    const listed = rows(["hall"]);
    expect(listed?.values.people).toEqual([{ name: "Asel Aman", badge: "" }]);
    expect(listed?.left).toEqual(["KZ", "Judge", "Court", "asel@example.org"]);
  });
});
