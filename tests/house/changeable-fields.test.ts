import { describe, expect, test } from "vitest";
import { FIELDS, HONEYPOT } from "../../functions/domain/registration/form/form.ts";
import { askingPeople } from "../worlds/registration/asking-people.ts";
import { BEGINS, OPENED } from "../worlds/registration/registration-events.ts";
import {
  bookingOf,
  detailsFormPage,
  formPage,
  needsFormPage,
  registrationOf,
  selfPage,
} from "../worlds/registration/registration-pages.ts";

/** Where the holder of the link changes what a field said; or why nobody does. */
type Changed = { readonly by: string; readonly field: RegExp } | { readonly never: string };

const CHANGED: Readonly<Record<keyof typeof FIELDS, Changed>> = {
  places: { by: "add-place", field: /^place$/ },
  name: { by: "details", field: /^name$/ },
  email: { by: "address", field: /^email$/ },
  phone: { by: "details", field: /^phone$/ },
  organisation: { by: "details", field: /^organisation$/ },
  outlet: { by: "details", field: /^outlet$/ },
  pressCard: { by: "details", field: /^press-card$/ },
  coming: { by: "people", field: /^person-1-name$/ },
  badge: { by: "details", field: /^badge-/ },
  delegation: { by: "people", field: /^person-2-name$/ },
  delegationFile: { by: "people", field: /^person-2-name$/ },
  needs: { by: "needs", field: /^needs$/ },
  needsConsent: { by: "needs", field: /^needs-consent$/ },
  needsKept: { by: "needs", field: /^needs$/ },
  language: { by: "details", field: /^language$/ },
  agree: { by: "delete", field: /^$/ },
  form: { never: "says when the form was made, and is kept as the number of the registration alone" },
  confirmed: { never: "says that a button was pressed, and is not kept" },
  proof: { never: "says that a button was pressed, and is not kept" },
  more: { never: "says that a button was pressed, and is not kept" },
  rows: { never: "says how many rows a page shows, and is not kept" },
  invitation: { never: "opens a place for invited people; it is the organiser's word and nobody's own" },
};
/** The same for fields whose names are made. */
const MADE: readonly (readonly [RegExp, Changed])[] = [
  [/^person-\d+-name$/, { by: "people", field: /^person-1-name$/ }],
  [/^person-\d+-badge$/, { by: "people", field: /^person-1-badge$/ }],
  [/^answer-(?:meal|interpreter|interview)$/, { by: "details", field: /^answer-meal$/ }],
  [/^answer-(?:position|visa|arrival)$/, { by: "people", field: /^person-1-answer-position$/ }],
  [/^person-\d+-answer-/, { by: "people", field: /^person-1-answer-visa$/ }],
  [new RegExp(`^${HONEYPOT}$`), { never: "is a trap for programs, and is not kept" }],
];

const namesIn = (html: string): string[] =>
  [...html.matchAll(/<(?:input|textarea|select|button)\s[^>]*?\bname="([^"]+)"/g)].map(
    ([, name = ""]) => name,
  );
/** Forms of a page by the last part of where they are sent. */
const formsOf = (html: string) =>
  [...html.matchAll(/<form[^>]*action="[^"]*\/([a-z-]+)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, action = "", form = ""]) => [action, namesIn(form)] as const,
  );

const EVENT = askingPeople();
const registration = registrationOf(
  [bookingOf("hall", "confirmed"), bookingOf("press", "confirmed", { approved: true, until: BEGINS })],
  { verifiedAt: OPENED, answers: { meal: "any" } },
);
const forms = [
  selfPage("en", { registration }),
  detailsFormPage("en", { registration }),
  needsFormPage("en", { registration }),
  selfPage("en", { event: EVENT, registration: registrationOf([bookingOf("partners", "confirmed")]) }),
].flatMap(formsOf);

describe("whatever enters by the form of registration", () => {
  const fields = namesIn(formPage("en", { invitation: "an-invitation", confirm: "early" })).concat(
    namesIn(formPage("en")),
    namesIn(formPage("en", { event: EVENT })).filter((name) => name !== "answer-car"),
  );
  const changed = new Map(Object.entries(CHANGED));
  const byField = new Map(
    Object.entries(FIELDS).flatMap(([name, field]) => {
      const found = changed.get(name);
      return found ? [[field, found] as const] : [];
    }),
  );
  const changedOf = (name: string) =>
    new Map<string, Changed>(byField).get(name) ?? MADE.find(([pattern]) => pattern.test(name))?.[1];

  test("has a form that changes or withdraws it, or a reason why nobody does", () => {
    expect(fields.length).toBeGreaterThan(25);
    expect(fields.filter((name) => changedOf(name) === undefined)).toEqual([]);
  });

  test.each([...byField, ...MADE.map(([pattern, changed]) => [String(pattern), changed] as const)])(
    "%s stands in the form that is said to change it",
    (_, changed) => {
      if ("never" in changed) return;
      const names = forms.filter(([action]) => action === changed.by).map(([, all]) => all);
      expect(names).not.toEqual([]);
      const isFound = names.some((all) => all.some((name) => changed.field.test(name)));
      expect(isFound || changed.by === "delete").toBe(true);
    },
  );
});
