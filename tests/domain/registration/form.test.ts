import { describe, expect, test } from "vitest";
import { checkForm } from "../../../functions/domain/registration/form/check-form.ts";
import {
  emptyForm,
  FIELDS,
  type Fields,
  readForm,
  rowsOf,
} from "../../../functions/domain/registration/form/form.ts";
import { LARGEST_BOOKING } from "../../../functions/domain/registration/participant.ts";
import { cleanLine } from "../../../functions/domain/registration/text/clean-text.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { fullEvent } from "../../worlds/registration/registration-pages.ts";

const EVENT = fullEvent();
const AVAILABLE = ["hall", "press", "stream"];

/** A form that is right, with what the test wants otherwise. */
const form = (changes: Fields = {}): Fields => ({
  place: ["hall"],
  name: ["Aigul Serik"],
  email: ["aigul@example.org"],
  coming: ["self"],
  "answer-meal": ["any"],
  language: ["kk"],
  agree: ["yes"],
  ...changes,
});
const checked = (changes: Fields) => checkForm(readForm(form(changes)), EVENT, AVAILABLE);
const submitted = (changes: Fields) => {
  const { submission, errors } = checked(changes);
  if (!submission) throw new Error(JSON.stringify(errors));
  return submission;
};
const wrongIn = (changes: Fields) =>
  (checked(changes).errors ?? []).map(({ field, code, detail }) =>
    [field, code, detail].filter(Boolean).join(" "),
  );

describe("whatever is typed", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.constantFrom("yes", "self", "hall", '\n;\t"', 'a;b\n"c'),
  );
  const names = [
    ...Object.values(FIELDS).filter((name) => name !== FIELDS.places),
    ...["person-1-name", "person-1-badge", "person-20-name", "answer-meal", "answer-interview", "answer-x"],
  ];
  const fields = fc.dictionary(fc.constantFrom(...names), fc.array(text, { minLength: 1, maxLength: 2 }), {
    maxKeys: 25,
  });

  test("is kept to the letter, so that it can be shown again", () => {
    const kept = [
      FIELDS.name,
      FIELDS.email,
      FIELDS.phone,
      FIELDS.organisation,
      FIELDS.outlet,
      FIELDS.needs,
    ] as const;
    fc.assert(
      fc.property(fields, fc.array(text), (typed, place) => {
        const values = readForm({ ...typed, place });
        expect(values.places).toEqual(place);
        for (const name of [...kept, FIELDS.delegation, FIELDS.badge, FIELDS.coming] as const)
          expect(values[name]).toBe(typed[name]?.[0] ?? "");
        expect(values.people[0]?.name ?? "").toBe(typed["person-1-name"]?.[0] ?? "");
        expect(values.people[19]?.name ?? "").toBe(typed["person-20-name"]?.[0] ?? "");
        const ticked = typed["answer-meal"]?.filter((each) => each !== "") ?? [];
        expect(values.answers.meal ?? "").toBe(ticked.join(" "));
        expect(rowsOf(typed)).toBeGreaterThanOrEqual(values.people.length);
      }),
    );
  });

  test("comes to a submission without control characters, or to errors; never to neither", () => {
    fc.assert(
      fc.property(fields, (typed) => {
        const { submission, errors } = checkForm(readForm(form(typed)), EVENT, AVAILABLE);
        expect(submission === undefined).toBe((errors ?? []).length > 0);
        expect(JSON.stringify(submission?.people ?? [])).not.toMatch(/\p{Cc}|\\u00/u);
        expect(submission?.people.length ?? 1).toBeGreaterThanOrEqual(1);
        expect(submission?.people.length ?? 1).toBeLessThanOrEqual(LARGEST_BOOKING);
      }),
    );
  });

  test("of an empty form, everything that is missing is named in the order of the form", () => {
    const { errors } = checkForm({ ...emptyForm("en"), coming: "" }, EVENT, AVAILABLE);
    expect(errors?.map(({ code }) => code)).toEqual([
      "place-missing",
      "name-missing",
      "email-missing",
      "coming-missing",
      "answer-missing",
      "agree-missing",
    ]);
  });
});

describe("the contact", () => {
  test.each([
    ["combining letters are composed", "Zo\u0065\u0308", "Zoë"],
    ["blanks and lines become one blank", " Aigul \t\n Serik\u00a0", "Aigul Serik"],
    ["soft hyphens and marks of direction go without a trace", "Ай\u00adгуль\u202e", "Айгуль"],
    ["the joiners of Persian and Indian scripts stay", "علی\u200cرضا", "علی\u200cرضا"],
    ["any script stays as it is", "Әйгүл 李雪 محمد", "Әйгүл 李雪 محمد"],
  ])("in a name, %s", (_, typed, clean) => {
    expect(cleanLine(typed)).toBe(clean);
  });

  test.each([
    "aigul@",
    "a b@example.org",
    "aigul@example",
    "a\u0007b@example.org",
    "<a@example.org>",
    "a@@example.org",
    "айгүл@example.org",
    "zoë@example.org",
  ])("“%s” is no address of mail", (email) => {
    expect(wrongIn({ email: [email] })).toEqual(["email email-invalid"]);
  });

  test.each(["aigul@пошта.қаз", "aigul@xn--80a1acny.xn--80ao21a", "o'neil+press@example.org"])(
    "“%s” is one",
    (email) => {
      expect(submitted({ email: [email] }).contact.email).toBe(email);
    },
  );

  test("an address keeps its spelling and loses what a copy brought along unseen", () => {
    expect(submitted({ email: [" Aigul.Serik@Example.org\u200b "] }).contact.email).toBe(
      "Aigul.Serik@Example.org",
    );
  });

  test.each(["+7 (701) 000-00-00", "87010000000", "112 00", "+996.312.00.00.00"])(
    "“%s” is a telephone number",
    (phone) => {
      expect(submitted({ phone: [phone] }).contact.phone).toBe(phone);
    },
  );

  test.each(["call me", "1234", "+7 701 000 00 00 ext. 4", "1".repeat(21)])("“%s” is none", (phone) => {
    expect(wrongIn({ phone: [phone] })).toEqual(["phone phone-invalid"]);
  });

  test("journalists name their outlet, and nobody else's is kept", () => {
    expect(wrongIn({ place: ["press"] })).toEqual(["outlet outlet-missing"]);
    expect(submitted({ place: ["press"], outlet: ["Daily"], "press-card": ["17"] }).contact).toMatchObject({
      outlet: "Daily",
      pressCard: "17",
    });
    expect(submitted({ outlet: ["Daily"] }).contact).not.toHaveProperty("outlet");
  });

  test("a text that is too long is refused with the most that there may be", () => {
    expect(wrongIn({ name: ["a".repeat(121)], needs: ["a".repeat(2001)], "needs-consent": ["yes"] })).toEqual(
      ["name too-long 120", "needs too-long 2000"],
    );
  });
});

