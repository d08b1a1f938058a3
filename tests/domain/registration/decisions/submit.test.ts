import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { addressHashes } from "../../../../functions/domain/registration/address.ts";
import type { Booking } from "../../../../functions/domain/registration/booking.ts";
import { addressForgotten } from "../../../../functions/domain/registration/decisions/people-answered.ts";
import { peopleSeen } from "../../../../functions/domain/registration/decisions/people-seen.ts";
import { replied } from "../../../../functions/domain/registration/decisions/reply.ts";
import {
  isSameSubmission,
  resubmitted,
} from "../../../../functions/domain/registration/decisions/resubmit.ts";
import {
  type Submission,
  type SubmissionCircumstances,
  submitted,
} from "../../../../functions/domain/registration/decisions/submit.ts";
import {
  endedByOther,
  expired,
  resent,
  verified,
} from "../../../../functions/domain/registration/decisions/verify.ts";
import { lastInstant } from "../../../../functions/domain/registration/holds.ts";
import type { Registration } from "../../../../functions/domain/registration/registration.ts";
import { timeAndVenue } from "../../../../functions/domain/registration/time-and-venue.ts";
import {
  bookingIn,
  changeOf,
  NOW,
  outcomeOf,
  registrationOf,
  SAID,
} from "../../../worlds/registration/decided.ts";
import { eventOf, people, placeOf, submissionOf } from "../../../worlds/registration/registration-events.ts";

const HOUR = 3600;
const hall = placeOf("hall", { people: { position: "optional" } });
const event = eventOf([hall, placeOf("online")]);
const TOKEN = { hash: "new", sealed: "new" };
const at: SubmissionCircumstances = { event, now: NOW, at: Date.parse(NOW), token: TOKEN, room: () => true };
const full: SubmissionCircumstances = { ...at, room: () => false };
const TWO = [{ name: "Aigul Serik" }, { name: "Marat Omarov", badge: "Marat" }];
const form = (changes: Partial<Submission> = {}) =>
  submissionOf({
    id: "00000000-0000-4000-8000-000000000001",
    contact: { name: "Aigul Serik", email: "aigul@example.org" },
    people: TWO,
    ...changes,
  });

describe("a new submission", () => {
  test("holds seats for four hours, and asks to verify", () => {
    const { before, after, mails } = submitted(form(), at);
    expect(before).toBeUndefined();
    expect(after).toMatchObject({
      id: form().id,
      version: 1,
      createdAt: NOW,
      token: TOKEN,
      bookings: [
        {
          place: "hall",
          state: "unverified",
          until: addSeconds(NOW, 4 * HOUR),
          submittedAt: new Date(NOW).toISOString(),
          priority: 5,
          told: timeAndVenue(event, hall, "en"),
        },
      ],
    });
    expect(after.verifiedAt).toBeUndefined();
    expect(mails).toEqual([{ kind: "verify" }]);
  });

  test("without seats left has a turn in the waiting list, for two days", () => {
    expect(submitted(form(), full).after.bookings[0]).toMatchObject({
      state: "unverified-waiting",
      until: addSeconds(NOW, 48 * HOUR),
    });
  });

  test("is never divided: each place has seats for all of them, or none", () => {
    const room = (place: string, n: number) => place === "online" && n === 2;
    const { after } = submitted(form({ places: ["hall", "online"] }), { ...at, room });
    expect(after.bookings.map(({ state }) => state)).toEqual(["unverified-waiting", "unverified"]);
  });

  test("from a network that proves nothing holds seats for half an hour", () => {
    const { bookings } = submitted(form(), { ...at, shortHold: true }).after;
    expect(bookings[0]?.until).toBe(addSeconds(NOW, 1800));
  });

  test("keeps answers, needs and the mark of its network, and nothing that is empty", () => {
    const told = submitted(form({ answers: { diet: "fish" }, needs: "A ramp" }), {
      ...at,
      network: "mark",
    }).after;
    expect(told).toMatchObject({ answers: { diet: "fish" }, needs: "A ramp", network: "mark" });
    for (const needs of ["", undefined]) {
      const { after } = submitted(form(needs === undefined ? {} : { needs }), at);
      expect(Object.keys(after)).not.toContain("needs");
      expect(Object.keys(after)).not.toContain("network");
    }
  });

  test("keeps of each person what its place asks", () => {
    const asked = form({ people: [{ name: "Aigul", answers: { position: "Editor", unasked: "x" } }] });
    expect(submitted(asked, at).after.bookings[0]?.participants[0]?.answers).toEqual({ position: "Editor" });
  });

  test("that was kept aside counts from when it was first submitted", () => {
    const { after } = submitted(form(), { ...at, since: SAID });
    expect(after.createdAt).toBe(SAID);
    expect(after.bookings[0]?.until).toBe(addSeconds(NOW, 4 * HOUR));
  });

  test("shares seats that its address holds already, for as long as the first of them could be held", () => {
    const since = addSeconds(NOW, -11 * HOUR);
    const shared = submitted(form(), { ...at, sharedSince: () => since }).after.bookings[0];
    expect(shared).toMatchObject({ holdSince: since, until: addSeconds(since, 12 * HOUR) });
    const alone = submitted(form(), { ...at, sharedSince: () => undefined }).after.bookings[0];
    expect(Object.keys(alone ?? {})).not.toContain("holdSince");
    expect(
      submitted(form(), { ...full, sharedSince: () => since }).after.bookings[0]?.holdSince,
    ).toBeUndefined();
  });

  test("for a place that there is not is refused", () => {
    expect(outcomeOf(() => submitted(form({ places: ["nowhere"] }), at))).toBe("refused: place-unknown");
  });
});

