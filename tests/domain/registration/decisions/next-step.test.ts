import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import {
  keepAside,
  type MailBudget,
  needsNewId,
  nextStep,
  type StoredBefore,
} from "../../../../functions/domain/registration/decisions/next-step.ts";
import { fc } from "../../../worlds/documents/fast-check.ts";
import { bookingIn, NOW, registrationOf } from "../../../worlds/registration/decided.ts";
import { eventOf, placeOf, submissionOf } from "../../../worlds/registration/registration-events.ts";

const event = eventOf([placeOf("hall")]);
const form = submissionOf({
  contact: { name: "Aigul Serik", email: "aigul@example.org" },
  people: [{ name: "Aigul Serik" }, { name: "Marat Omarov", badge: "Marat" }],
});

/** What this form made, and no one has proven: it says the same to the letter. */
const SAME = registrationOf(event, [bookingIn("unverified")], { id: form.id });
const OTHER_PEOPLE = registrationOf(
  event,
  [bookingIn("unverified", { participants: [{ pass: "PASS000001", name: "Aigul Serik" }] })],
  { id: form.id },
);
const OTHER_ADDRESS = registrationOf(event, [bookingIn("unverified")], {
  id: form.id,
  contact: { name: "Aigul Serik", email: "mistyped@example.org" },
});
const CONFIRMED = registrationOf(event, [bookingIn("confirmed")]);
const WAITING = registrationOf(event, [bookingIn("waitlisted")]);
const CANCELLED = registrationOf(event, [bookingIn("cancelled")]);
const LAPSED = registrationOf(event, [bookingIn("offered", { until: NOW })]);

const NOTHING: StoredBefore = { mine: undefined, isSpent: false, holder: undefined, beside: 0 };

const decided = (before: Partial<StoredBefore>, mail: MailBudget = "left"): string => {
  const next = nextStep(form, { ...NOTHING, ...before }, { event, now: NOW, mail });
  if (next.step === "store") return next.outcome;
  if (next.step !== "keep-aside") return next.step;
  return `${next.outcome}${next.isKept ? ", kept" : ""}${next.ends ? ", the former is deleted" : ""}`;
};

describe("what a submission comes to", () => {
  test.each<[situation: string, before: Partial<StoredBefore>, mail: MailBudget, comesTo: string]>([
    ["nothing is stored", {}, "left", "registered"],
    ["nothing is stored, and nobody asked about mails yet", {}, "not-asked", "ask-for-mail"],
    ["nothing is stored, and the address has had its mails", {}, "used-up", "surplus, kept"],
    ["the same form says the same", { mine: SAME }, "left", "repeat"],
    ["the same form says the same, without any mail left", { mine: SAME }, "used-up", "repeat"],
    ["the same form, the address proven meanwhile", { mine: SAME, holder: CONFIRMED }, "left", "repeat"],
    ["the same form names other people", { mine: OTHER_PEOPLE }, "left", "replaced"],
    ["the same form names other people, mails used up", { mine: OTHER_PEOPLE }, "used-up", "surplus"],
    ["the same form has another address", { mine: OTHER_ADDRESS }, "left", "replaced"],
    [
      "the same form has another address, which is proven",
      { mine: OTHER_ADDRESS, holder: CONFIRMED },
      "left",
      "duplicate, kept, the former is deleted",
    ],
    [
      "the same form has another address, with five of others",
      { mine: OTHER_ADDRESS, beside: 5 },
      "left",
      "surplus, kept, the former is deleted",
    ],
    ["the address is somebody's who comes", { holder: CONFIRMED }, "left", "duplicate, kept"],
    ["the address is somebody's who waits", { holder: WAITING }, "left", "duplicate, kept"],
    ["the address is somebody's, mails used up", { holder: CONFIRMED }, "used-up", "duplicate, kept"],
    [
      "the address is somebody's, nobody asked about mails",
      { holder: CONFIRMED },
      "not-asked",
      "duplicate, kept",
    ],
    ["the owner of the address has cancelled", { holder: CANCELLED }, "left", "registered"],
    ["the owner's offer has run out", { holder: LAPSED }, "left", "registered"],
    ["four others wait for a proof", { beside: 4 }, "left", "registered"],
    ["five others wait for a proof", { beside: 5 }, "left", "surplus, kept"],
    ["five others wait for a proof: no mail is counted", { beside: 5 }, "not-asked", "surplus, kept"],
  ])("where %s", (_, before, mail, comesTo) => {
    expect(decided(before, mail)).toBe(comesTo);
  });

  test("a submission that is kept aside keeps the time at which its form was first submitted", () => {
    expect(keepAside("surplus", form, { mine: OTHER_PEOPLE }).since).toBe(OTHER_PEOPLE.createdAt);
    expect(keepAside("surplus", form, { mine: undefined }).since).toBeUndefined();
  });

  test("a repeated form is answered with the id of the registration that it made", () => {
    const next = nextStep(form, { ...NOTHING, mine: SAME }, { event, now: NOW, mail: "left" });
    expect(next).toEqual({ step: "repeat", id: SAME.id });
  });

  test("what the form made says nothing any more once its hold is over", () => {
    const over = registrationOf(event, [bookingIn("unverified", { until: NOW })], { id: form.id });
    expect(decided({ mine: over })).toBe("replaced");
  });

  test.each([
    ["its registration is verified or over", { isSpent: true }, false, true],
    ["its mail is stored and its registration is not", {}, true, true],
    ["its mail is stored, and its registration, too", { mine: SAME }, true, false],
    ["nothing of it is stored", {}, false, false],
  ])("a form where %s", (_, before, isMailed, needed) => {
    expect(needsNewId({ ...NOTHING, ...before }, isMailed)).toBe(needed);
  });

  const registrations = [SAME, OTHER_PEOPLE, OTHER_ADDRESS, CONFIRMED, WAITING, CANCELLED, LAPSED];
  const maybe = fc.option(fc.constantFrom(...registrations), { nil: undefined });

  test("every combination of what is stored comes to one step, and none is repeated for ever", () => {
    fc.assert(
      fc.property(
        fc.record({ mine: maybe, holder: maybe, isSpent: fc.boolean(), beside: fc.nat(9) }),
        fc.constantFrom<MailBudget>("left", "used-up"),
        (before, mail) => {
          const asked = nextStep(form, before, { event, now: NOW, mail: "not-asked" });
          const next = nextStep(form, before, { event, now: NOW, mail });
          expect(next.step).not.toBe("ask-for-mail");
          if (asked.step !== "ask-for-mail") expect(next).toEqual(asked);
        },
      ),
    );
  });

  test("nothing that somebody proved is changed by a form that is not theirs", () => {
    const later = addSeconds(NOW, 1800);
    for (const mail of ["left", "used-up", "not-asked"] as const)
      expect(nextStep(form, { ...NOTHING, holder: CONFIRMED }, { event, now: later, mail })).toMatchObject({
        step: "keep-aside",
        outcome: "duplicate",
        ends: undefined,
      });
  });
});
