import { afterAll, beforeAll, expect, test } from "vitest";
import type { RegistrationEvent } from "../../../../functions/domain/registration/event.ts";
import { emptyForm } from "../../../../functions/domain/registration/form.ts";
import type { Question } from "../../../../functions/domain/registration/question.ts";
import {
  bookingOf,
  formPage,
  fullEvent,
  registrationOf,
  selfPage,
} from "../../../worlds/registration-pages.ts";
import { type ShownPage, shownPage } from "../../../worlds/shown-page.ts";

let shown: ShownPage;

beforeAll(async () => {
  shown = await shownPage();
  await shown.page.setViewportSize({ width: 360, height: 800 });
});
afterAll(() => shown.close());

/** An event that asks these questions, each named as its id says. */
function asking(...questions: (Partial<Question> & { id: string })[]): RegistrationEvent {
  const event = fullEvent();
  const words = Object.fromEntries(
    questions.map(({ id, options = [] }) => [
      id,
      {
        label: `About ${id}`,
        purpose: "For us.",
        options: Object.fromEntries(options.map((each) => [each, `Is ${each}`])),
      },
    ]),
  );
  return {
    ...event,
    questions: questions.map((each) => ({
      ...{ kind: "text" as const, required: false, places: [], options: [], keepDays: 7 },
      ...each,
    })),
    words: event.words.map((each) => ({ ...each, questions: words })),
  };
}

const VISIT = asking(
  { id: "visa", kind: "yes-no", required: true, places: ["hall"] },
  { id: "arrival", kind: "date", required: true, when: { question: "visa", is: ["yes"] } },
  {
    id: "days",
    kind: "several",
    options: ["mon", "tue"],
    required: true,
    when: { question: "visa", is: ["yes", "no"] },
  },
  { id: "guests", kind: "number", required: true, when: { question: "days", is: ["tue"] } },
);

const isSeen = (name: string) =>
  shown.page.locator(`[name=answer-${name}]:not([type=hidden])`).first().isVisible();

test("a question is seen once its place is chosen and the answer is given on which it depends", async () => {
  await shown.load(formPage("en", { event: VISIT }));
  const { page } = shown;
  const seen = async () => Promise.all(["visa", "arrival", "days", "guests"].map(isSeen));
  expect(await seen()).toEqual([false, false, false, false]);
  await page.locator("#field-place").check();
  expect(await seen()).toEqual([true, false, false, false]);
  await page.locator("#field-answer-visa-no").check();
  expect(await seen()).toEqual([true, false, true, false]);
  await page.locator("#field-answer-visa").check();
  await page.locator("#field-answer-days-tue").check();
  expect(await seen()).toEqual([true, true, true, true]);
  await page.locator("#field-place").uncheck();
  expect(await seen()).toEqual([false, false, false, false]);
});

test("what was answered in each kind stands in the form again", async () => {
  const answers = { visa: "yes", arrival: "2027-07-29", days: "mon tue", guests: "3" };
  const values = { ...emptyForm("kk"), answers, places: ["hall"] };
  await shown.load(formPage("kk", { event: VISIT, values }));
  const { page } = shown;
  expect(await page.locator("[name=answer-days]:checked").count()).toBe(2);
  expect(await page.locator("[name=answer-arrival]").inputValue()).toBe("2027-07-29");
  expect(await page.locator("[name=answer-guests]").inputValue()).toBe("3");
  expect(await shown.axe()).toEqual([]);
});

test("whoever opens their link reads their answers in words", async () => {
  const answers = { visa: "yes", arrival: "2027-07-29", days: "mon tue", guests: "3" };
  const registration = registrationOf([bookingOf("hall", "confirmed")], { answers });
  await shown.load(selfPage("ru", { event: VISIT, registration }));
  const facts = await shown.page.locator(".facts").last().innerText();
  for (const said of ["Да", "29\u00a0июля 2027", "Is mon; Is tue", "3"]) expect(facts).toContain(said);
});
