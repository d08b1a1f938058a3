import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import type { Booking } from "../../../../functions/domain/registration/booking.ts";
import {
  addressAsked,
  addressChanged,
  addressKept,
  addressSeen,
  requireAddressSeen,
} from "../../../../functions/domain/registration/decisions/address-change.ts";
import {
  type Details,
  detailsChanged,
  detailsSeen,
} from "../../../../functions/domain/registration/decisions/details.ts";
import { type EditAsked, edited } from "../../../../functions/domain/registration/decisions/edit.ts";
import { needsChanged, needsSeen } from "../../../../functions/domain/registration/decisions/needs.ts";
import type { Registration } from "../../../../functions/domain/registration/registration.ts";
import { timeAndVenue } from "../../../../functions/domain/registration/time-and-venue.ts";
import { bookingIn, changeOf, NOW, outcomeOf, registrationOf } from "../../../worlds/registration/decided.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";

const hall = placeOf("hall");
const event = eventOf([hall, placeOf("tour", { approval: true })]);
const CONTACT = { name: "Aigul Serik", email: "aigul@example.org", phone: "+7 700 000 00 00" };
const registered = (
  bookings: readonly Booking[] = [bookingIn("confirmed")],
  changes: Partial<Registration> = {},
) => registrationOf(event, bookings, { contact: CONTACT, answers: { diet: "none" }, ...changes });
const { email: _, ...CONTACT_DETAILS } = CONTACT;
const SAME: Details = { contact: CONTACT_DETAILS, language: "en", answers: { diet: "none" }, badges: {} };

const detailed = (asked: Partial<Details>, registration = registered(), seen?: string) =>
  detailsChanged(registration, { details: { ...SAME, ...asked }, seen }, { event, now: NOW });

