import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../../functions/domain/language.ts";
import { emptyForm } from "../../../../functions/domain/registration/form/form.ts";
import { MOST_FIELDS } from "../../../../functions/domain/request-limits.ts";
import { registrationPeopleMessagesOf } from "../../../../functions/rendering/messages/registration-people-messages-of.ts";
import { askingPeople, ofPerson } from "../../../worlds/registration/asking-people.ts";
import { placeOf } from "../../../worlds/registration/registration-events.ts";
import {
  bookingOf,
  formPage,
  registrationOf,
  selfPage,
} from "../../../worlds/registration/registration-pages.ts";

const EVENT = askingPeople();
const errors = [{ field: "person-2-answer-position", code: "answer-missing" }] as const;

describe.each(LANGUAGES)("in %s", (language) => {
  const said = registrationPeopleMessagesOf(language);

  test("each row of the form asks what the places ask, and says once what for", () => {
    const html = formPage(language, { event: EVENT });
    for (const row of [1, 2, 3])
      for (const id of ["position", "organisation", "email", "visa", "arrival"])
        expect(html).toContain(`name="person-${row}-answer-${id}"`);
    for (const { purpose } of Object.values(said.fields)) expect(html).toContain(escaped(purpose));
    expect(html.split(escaped(said.fields.email.purpose))).toHaveLength(2);
    expect(html).toContain(said.fields.position.label);
  });

  test("a contact is asked in plain questions, except for address and organisation, which the form has", () => {
    const html = formPage(language, { event: EVENT });
    for (const id of ["position", "visa", "arrival"]) expect(html).toContain(`name="answer-${id}"`);
    for (const id of ["organisation", "email"]) expect(html).not.toContain(`name="answer-${id}"`);
  });

  test("what is missing of a person leads to the field, by person and question", () => {
    const html = formPage(language, {
      event: EVENT,
      errors,
      values: { ...emptyForm(language), coming: "others" },
    });
    expect(html).toContain('<a href="#field-person-2-answer-position">');
    expect(html).toContain('id="field-person-2-answer-position-error"');
    const summary = /class="summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? "";
    expect(summary).toContain(`, ${said.fields.position.label}:`);
  });

  test("whoever opens their link reads what each person answered, and finds it in the form for people", () => {
    const participants = [
      {
        pass: "7K3QX0M2ZB",
        name: "Asel",
        answers: { position: "Judge", arrival: "2027-07-29", visa: "yes" },
      },
    ];
    const registration = registrationOf([bookingOf("partners", "confirmed", { participants })]);
    const html = selfPage(language, { event: EVENT, registration, available: ["hall", "partners"] });
    expect(html).toContain(`${said.fields.position.label}: Judge`);
    expect(html).toMatch(
      /name="person-1-answer-position"[^>]*value="Judge"|value="Judge"[^>]*name="person-1-answer-position"/,
    );
    expect(html).toContain(said.replaced);
  });
});

test("the longest form, with twenty people of whom five things are asked, has no more fields than are taken", () => {
  const more = Array.from({ length: 8 }, (_, i) => ({ ...ofPerson(`more-${i}`), asks: undefined }));
  const [hall, ...places] = EVENT.places;
  const many = Array.from({ length: 16 }, (_, i) => ({ ...(hall ?? placeOf("hall")), id: `place-${i}` }));
  const press = { ...(hall ?? placeOf("hall")), id: "press", audience: "press" as const };
  const event = { ...EVENT, places: [press, ...places, ...many], questions: [...EVENT.questions, ...more] };
  const all = { event, rows: 20, invitation: "an-invitation", proof: "p", confirm: "limit" as const };
  const html = formPage("en", all) + formPage("en", { ...all, confirm: undefined });
  const names = [...html.matchAll(/<(?:input|textarea|select|button)\s[^>]*?\bname="([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toContain("person-20-answer-visa");
  expect(new Set(names).size).toBeGreaterThan(150);
  expect(new Set(names).size).toBeLessThanOrEqual(MOST_FIELDS);
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;");
