import { Refusal } from "../../../functions/domain/refusal.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import {
  type PersonQuestion,
  personQuestionsFor,
} from "../../../functions/domain/registration/person-questions.ts";

/**
 * What may be said of each person at these places. Nothing has to be: the desk knows what it has been told.
 * @throws Refusal `option-invalid` where something else is said
 */
export function questionsAtDesk(
  event: RegistrationEvent,
  places: readonly string[],
  said: ReadonlyMap<string, Readonly<Record<string, string>>>,
): PersonQuestion[] {
  const questions = personQuestionsFor(event, places).map((each) => ({ ...each, required: false }));
  const ids = questions.map(({ id }) => id);
  const unknown = [...said.values()].flatMap((each) => Object.keys(each)).find((id) => !ids.includes(id));
  if (unknown === undefined) return questions;
  throw new Refusal(
    "option-invalid",
    400,
    `--answer: nobody is asked for ${unknown} here.`,
    ids.length === 0 ? "This place asks nothing of each person." : `Give one of ${ids.join(", ")}.`,
  );
}
