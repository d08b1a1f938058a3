import { expect, test } from "vitest";
import { actIn } from "../../../../infra/cli/registrations/act.ts";
import { NOTHING, SLUG } from "../../../worlds/registration/registrations-desk.ts";

const LIST = { ...NOTHING, list: "people.csv", place: "hall", consent: "You asked for it.", why: "guests" };

test("a list is invited with a place, a source of consent and a reason", () => {
  expect(actIn("invite", [SLUG], LIST)).toBe("invite");
});

test.each([
  ["without a place", [SLUG], { place: undefined }, "option-invalid"],
  ["with a second place beside its option", [SLUG, "press"], {}, "option-invalid"],
  ["without a source of consent", [SLUG], { consent: " " }, "option-invalid"],
  ["with a source of consent in several lines", [SLUG], { consent: "One.\nTwo." }, "option-invalid"],
  ["with a source of consent longer than a sentence", [SLUG], { consent: "a".repeat(301) }, "option-invalid"],
  ["in a language that there is not", [SLUG], { language: "xx" }, "option-invalid"],
  ["without a reason", [SLUG], { why: undefined }, "why-missing"],
])("a list %s is refused before anything is opened", (_, names, changes, code) => {
  expect(() => actIn("invite", names, { ...LIST, ...changes })).toThrow(expect.objectContaining({ code }));
});

test("a link for a place takes the event and the place, and nothing that goes with a list", () => {
  expect(actIn("invite", [SLUG, "briefing"], NOTHING)).toBe("invite");
  for (const [names, changes] of [
    [[SLUG], {}],
    [[SLUG, "briefing"], { consent: "You asked for it." }],
  ] as const)
    expect(() => actIn("invite", names, { ...NOTHING, ...changes })).toThrow(
      expect.objectContaining({ code: "option-invalid" }),
    );
});
