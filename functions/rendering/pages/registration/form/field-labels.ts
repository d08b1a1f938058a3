import type { Language } from "../../../../domain/language.ts";
import { eventWords, type RegistrationEvent } from "../../../../domain/registration/event.ts";
import {
  answerField,
  FIELDS,
  personAnswerField,
  personField,
} from "../../../../domain/registration/form/form.ts";
import { LARGEST_BOOKING } from "../../../../domain/registration/participant.ts";
import { personQuestionsFor } from "../../../../domain/registration/person-questions.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { questionWords } from "./question-words.ts";

/** What the fields of the form are called, those of the event's own questions included. */
export function fieldLabels(
  event: RegistrationEvent,
  language: Language,
): (field: string) => string | undefined {
  const { form } = registrationMessagesOf(language);
  const people = Array.from({ length: LARGEST_BOOKING }, (_, i) => i + 1).flatMap((n) => [
    [personField(n, "name"), form.person(n)] as const,
    [personField(n, "badge"), `${form.person(n)}, ${form.badge}`] as const,
  ]);
  const questions = Object.entries(eventWords(event, language).questions).map(
    ([id, { label }]) => [answerField(id), label] as const,
  );
  const asked = personQuestionsFor(
    event,
    event.places.map(({ id }) => id),
  ).flatMap((question) => {
    const label = questionWords(question, event, language)?.label ?? question.id;
    const rows = Array.from(
      { length: LARGEST_BOOKING },
      (_, i) => [personAnswerField(i + 1, question.id), `${form.person(i + 1)}, ${label}`] as const,
    );
    return [[answerField(question.id), label] as const, ...rows];
  });
  const labels = new Map<string, string>([
    [FIELDS.name, form.name],
    [FIELDS.phone, form.phone],
    [FIELDS.organisation, form.organisation],
    [FIELDS.outlet, form.outlet],
    [FIELDS.pressCard, form.pressCard],
    [FIELDS.badge, form.ownBadge],
    [FIELDS.delegation, form.delegation],
    [FIELDS.needs, form.access],
    ...people,
    ...asked,
    ...questions,
  ]);
  return (field) => labels.get(field);
}
