import { addressError, LONGEST_ADDRESS } from "../address.ts";
import { LONGEST_NAME } from "../participant.ts";
import type { PersonQuestion } from "../person-questions.ts";
import { choicesOf, chosenIn, isAsked } from "../question.ts";
import { cleanLine, cleanText, LONGEST_TEXT } from "../text/clean-text.ts";
import type { FieldErrorCode, Wrong } from "../text/field-error.ts";
import { organisationError } from "../text/name-error.ts";
import { answerField } from "./form.ts";

type Answers = Readonly<Record<string, string>>;

/**
 * Answers to questions, those left open not among them. One that was not asked, since another question was answered
 * otherwise, is dropped.
 * @param questions in their order: a question stands after the one on which it depends
 * @param known answers that were given before, or of the registration where each person is asked
 * @param fieldOf names the field of a question
 */
export function answersTo(
  questions: readonly PersonQuestion[],
  typed: Answers,
  wrong: Wrong,
  known: Answers = {},
  fieldOf: (question: string) => string = answerField,
): Record<string, string> {
  const answers = new Map<string, string>();
  const given = new Map(Object.entries(known));
  for (const question of questions) {
    if (!isAsked(question, (id) => answers.get(id) ?? given.get(id) ?? "")) continue;
    const answer = answerTo(question, typed[question.id] ?? "", {
      wrong,
      field: fieldOf(question.id),
    });
    if (answer !== "") answers.set(question.id, answer);
  }
  return Object.fromEntries(answers);
}

function answerTo(
  question: PersonQuestion,
  typed: string,
  { wrong, field }: { wrong: Wrong; field: string },
): string {
  const text = question.asks === "person" ? cleanLine(typed) : cleanText(typed);
  if (text === "") {
    if (question.required) wrong(field, "answer-missing");
    return "";
  }
  const { answer, code } = readAnswer(question, text);
  if (code !== undefined) wrong(field, code, code === "too-long" ? String(longestOf(question)) : undefined);
  return answer;
}

/** What twenty people are asked is a line each, as long as a name. */
function longestOf({ asks, field }: PersonQuestion): number {
  if (field === "email") return LONGEST_ADDRESS;
  return asks === "person" ? LONGEST_NAME : LONGEST_TEXT;
}

/** The answer as it is kept, or why it is none. */
function readAnswer(question: PersonQuestion, text: string): { answer: string; code?: FieldErrorCode } {
  if (text.length > longestOf(question)) return { answer: text, code: "too-long" };
  const code = fieldError(question, text);
  if (code) return { answer: text, code };
  switch (question.kind) {
    case "text":
      return { answer: text };
    case "number":
      return asNumber(text);
    case "date":
      return asDate(text);
    default:
      return asChoice(question, text);
  }
}

function fieldError({ field }: PersonQuestion, text: string): FieldErrorCode | undefined {
  if (field === "email") return addressError(text);
  return field === undefined ? undefined : organisationError(text);
}

/** In the order of the options, each once. */
function asChoice(question: PersonQuestion, text: string): { answer: string; code?: FieldErrorCode } {
  const chosen = new Set(chosenIn(text));
  const choices = choicesOf(question);
  const isKnown = [...chosen].every((id) => choices.includes(id));
  const isOne = question.kind === "several" || chosen.size === 1;
  if (!isKnown || !isOne) return { answer: text, code: "answer-unknown" };
  return { answer: choices.filter((id) => chosen.has(id)).join(" ") };
}

/** Up to nine digits, with decimals after a point or a comma. */
function asNumber(text: string): { answer: string; code?: FieldErrorCode } {
  const plain = text.replace(/ /g, "").replace(",", ".");
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(plain) ? { answer: plain } : { answer: text, code: "answer-number" };
}

/** As browsers send it, 2027-07-30, or as it is written by hand, 30.07.2027; kept in the first form. */
function asDate(text: string): { answer: string; code?: FieldErrorCode } {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const date = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date) && dayInCalendar(date) === date;
  return isDate ? { answer: date } : { answer: text, code: "answer-date" };
}

/** The same day as a calendar has it; another one for 31 April. */
function dayInCalendar(date: string): string | undefined {
  const time = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().slice(0, 10);
}
