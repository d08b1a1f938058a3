import { DEFAULT_LANGUAGE, isLanguage } from "../../language.ts";
import { addressError } from "../address.ts";
import type { Submission } from "../decisions/submit.ts";
import { placeIn, questionsFor, type RegistrationEvent } from "../event.ts";
import { LARGEST_BOOKING } from "../participant.ts";
import { personQuestionsFor } from "../person-questions.ts";
import { cleanLine } from "../text/clean-text.ts";
import { type FieldError, fieldErrors } from "../text/field-error.ts";
import { answersTo } from "./check-answers.ts";
import { checkContactDetails, checkContactName } from "./check-contact.ts";
import { checkNeeds } from "./check-needs.ts";
import { peopleOf } from "./check-people.ts";
import { FIELDS, type FormValues } from "./form.ts";

export type CheckedForm =
  | { readonly submission: Omit<Submission, "id">; readonly errors?: undefined }
  | { readonly submission?: undefined; readonly errors: readonly FieldError[] };

/**
 * Validates the form. Returns the submission, or every error in the order of the fields.
 * @param available ids of the places that one can register for now
 */
export function checkForm(
  values: FormValues,
  event: RegistrationEvent,
  available: readonly string[],
): CheckedForm {
  const { errors, wrong } = fieldErrors();

  const places = [...new Set(values.places)];
  if (places.length === 0) wrong(FIELDS.places, "place-missing");
  else if (places.some((id) => !available.includes(id))) wrong(FIELDS.places, "place-unavailable");

  const name = checkContactName(values.name, wrong);
  const email = cleanLine(values.email);
  const wrongEmail = addressError(email);
  if (wrongEmail) wrong(FIELDS.email, wrongEmail);
  const isPress = places.some((id) => placeIn(event, id)?.audience === "press");
  const details = checkContactDetails(values, isPress ? "needed" : "none", wrong);

  const { errors: wrongAnswers, wrong: wrongAnswer } = fieldErrors();
  const answers = answersTo(questionsFor(event, places), values.answers, wrongAnswer);
  const questions = personQuestionsFor(event, places);
  const people = peopleOf(values, name, wrong, { questions, given: answers });
  const smallest = Math.min(...places.map((id) => placeIn(event, id)?.capacity ?? LARGEST_BOOKING));
  if (people.length <= LARGEST_BOOKING && people.length > smallest)
    wrong(FIELDS.places, "people-over-capacity", String(smallest));
  errors.push(...wrongAnswers);
  const needs = checkNeeds(values, wrong);
  if (!values.agree) wrong(FIELDS.agree, "agree-missing");
  if (errors.length > 0) return { errors };
  return {
    submission: {
      language: isLanguage(values.language) ? values.language : DEFAULT_LANGUAGE,
      contact: { name, email, ...details },
      places,
      people,
      answers,
      ...(needs !== "" && { needs }),
    },
  };
}