const stored = (
  bookings: readonly Booking[] = [bookingIn("unverified")],
  changes: Partial<Registration> = {},
) => registrationOf(event, bookings, changes);

describe("the same form once more", () => {
  test("means what it says now, with a link of its own", () => {
    const registration = stored(undefined, { needs: "A ramp", network: "former", wrongCodes: 2 });
    const { after, mails } = resubmitted(
      registration,
      form({ language: "kk", people: people(1), answers: { diet: "fish" }, places: ["online"] }),
      { ...at, network: "mark" },
    );
    expect(after).toMatchObject({
      language: "kk",
      token: TOKEN,
      wrongCodes: 0,
      answers: { diet: "fish" },
      network: "mark",
      agreedAt: NOW,
      askedAt: NOW,
      version: registration.version + 1,
      bookings: [{ place: "online", state: "unverified" }],
    });
    expect(after.bookings).toHaveLength(1);
    expect(after.needs).toBeUndefined();
    expect(mails).toEqual([{ kind: "verify" }]);
  });

  test("keeps seats that are held, the turn and the passes of who stays", () => {
    const { after } = resubmitted(stored(), form({ people: [...TWO, { name: "Dana" }] }), at);
    expect(after.bookings[0]).toMatchObject({
      state: "unverified",
      submittedAt: bookingIn("unverified").submittedAt,
    });
    expect(after.bookings[0]?.participants.map(({ pass }) => pass).slice(0, 2)).toEqual([
      "PASS000001",
      "PASS000002",
    ]);
  });

  test("for more seats than there are waits", () => {
    const [booking] = resubmitted(stored(), form({ people: people(3) }), full).after.bookings;
    expect(booking?.state).toBe("unverified-waiting");
  });

  test("of somebody who waits goes on waiting, also where there are seats now", () => {
    const [booking] = resubmitted(stored([bookingIn("unverified-waiting")]), form(), at).after.bookings;
    expect(booking).toMatchObject({
      state: "unverified-waiting",
      submittedAt: bookingIn("unverified").submittedAt,
      until: addSeconds(NOW, 48 * HOUR),
    });
  });

  test("whose time is over begins anew", () => {
    const [booking] = resubmitted(stored([bookingIn("unverified", { until: NOW })]), form(), at).after
      .bookings;
    expect(booking?.submittedAt).toBe(new Date(NOW).toISOString());
  });

  test("does not keep seats for ever: three times four hours since it was first sent", () => {
    const first = new Date(Date.parse(NOW) - 11 * HOUR * 1000).toISOString();
    const again = (changes: Partial<Booking>, circumstances = at) =>
      resubmitted(stored([bookingIn("unverified", changes)]), form(), circumstances).after.bookings[0]?.until;
    expect(again({ submittedAt: first })).toBe(addSeconds(NOW, HOUR));
    expect(again({ holdSince: addSeconds(NOW, -10 * HOUR) })).toBe(addSeconds(NOW, 2 * HOUR));
    expect(again({ until: addSeconds(NOW, 600) }, { ...at, shortHold: true })).toBe(addSeconds(NOW, 600));
  });

  test("under another address keeps no change of address that was asked for", () => {
    const addressChange = { email: "other@example.org", token: TOKEN, until: addSeconds(NOW, 60) };
    const registration = stored(undefined, { addressChange });
    expect(resubmitted(registration, form(), at).after.addressChange).toEqual(addressChange);
    const contact = { name: "Aigul Serik", email: "right@example.org" };
    expect(resubmitted(registration, form({ contact }), at).after.addressChange).toBeUndefined();
  });
});