describe("details that a contact changes", () => {
  test("to what they are change nothing", () => {
    expect(detailed({})).toBeUndefined();
  });

  test.each<[what: string, asked: Partial<Details>, named: string[]]>([
    ["name", { contact: { ...CONTACT_DETAILS, name: "Aigul Serikova" } }, ["name"]],
    ["telephone", { contact: { ...CONTACT_DETAILS, phone: "+7 701" } }, ["phone"]],
    ["organisation", { contact: { ...CONTACT_DETAILS, organisation: "IOM" } }, ["organisation"]],
    ["outlet", { contact: { ...CONTACT_DETAILS, outlet: "The Paper" } }, ["outlet"]],
    ["press card", { contact: { ...CONTACT_DETAILS, pressCard: "17" } }, ["pressCard"]],
    ["language", { language: "kk" }, ["language"]],
    ["answers", { answers: { diet: "fish" } }, ["answers"]],
    ["badges", { badges: { PASS000001: "Aigul" } }, ["badges"]],
    ["telephone that is taken out", { contact: { name: CONTACT.name } }, ["phone"]],
  ])("%s: one mail names what was changed, and not to what", (_, asked, named) => {
    const { mails } = changeOf(detailed(asked));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: "changed", details: named });
  });

  test("rename the contact among the people of each live booking, and calendars follow", () => {
    const contact = { ...CONTACT_DETAILS, name: "Aigul Serikova" };
    const over = bookingIn("cancelled", { place: "tour" });
    const { after } = changeOf(detailed({ contact }, registered([bookingIn("confirmed"), over])));
    expect(after.bookings.map(({ participants }) => participants.map(({ name }) => name))).toEqual([
      ["Aigul Serikova", "Marat Omarov"],
      ["Aigul Serik", "Marat Omarov"],
    ]);
    expect(after.bookings[0]?.calendar?.sequence).toBe(1);
    expect(after.contact.email).toBe(CONTACT.email);
  });

  test("rename nobody where each person was approved by name", () => {
    const contact = { ...CONTACT_DETAILS, name: "Aigul Serikova" };
    const approved = bookingIn("confirmed", { place: "tour", approved: true });
    const [booking] = changeOf(detailed({ contact }, registered([approved]))).after.bookings;
    expect(booking?.participants[0]?.name).toBe("Aigul Serik");
    expect(booking?.detailsChangedAt).toBe(NOW);
  });

  test.each<[string, Partial<Details>, boolean]>([
    ["the organisation", { contact: { ...CONTACT_DETAILS, organisation: "IOM" } }, true],
    ["the press card", { contact: { ...CONTACT_DETAILS, pressCard: "17" } }, true],
    ["a badge", { badges: { PASS000001: "Aigul" } }, true],
    ["the telephone", { contact: { ...CONTACT_DETAILS, phone: "+7 701" } }, false],
    ["the language", { language: "ru" }, false],
  ])("show the desk that %s was changed, if approval is given on it", (_, asked, isShown) => {
    const at = (place: string) =>
      changeOf(detailed(asked, registered([bookingIn("pending", { place })]))).after.bookings[0]
        ?.detailsChangedAt;
    expect(at("tour")).toBe(isShown ? NOW : undefined);
    expect(at("hall")).toBeUndefined();
  });

  test("take a badge away that is empty or the name, and leave those that are not named", () => {
    const badgeAfter = (badges: Record<string, string>) =>
      detailed({ badges })?.after.bookings[0]?.participants.map(({ badge }) => badge);
    expect(badgeAfter({ PASS000002: "" })).toEqual([undefined, undefined]);
    expect(badgeAfter({ PASS000002: "Marat Omarov" })).toEqual([undefined, undefined]);
    expect(badgeAfter({ PASS000001: "A." })).toEqual(["A.", "Marat"]);
  });

  test("in another language are no news of time and venue", () => {
    const { after } = changeOf(detailed({ language: "kk" }));
    expect(after.bookings[0]?.told).toBe(timeAndVenue(event, hall, "kk"));
    const uninformed = registered([bookingIn("confirmed", { told: "of another time" })]);
    expect(changeOf(detailed({ language: "kk" }, uninformed)).after.bookings[0]?.told).toBe(
      "of another time",
    );
  });

  test("are refused where somebody else changed them since the page was shown", () => {
    const contact = { ...CONTACT_DETAILS, phone: "+7 701" };
    expect(outcomeOf(() => detailed({ contact }, registered(), "former"))).toBe("refused: details-changed");
    const seen = detailsSeen(registered(), NOW);
    expect(outcomeOf(() => detailed({ contact }, registered(), seen))).toContain("mail: changed");
  });

  test("are shown under a mark that changes with everything the page shows, and with nothing else", () => {
    const mark = (changes: Partial<Registration>, bookings?: readonly Booking[]) =>
      detailsSeen(registered(bookings, changes), NOW);
    const marks = [
      mark({}),
      mark({ contact: { ...CONTACT, phone: "1" } }),
      mark({ language: "ru" }),
      mark({ answers: { diet: "fish" } }),
      mark({}, [bookingIn("confirmed", { participants: [{ pass: "P", name: "N" }] })]),
      mark({}, [bookingIn("confirmed", { participants: [{ pass: "P", name: "N", badge: "B" }] })]),
      mark({}, [bookingIn("cancelled")]),
    ];
    expect(new Set(marks).size).toBe(marks.length);
    expect(mark({ contact: { ...CONTACT, email: "other@example.org" } })).toBe(mark({}));
    expect(mark({ needs: "A ramp", version: 9 })).toBe(mark({}));
  });

  test("go without a mail where nobody has proven the address", () => {
    const unproven = registered([bookingIn("unverified")]);
    expect(changeOf(detailed({ language: "kk" }, unproven)).mails).toEqual([]);
  });
});

const asked = (changes: Partial<EditAsked>): EditAsked => ({
  contact: {},
  people: [],
  seen: new Map(),
  ...changes,
});
const edit = (changes: Partial<EditAsked>, registration = registered()) =>
  edited(registration, asked(changes), { event, now: NOW });

