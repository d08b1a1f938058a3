import { cleanText, LONGEST_TEXT } from "./clean-text.ts";
import type { Question } from "./event.ts";
import type { Wrong } from "./field-error.ts";
import { answerField } from "./form.ts";

/** Answers to questions, those left open not among them. */
export function answersTo(
  questions: readonly Question[],
  typed: Readonly<Record<string, string>>,
  wrong: Wrong,
): Record<string, string> {
  const answers = questions.map((question) => [
    question.id,
    answerTo(question, typed[question.id] ?? "", wrong),
  ]);
  return Object.fromEntries(answers.filter(([, answer]) => answer !== ""));
}

function answerTo({ id, kind, required, options }: Question, typed: string, wrong: Wrong): string {
  const answer = cleanText(typed);
  const field = answerField(id);
  if (answer === "") {
    if (required) wrong(field, "answer-missing");
    return "";
  }
  const allowed = kind === "choice" ? options : ["yes", "no"];
  if (kind !== "text" && !allowed.includes(answer)) wrong(field, "answer-unknown");
  if (answer.length > LONGEST_TEXT) wrong(field, "too-long", String(LONGEST_TEXT));
  return answer;
}
