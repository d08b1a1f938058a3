import { describe, expect, test } from "vitest";
import { addressError, isMailAddress } from "../../../functions/domain/registration/address.ts";
import { checkAddedPlace } from "../../../functions/domain/registration/form/check-added-place.ts";
import { checkForm } from "../../../functions/domain/registration/form/check-form.ts";
import { checkPeople } from "../../../functions/domain/registration/form/check-people.ts";
import { readForm } from "../../../functions/domain/registration/form/form.ts";
import { cleanLine } from "../../../functions/domain/registration/text/clean-text.ts";
import { nameError, organisationError } from "../../../functions/domain/registration/text/name-error.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { bookingOf, registrationOf } from "../../worlds/registration/registration-pages.ts";

const WITHOUT_LETTERS = {
  "a joiner": "\u200d",
  "a full stop": ".",
  "a Hangul filler": "\u3164",
  "Hangul fillers of every kind": "\u115f\u1160\u3164\uffa0",
  "a Braille blank": "\u2800",
  "marks upon nothing": "\u0301\u0323",
  "a combining grapheme joiner": "\u034f",
  emoji: "\u{1f600}\u{1f469}\u200d\u{1f4bb}",
  digits: "12345",
};
const DAMAGED = {
  "a replacement character": "Aig\ufffdl",
  "an object replacement character": "Aigul \ufffc",
  "a noncharacter": "Aigul\ufdd0",
  "the last code point": "Aigul\u{10ffff}",
  "half of a pair": "Aigul\ud800",
  "a code point for private use": "Aigul\ue000",
  "an unassigned code point": "Aigul\u0378",
};

test.each(Object.entries(WITHOUT_LETTERS))("a name made of %s has no letter to be read", (_, name) => {
  expect(nameError(cleanLine(name))).toBe("name-without-letters");
});

test.each(Object.entries(DAMAGED))("a name with %s is damaged", (_, name) => {
  expect(nameError(cleanLine(name))).toBe("text-damaged");
  expect(organisationError(cleanLine(name))).toBe("text-damaged");
});

test.each([
  "Әйгүл Серікқызы",
  "Q",
  "X Æ A-12",
  "O\u2019Brien",
  "نور\u200cمحمد",
  "李小龙",
  "한글 이름",
  "देवेंद्र",
  "Ng\u0169g\u0129",
  "\u{20bb7}野家",
])("a name of a person is taken: %s", (name) => {
  expect(nameError(cleanLine(name))).toBeUndefined();
});

test.each(["360", "24.kz", "31 канал", "-", "—", "", "1+1"])("an outlet may be called %j", (name) => {
  expect(organisationError(name)).toBeUndefined();
});

test("an organisation made of fillers or emoji is not taken", () => {
  expect(["\u3164", "\u{1f600}"].map(organisationError)).toEqual([
    "name-without-letters",
    "name-without-letters",
  ]);
});

test.each([
  "a@127.0.0.1",
  "a@[127.0.0.1]",
  "a@[::1]",
  "a@[IPv6:::1]",
  "a@::1",
  "a@1.2",
  "a@0x7f.1",
  "a@example.0x",
  "a@2130706433",
  "a@１２７.0.0.1",
  "a@1\u30022",
  "a@a.b.09",
])("an address at the number of a machine is refused for that: %s", (address) => {
  expect(addressError(address)).toBe("email-number");
  expect(isMailAddress(address)).toBe(false);
});

test.each(["a@1.example.org", "a@163.com", "a@example.1a", "a@0x7f.org", "a@пример.қаз"])(
  "an address at a host whose name has digits is taken: %s",
  (address) => {
    expect(addressError(address)).toBeUndefined();
  },
);

describe("every field that asks for a name", () => {
  const event = eventOf([placeOf("hall"), placeOf("press", { audience: "press" })]);
  const errorsWith = (name: string) =>
    checkForm(
      readForm({
        place: ["hall"],
        name: [name],
        email: ["aigul@0x7f.1"],
        organisation: [name],
        outlet: [name],
        coming: ["self"],
        badge: [name],
        "person-1-name": [name],
        "person-1-badge": [name],
        delegation: [`Erlan Omarov\n${name}`],
        language: ["en"],
        agree: ["yes"],
      }),
      event,
      ["hall"],
    ).errors?.map(({ field, code }) => `${field} ${code}`);
  const FIELDS = ["organisation", "outlet", "badge", "person-1-name", "person-1-badge", "delegation"];

  test.each([
    ["\u3164", "name-without-letters"],
    ["Aig\ufffdl", "text-damaged"],
  ])("says of %j what is wrong with it", (name, code) => {
    expect(errorsWith(name)).toEqual([
      `name ${code}`,
      "email email-number",
      ...FIELDS.map((each) => `${each} ${code}`),
    ]);
  });

  test("says so where people are changed and a place is added, too", () => {
    const people = [{ name: "\u3164", badge: "\ufffd" }];
    const expected = ["name-without-letters", "text-damaged"];
    expect(checkPeople(people).errors.map(({ code }) => code)).toEqual(expected);
    const values = { place: "press", people, outlet: "\u3164", pressCard: "", answers: {} };
    const { errors } = checkAddedPlace(values, event, registrationOf([bookingOf("hall", "confirmed")]));
    expect(errors?.map(({ code }) => code)).toEqual([...expected, "name-without-letters"]);
  });
});
