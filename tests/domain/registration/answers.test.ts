import { expect, test } from "vitest";
import { answersTo } from "../../../functions/domain/registration/form/check-answers.ts";
import { readForm } from "../../../functions/domain/registration/form/form.ts";
import type { Question } from "../../../functions/domain/registration/question.ts";
import { fieldErrors } from "../../../functions/domain/registration/text/field-error.ts";

const question = (id: string, changes: Partial<Question>): Question => ({
  ...{ id, kind: "text", required: false, places: [], options: [], keepDays: 7 },
  ...changes,
});

/** What is kept of answers as a form sends them, and what is wrong with them. */
function answered(questions: readonly Question[], sent: Record<string, string[]>, known = {}) {
  const { errors, wrong } = fieldErrors();
  const fields = Object.fromEntries(Object.entries(sent).map(([id, values]) => [`answer-${id}`, values]));
  const answers = answersTo(questions, readForm(fields).answers, wrong, known);
  return { answers, errors: errors.map(({ field, code }) => `${field} ${code}`) };
}

const DAYS = question("days", { kind: "several", options: ["mon", "tue", "wed"] });

test("of several options those that were ticked are kept, each once and in their order", () => {
  expect(answered([DAYS], { days: ["wed", "mon", "wed"] })).toEqual({
    answers: { days: "mon wed" },
    errors: [],
  });
  expect(answered([DAYS], { days: ["mon", "sun"] }).errors).toEqual(["answer-days answer-unknown"]);
  expect(answered([{ ...DAYS, required: true }], {}).errors).toEqual(["answer-days answer-missing"]);
  expect(answered([{ ...DAYS, kind: "choice" }], { days: ["mon", "tue"] }).errors).toEqual([
    "answer-days answer-unknown",
  ]);
});

test.each([
  ["number", "12", "12"],
  ["number", "1 200,5", "1200.5"],
  ["number", "a dozen", undefined],
  ["number", "1e9", undefined],
  ["date", "2027-07-30", "2027-07-30"],
  ["date", "3.7.2027", "2027-07-03"],
  ["date", "2027-02-30", undefined],
  ["date", "tomorrow", undefined],
] as const)("of a %s written as %s is kept: %s", (kind, written, kept) => {
  const { answers, errors } = answered([question("it", { kind })], { it: [written] });
  if (kept === undefined) expect(errors).toEqual([`answer-it answer-${kind}`]);
  else expect({ answers, errors }).toEqual({ answers: { it: kept }, errors: [] });
});

const VISA = question("visa", { kind: "yes-no", required: true });
const ARRIVAL = question("arrival", {
  kind: "date",
  required: true,
  when: { question: "visa", is: ["yes"] },
});
const NIGHT = question("night", { when: { question: "arrival-by", is: ["train"] } });

test("a question that depends on an answer is required where it is asked, and its answer dropped where it is not", () => {
  const both = [VISA, ARRIVAL];
  expect(answered(both, { visa: ["yes"] }).errors).toEqual(["answer-arrival answer-missing"]);
  expect(answered(both, { visa: ["no"], arrival: ["2027-07-29"] })).toEqual({
    answers: { visa: "no" },
    errors: [],
  });
  expect(answered(both, { visa: ["no"], arrival: ["nonsense"] }).errors).toEqual([]);
  expect(answered(both, { visa: ["yes"], arrival: ["2027-07-29"] }).answers).toEqual({
    visa: "yes",
    arrival: "2027-07-29",
  });
});

test("a question whose condition is itself not asked is not asked", () => {
  const by = question("arrival-by", {
    kind: "several",
    options: ["train", "plane"],
    when: { question: "visa", is: ["yes"] },
  });
  const all = [VISA, by, NIGHT];
  const sent = { "arrival-by": ["train", "plane"], night: ["late"] };
  expect(answered(all, { ...sent, visa: ["no"] }).answers).toEqual({ visa: "no" });
  expect(answered(all, { ...sent, visa: ["yes"] }).answers).toHaveProperty("night", "late");
});

test("what was answered before counts for a question that depends on it", () => {
  expect(answered([ARRIVAL], {}, { visa: "yes" }).errors).toEqual(["answer-arrival answer-missing"]);
  expect(answered([ARRIVAL], {}, { visa: "no" }).errors).toEqual([]);
});
