import type { Language } from "../../../../domain/language.ts";
import {
  eventWords,
  type RegistrationEvent,
  type RegistrationWords,
} from "../../../../domain/registration/event.ts";
import { type PersonQuestion, personQuestionsFor } from "../../../../domain/registration/person-questions.ts";
import { answerInWords } from "../../../messages/answer-in-words.ts";
import { registrationPeopleMessagesOf } from "../../../messages/registration-people-messages-of.ts";

type QuestionWords = RegistrationWords["questions"][string];

/** The words of a question: the event's own, or ours of what is asked without any. */
export function questionWords(
  { id, field }: PersonQuestion,
  event: RegistrationEvent,
  language: Language,
): QuestionWords | undefined {
  if (field === undefined) return eventWords(event, language).questions[id];
  return { ...registrationPeopleMessagesOf(language).fields[field], options: {} };
}

/** What a person answered, question by question, as readers see it. */
export function personAnswersInWords(
  event: RegistrationEvent,
  answers: Readonly<Record<string, string>>,
  language: Language,
): { readonly label: string; readonly answer: string }[] {
  const places = event.places.map(({ id }) => id);
  return personQuestionsFor(event, places).flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    const words = questionWords(question, event, language);
    return [{ label: words?.label ?? question.id, answer: answerInWords(question, words, answer, language) }];
  });
}

/** What a question is called in a form: with the places at which alone it is asked. */
export function questionLabel(
  question: PersonQuestion,
  event: RegistrationEvent,
  language: Language,
): string {
  const { label = question.id } = questionWords(question, event, language) ?? {};
  const { places } = eventWords(event, language);
  const titles = question.places.map((id) => places[id]?.title ?? id);
  return titles.length > 0 ? `${label} (${titles.join(", ")})` : label;
}