describe("a form says the same as what is stored", () => {
  const same = (changes: Partial<Submission>, registration = stored()) =>
    isSameSubmission(registration, form(changes), { event, now: NOW });
  const both = stored([bookingIn("unverified"), bookingIn("unverified", { place: "online" })], {
    answers: { diet: "fish", hotel: "no" },
  });

  test.each<[string, boolean, Partial<Submission>, Registration?]>([
    ["to the letter", true, {}],
    [
      "with its places and answers in another order",
      true,
      { places: ["online", "hall"], answers: { hotel: "no", diet: "fish" } },
      both,
    ],
    [
      "with the name as a badge",
      true,
      { people: [{ name: "Aigul Serik", badge: "Aigul Serik" }, TWO[1] ?? { name: "" }] },
    ],
    ["with empty needs", true, { needs: "" }],
    ["in another language", false, { language: "ru" }],
    ["of another contact", false, { contact: { name: "A. Serik", email: "aigul@example.org" } }],
    ["with another answer", false, { answers: { diet: "none" } }],
    ["with needs", false, { needs: "A ramp" }],
    ["for one place more", false, { places: ["hall", "online"] }],
    ["with another badge", false, { people: [{ name: "Aigul Serik" }, { name: "Marat Omarov" }] }],
    ["with people in another order", false, { people: TWO.toReversed() }],
    [
      "with an answer of a person",
      false,
      { people: [{ name: "Aigul Serik", answers: { position: "x" } }, TWO[1] ?? { name: "" }] },
    ],
    ["of which the time is over", false, {}, stored([bookingIn("unverified", { until: NOW })])],
  ])("%s: %s", (_, isSame, changes, registration) => {
    expect(same(changes, registration)).toBe(isSame);
  });
});

describe("a proof of the address", () => {
  const asking = eventOf([placeOf("hall", { approval: true })]);

  test("confirms, waits or ends each booking by itself", () => {
    const bookings = [
      bookingIn("unverified"),
      bookingIn("unverified-waiting", { place: "online" }),
      bookingIn("unverified", { place: "late", until: NOW }),
      bookingIn("cancelled", { place: "gone" }),
    ];
    const { after, mails } = changeOf(verified(stored(bookings), { event, now: NOW }));
    expect(after.bookings.map(({ state }) => state)).toEqual([
      "confirmed",
      "waitlisted",
      "expired",
      "cancelled",
    ]);
    expect(after.bookings.map(({ until }) => until)).toEqual([undefined, undefined, undefined, undefined]);
    expect(after).toMatchObject({ verifiedAt: NOW, wrongCodes: 0 });
    expect(mails.map(({ kind, booking }) => [kind, booking?.place])).toEqual([
      ["confirmed", "hall"],
      ["waiting", "online"],
    ]);
    expect(after.bookings[0]?.calendar).toEqual({ sequence: 0, stamp: NOW });
  });

  test("where approval is asked waits for it as long as seats are given", () => {
    const { after } = changeOf(
      verified(registrationOf(asking, [bookingIn("unverified")]), { event: asking, now: NOW }),
    );
    expect(after.bookings[0]).toMatchObject({ state: "pending", until: lastInstant(placeOf("hall")) });
    expect(after.bookings[0]?.calendar).toBeUndefined();
  });

  test("can correct names, and takes no more seats than were submitted", () => {
    const correct = (named: readonly { name: string }[]) =>
      outcomeOf(() => verified(stored(), { event, now: NOW }, named));
    expect(correct([{ name: "Aigul Serikova" }, { name: "Marat Omarov" }])).toBe(
      "confirmed | mail: confirmed",
    );
    expect(correct([{ name: "Aigul Serikova" }])).toBe("confirmed | mail: confirmed");
    expect(correct(people(3))).toBe("refused: booking-size");
    expect(correct([])).toBe("refused: booking-size");
    const { after } = changeOf(verified(stored(), { event, now: NOW }, [{ name: "Aigul Serikova" }]));
    expect(after.bookings[0]?.participants.map(({ name }) => name)).toEqual(["Aigul Serikova"]);
  });

  test("of what was proven before and expired since changes nothing", () => {
    const proven = stored([bookingIn("expired")], { verifiedAt: SAID });
    expect(verified(proven, { event, now: NOW })).toBeUndefined();
  });

  test("forgets the network once nothing is to be verified any more", () => {
    const registration = stored(undefined, { network: "mark" });
    expect(Object.keys(changeOf(verified(registration, { event, now: NOW })).after)).not.toContain("network");
  });
});

