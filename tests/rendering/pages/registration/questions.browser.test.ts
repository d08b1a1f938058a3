import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RegistrationEvent } from "../../../../functions/domain/registration/event.ts";
import { emptyForm } from "../../../../functions/domain/registration/form/form.ts";
import type { Question } from "../../../../functions/domain/registration/question.ts";
import { type ShownPage, shownPage } from "../../../worlds/reading/shown-page.ts";
import { askingPeople } from "../../../worlds/registration/asking-people.ts";
import {
  bookingOf,
  detailsFormPage,
  formPage,
  fullEvent,
  registrationOf,
  selfPage,
} from "../../../worlds/registration/registration-pages.ts";

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

describe("what each person is asked", () => {
  const EVENT = askingPeople();
  const others = { ...emptyForm("en"), coming: "others" };
  const seen = (...names: string[]) =>
    Promise.all(names.map((name) => shown.page.locator(`[name=${name}]`).first().isVisible()));
  const row = (n: number) => ["position", "visa", "arrival"].map((id) => `person-${n}-answer-${id}`);
  const own = ["answer-position", "answer-visa", "answer-arrival"];

  test("is seen in each row once a place asks it, and by the answers of the same row alone", async () => {
    await shown.load(formPage("en", { event: EVENT, values: others }));
    const { page } = shown;
    const isSaidAbove = () => page.locator(".of-person").first().isVisible();
    expect(await seen(...row(1))).toEqual([false, false, false]);
    await page.locator("#field-place").check();
    expect(await isSaidAbove()).toBe(false);
    await page.locator("#field-place-partners").check();
    expect(await isSaidAbove()).toBe(true);
    expect(await seen(...row(1))).toEqual([true, true, false]);
    await page.locator("#field-person-2-answer-visa").selectOption("yes");
    expect(await seen(...row(1), ...row(2))).toEqual([true, true, false, true, true, true]);
    expect(await shown.axe()).toEqual([]);
  });

  test("a question for each person is asked of a contact who comes, and not of one who only registers others", async () => {
    await shown.load(formPage("en", { event: EVENT, values: { ...others, places: ["partners"] } }));
    const { page } = shown;
    expect(await seen(...own)).toEqual([false, false, false]);
    await page.locator("#field-coming").check();
    expect(await seen(...own)).toEqual([true, true, false]);
    await page.locator("#field-answer-visa").check();
    expect(await seen(...own)).toEqual([true, true, true]);
  });

  test("is seen in the form for one more place, too, for the place that is chosen there", async () => {
    const registration = registrationOf([]);
    const page = selfPage("en", { event: EVENT, registration, available: ["hall", "partners"] });
    await shown.load(page);
    await shown.page.locator("summary").click();
    expect(await seen(...row(1))).toEqual([false, false, false]);
    await shown.page.locator("#field-place").selectOption("partners");
    expect(await seen(...row(1))).toEqual([true, true, false]);
    await shown.page.locator("#field-person-1-answer-visa-add").selectOption("yes");
    expect(await seen(...row(1))).toEqual([true, true, true]);
    expect(await shown.axe()).toEqual([]);
  });
});

test("a question that depends on another waits for its answer on the page for details, too", async () => {
  const registration = registrationOf([bookingOf("hall", "confirmed")], { answers: { visa: "no" } });
  await shown.load(detailsFormPage("en", { event: VISIT, registration }));
  const seen = async () => Promise.all(["visa", "arrival", "days", "guests"].map(isSeen));
  expect(await seen()).toEqual([true, false, true, false]);
  await shown.page.locator("#field-answer-visa").check();
  await shown.page.locator("#field-answer-days-tue").check();
  expect(await seen()).toEqual([true, true, true, true]);
});

test("a question that depends on another waits for its answer and place where a place is added, too", async () => {
  const registration = registrationOf([bookingOf("stream", "confirmed")]);
  await shown.load(selfPage("en", { event: VISIT, registration, available: ["press", "hall"] }));
  await shown.page.locator(".part > details > summary").click();
  const seen = async () => Promise.all(["visa", "arrival", "days", "guests"].map(isSeen));
  expect(await seen()).toEqual([false, false, false, false]);
  await shown.page.locator("#field-place").selectOption("hall");
  expect(await seen()).toEqual([true, false, false, false]);
  await shown.page.locator("#field-answer-visa-no").check();
  expect(await seen()).toEqual([true, false, true, false]);
});

test("what was answered before decides what is asked where a place is added, since it is not asked again", async () => {
  const asked = (visa: string) =>
    selfPage("en", {
      event: VISIT,
      registration: registrationOf([bookingOf("stream", "confirmed")], { answers: { visa } }),
      available: ["hall"],
    });
  expect(asked("yes")).toContain('name="answer-arrival"');
  expect(asked("no")).not.toContain('name="answer-arrival"');
  expect(asked("no")).toContain('name="answer-days"');
});