describe("what the desk corrects", () => {
  test.each<[string, Partial<EditAsked>, string]>([
    ["nothing", {}, "nothing"],
    ["a name", { people: [{ person: "Marat Omarov", name: "Marat Umarov" }] }, "confirmed | mail: changed"],
    [
      "a name, by the code of the pass",
      { people: [{ person: "PASS000002", name: "Marat Umarov" }] },
      "confirmed | mail: changed",
    ],
    ["a name that is so already", { people: [{ person: "Somebody", name: "Marat Omarov" }] }, "nothing"],
    ["a name of nobody here", { people: [{ person: "Somebody", name: "Else" }] }, "refused: person-unknown"],
    ["a badge", { people: [{ person: "Marat Omarov", badge: "M." }] }, "confirmed | mail: changed"],
    ["a telephone", { contact: { phone: "+7 701" } }, "confirmed | no mail"],
    ["the language", { language: "kk" }, "confirmed | no mail"],
    [
      "a booking that was shown in another state",
      { contact: { phone: "1" }, seen: new Map([["hall", "waitlisted"]]) },
      "refused: booking-changed",
    ],
    [
      "a booking that was shown in this state",
      { contact: { phone: "1" }, seen: new Map([["hall", "confirmed"]]) },
      "confirmed | no mail",
    ],
  ])("%s", (_, changes, outcome) => {
    expect(outcomeOf(() => edit(changes))).toBe(outcome);
  });

  test("is nothing of a registration that is over", () => {
    expect(outcomeOf(() => edit({ contact: { phone: "1" } }, registered([bookingIn("cancelled")])))).toBe(
      "refused: booking-state",
    );
  });

  test("takes out what is empty", () => {
    const full = registered(undefined, {
      contact: { ...CONTACT, organisation: "IOM", outlet: "The Paper", pressCard: "17" },
    });
    const empty = { phone: "", organisation: "", outlet: "", pressCard: "" };
    expect(changeOf(edit({ contact: empty }, full)).after.contact).toEqual({
      name: CONTACT.name,
      email: CONTACT.email,
    });
    expect(
      changeOf(edit({ people: [{ person: "Marat Omarov", badge: "" }] })).after.bookings[0]?.participants[1],
    ).toEqual({
      pass: "PASS000002",
      name: "Marat Omarov",
    });
  });

  test("keeps the codes of passes, raises calendars, and says why in its mail", () => {
    const change = changeOf(
      edit({ people: [{ person: "Marat Omarov", name: "M. Umarov" }], note: "A slip." }),
    );
    expect(change.after.bookings[0]).toMatchObject({
      participants: [{ pass: "PASS000001" }, { pass: "PASS000002", name: "M. Umarov", badge: "Marat" }],
      calendar: { sequence: 1 },
    });
    expect(change.mails).toMatchObject([{ kind: "changed", note: "A slip." }]);
  });

  test("of the answers of a person is what its place asks or what is known, and one mail says so", () => {
    const asking = { ...event, places: [{ ...hall, people: { position: "required" as const } }] };
    const people = [{ pass: "P", name: "Aigul Serik", answers: { former: "kept" } }];
    const registration = registered([bookingIn("confirmed", { participants: people })]);
    const answers = { position: "Editor", unasked: "lost" };
    const change = changeOf(
      edited(registration, asked({ people: [{ person: "P", answers }] }), { event: asking, now: NOW }),
    );
    expect(change.after.bookings[0]?.participants[0]?.answers).toEqual({
      former: "kept",
      position: "Editor",
    });
    expect(change.after.bookings[0]?.calendar?.sequence).toBe(0);
    expect(change.mails).toEqual([{ kind: "changed", details: ["people"] }]);
  });
});