describe("what ends by itself", () => {
  test("of an invitation that nobody answered is told to nobody", () => {
    const invitation = { list: "l", by: "b", source: "s" };
    const unanswered = stored([bookingIn("offered", { invitation, until: NOW })]);
    expect(changeOf(expired(unanswered, { now: NOW })).mails).toEqual([]);
  });

  test("leaves what has not run out", () => {
    const bookings = [bookingIn("offered", { until: NOW }), bookingIn("offered", { place: "online" })];
    expect(outcomeOf(() => expired(stored(bookings), { now: NOW }))).toBe("expired, offered | mail: expired");
  });

  test("by another proof ends what is live, and leaves what is over", () => {
    const bookings = [bookingIn("cancelled"), bookingIn("unverified", { place: "online" })];
    expect(outcomeOf(() => endedByOther(stored(bookings), { now: NOW }))).toBe(
      "cancelled, expired | no mail",
    );
  });
});

describe("a mail once more", () => {
  test.each([
    ["to verify, as long as that is open", bookingIn("unverified"), "verify"],
    ["to verify a turn in the waiting list", bookingIn("unverified-waiting"), "verify"],
    ["about a duplicate, once that is done", bookingIn("confirmed"), "duplicate"],
  ])("%s", (_, booking, kind) => {
    const { after, mails } = resent(stored([booking]), { now: NOW, invitedTo: [] });
    expect(mails).toEqual([{ kind }]);
    expect(after.askedAt).toBe(NOW);
    expect(Object.keys(after)).not.toContain("invitedTo");
  });

  test("remembers places that are open to its owner from then on, each once", () => {
    const registration = stored(undefined, { invitedTo: ["a"] });
    expect(resent(registration, { now: NOW, invitedTo: ["a", "b"] }).after.invitedTo).toEqual(["a", "b"]);
    expect(resent(registration, { now: NOW, invitedTo: [] }).after.invitedTo).toEqual(["a"]);
  });

  test("answers a reply, and changes nothing else", () => {
    const { after, mails } = replied(stored([bookingIn("confirmed")]), NOW);
    expect(mails).toEqual([{ kind: "reply" }]);
    expect(after).toEqual({ ...stored([bookingIn("confirmed")]), askedAt: NOW, updatedAt: NOW, version: 4 });
  });
});

describe("an address that somebody gave of a person", () => {
  const of = (...emails: string[]) =>
    stored([
      bookingIn("confirmed", {
        participants: emails.map((email, i) => ({
          pass: `P${i}`,
          name: `Person ${i}`,
          answers: { email, position: "Editor" },
        })),
      }),
    ]);

  test("is forgotten with everything that person said but the name", () => {
    const { after, mails } = changeOf(
      addressForgotten(of("dana@example.org", "marat@example.org"), addressHashes("dana@example.org"), {
        now: NOW,
      }),
    );
    expect(after.bookings[0]?.participants).toEqual([
      { pass: "P0", name: "Person 0" },
      { pass: "P1", name: "Person 1", answers: { email: "marat@example.org", position: "Editor" } },
    ]);
    expect(mails).toEqual([]);
  });

  test("that nobody has changes nothing", () => {
    expect(
      addressForgotten(of("dana@example.org"), addressHashes("other@example.org"), { now: NOW }),
    ).toBeUndefined();
    expect(addressForgotten(stored(), addressHashes("dana@example.org"), { now: NOW })).toBeUndefined();
  });
});

test("the mark of what a page showed of people changes with names, badges, passes and answers, in any order of these", () => {
  const mark = (person: object) => peopleSeen({ participants: [{ pass: "P", name: "N", ...person }] });
  const marks = [
    {},
    { name: "O" },
    { badge: "B" },
    { pass: "Q" },
    { answers: { a: "1" } },
    { answers: { a: "2" } },
  ].map(mark);
  expect(new Set(marks).size).toBe(marks.length);
  expect(mark({ answers: { a: "1", b: "2" } })).toBe(mark({ answers: { b: "2", a: "1" } }));
  expect(mark({})).toMatch(/^[0-9a-f]{16}$/);
});