describe("the people", () => {
  const others = (changes: Fields) => submitted({ coming: ["others"], ...changes }).people;

  test("the contact comes first, then the rows, then the list", () => {
    const people = submitted({
      "person-2-name": ["Dana"],
      "person-2-badge": ["D."],
      delegation: ["ФИО;Бейдж\nAli;Al\nBek"],
    }).people;
    expect(people).toEqual([
      { name: "Aigul Serik" },
      { name: "Dana", badge: "D." },
      { name: "Ali", badge: "Al" },
      { name: "Bek" },
    ]);
  });

  test("a contact who stands in the list as well comes once, under the name of the badge given there", () => {
    expect(submitted({ delegation: ["ФИО;Бейдж\nDana\nAigul Serik;Aika"] }).people).toEqual([
      { name: "Aigul Serik", badge: "Aika" },
      { name: "Dana" },
    ]);
    expect(submitted({ badge: ["A."] }).people).toEqual([{ name: "Aigul Serik", badge: "A." }]);
  });

  test.each([
    ["one name a line", "Ali\r\nBek\n\n"],
    ["commas and a heading in English", "Name,Badge\nAli,\nBek,"],
    ["semicolons and a heading in Russian", "\uFEFFИмя и фамилия;Имя на бейдже\r\nAli;\r\nBek;"],
    ["tabs and a heading in Kazakh", "Аты-жөні\tБейдждегі аты\nAli\t\nBek\t"],
    ["quotations", '"Ali"\n"Bek"'],
    ["the line that tells Excel the delimiter", "sep=;\nAli;\nBek;"],
  ])("a list can be %s", (_, delegation) => {
    expect(others({ delegation: [delegation] })).toEqual([{ name: "Ali" }, { name: "Bek" }]);
  });

  test("a nickname in quotation marks belongs to the name", () => {
    expect(others({ delegation: ['"Bota" Serik\nDana'] })).toEqual([
      { name: '"Bota" Serik' },
      { name: "Dana" },
    ]);
  });

  test("a badge without a name is asked for, in a row and in a list", () => {
    expect(wrongIn({ "person-3-badge": ["D."], delegation: [";Al"] })).toEqual([
      "person-3-name person-name-missing",
      "delegation delegation-name-missing 1",
    ]);
  });

  test("a workbook is no list", () => {
    expect(wrongIn({ delegation: ["PK\u0003\u0004\u0014\u0000"] })).toEqual([
      "delegation delegation-unreadable",
    ]);
  });

  test("nobody, or more than twenty, are refused; twenty are not", () => {
    const list = (n: number) => [Array.from({ length: n }, (_, i) => `Person ${i}`).join("\n")];
    expect(wrongIn({ coming: ["others"] })).toEqual(["person-1-name people-missing"]);
    expect(wrongIn({ delegation: list(20) })).toEqual(["delegation people-too-many 21"]);
    expect(submitted({ delegation: list(19) }).people).toHaveLength(20);
  });
});

describe("places, questions and needs", () => {
  test("a place that is not offered is refused, whatever the event knows of it", () => {
    for (const place of ["evening", "unknown"])
      expect(wrongIn({ place: ["hall", place] })).toEqual(["place place-unavailable"]);
  });

  test("a question is asked of those who choose its place, and takes only its own answers", () => {
    expect(submitted({ "answer-interview": ["Yes"] }).answers).toEqual({ meal: "any" });
    expect(
      submitted({ place: ["press"], outlet: ["Daily"], "answer-interview": ["Yes"] }).answers,
    ).toHaveProperty("interview");
    expect(wrongIn({ "answer-meal": ["fish"] })).toEqual(["answer-meal answer-unknown"]);
    expect(wrongIn({ "answer-interpreter": ["perhaps"] })).toEqual(["answer-interpreter answer-unknown"]);
  });

  test("what someone needs is kept with a consent of its own, or not at all", () => {
    expect(wrongIn({ needs: ["A ramp"] })).toEqual(["needs-consent needs-consent-missing"]);
    expect(submitted({ needs: ["A ramp"], "needs-consent": ["yes"] }).needs).toBe("A ramp");
    expect(submitted({ "needs-consent": ["yes"] })).not.toHaveProperty("needs");
  });
});