describe("another address", () => {
  const token = { hash: "new", sealed: "new" };
  const LATER = addSeconds(NOW, 4 * 3600);
  const asking = changeOf(
    addressAsked(registered(), { email: "new@example.org", token }, { event, now: NOW }),
  ).after;

  test("is asked for by a mail to it, for four hours, and changes nothing yet", () => {
    const { after, mails } = changeOf(
      addressAsked(registered(), { email: "new@example.org", token }, { event, now: NOW }),
    );
    expect(after.contact.email).toBe(CONTACT.email);
    expect(after.addressChange).toEqual({ email: "new@example.org", token, until: LATER });
    expect(mails).toEqual([{ kind: "verify-address", to: "new@example.org" }]);
    const last = addSeconds(event.end, -60);
    const late = addressAsked(registered(), { email: "new@example.org", token }, { event, now: last });
    expect(late.after.addressChange?.until).toBe(event.end);
  });

  test("takes the place of the former one once it is proven, which is told", () => {
    const { after, mails } = addressChanged(asking, { event, now: addSeconds(LATER, -1) });
    expect(after).toMatchObject({ contact: { email: "new@example.org" }, token });
    expect(after.addressChange).toBeUndefined();
    expect(after.bookings[0]?.calendar?.sequence).toBe(1);
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([
      ["changed", undefined],
      ["address-changed", CONTACT.email],
    ]);
  });

  test("of the same mailbox is told by one mail alone", () => {
    const same = changeOf(
      addressAsked(registered(), { email: "AIGUL@example.org", token }, { event, now: NOW }),
    ).after;
    expect(addressChanged(same, { event, now: NOW }).mails.map(({ kind }) => kind)).toEqual(["changed"]);
  });

  test("is told also where nothing is booked any more", () => {
    const over = { ...asking, bookings: [bookingIn("cancelled")] };
    expect(addressChanged(over, { event, now: NOW }).mails[0]).toEqual({ kind: "changed" });
  });

  test.each([
    ["its time is over", asking, LATER],
    ["none was asked for", registered(), NOW],
  ])("is refused where %s", (_, registration, now) => {
    expect(outcomeOf(() => addressChanged(registration, { event, now }))).toBe("refused: address-ended");
  });

  test("can be taken back", () => {
    expect(changeOf(addressKept(asking, { now: NOW })).after.addressChange).toBeUndefined();
    expect(addressKept(registered(), { now: NOW })).toBeUndefined();
  });

  test("is refused on a page that shows another one", () => {
    expect(() => requireAddressSeen(registered(), undefined)).not.toThrow();
    expect(() => requireAddressSeen(registered(), addressSeen(registered()))).not.toThrow();
    expect(() => requireAddressSeen(asking, addressSeen(registered()))).toThrow("Meanwhile another address");
  });
});

describe("what someone needs", () => {
  const tell = (needs: string, registration = registered(), seen?: string, now = NOW) =>
    needsChanged(registration, { needs, seen }, { event, now });
  const told = registered(undefined, { needs: "A ramp" });

  test.each<[string, () => ReturnType<typeof tell>, string]>([
    ["told anew changes it, and no mail repeats it", () => tell("A ramp"), "confirmed | no mail"],
    ["told again changes nothing", () => tell("A ramp", told), "nothing"],
    ["that is empty and was never told changes nothing", () => tell(""), "nothing"],
    [
      "on a page that shows something else is refused",
      () => tell("A seat", told, needsSeen(registered())),
      "refused: details-changed",
    ],
    [
      "on a page that shows what is stored is taken",
      () => tell("A seat", told, needsSeen(told)),
      "confirmed | no mail",
    ],
    [
      "after the event is refused",
      () => tell("A ramp", registered(), undefined, event.end),
      "refused: event-over",
    ],
    ["can be withdrawn after the event", () => tell("", told, undefined, event.end), "confirmed | no mail"],
  ])("%s", (_, decide, outcome) => {
    expect(outcomeOf(decide)).toBe(outcome);
  });

  test("is gone once it is withdrawn", () => {
    expect(changeOf(tell("", told)).after).not.toHaveProperty("needs");
    expect(changeOf(tell("A ramp")).after.needs).toBe("A ramp");
  });
});
