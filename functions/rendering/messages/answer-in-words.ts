import type { Language } from "../../domain/language.ts";
import type { RegistrationWords } from "../../domain/registration/event.ts";
import { chosenIn, type Question } from "../../domain/registration/question.ts";
import { day } from "../format/dates.ts";
import { registrationMessagesOf } from "./registration-messages-of.ts";

type QuestionWords = RegistrationWords["questions"][string];

/** One of the answers of a question as readers see it. */
export function choiceInWords(
  { kind }: Pick<Question, "kind">,
  words: Pick<QuestionWords, "options"> | undefined,
  id: string,
  language: Language,
): string {
  const { form } = registrationMessagesOf(language);
  const said = kind === "yes-no" ? { yes: form.yes, no: form.no } : (words?.options ?? {});
  return new Map(Object.entries(said)).get(id) ?? id;
}

/** An answer as readers see it: what was chosen in the event's words, a date in those of the language. */
export function answerInWords(
  question: Pick<Question, "kind">,
  words: Pick<QuestionWords, "options"> | undefined,
  answer: string,
  language: Language,
): string {
  switch (question.kind) {
    case "text":
    case "number":
      return answer;
    case "date":
      return day(`${answer}T00:00:00Z`, "UTC", language);
    default:
      return chosenIn(answer)
        .map((id) => choiceInWords(question, words, id, language))
        .join("; ");
  }
}
