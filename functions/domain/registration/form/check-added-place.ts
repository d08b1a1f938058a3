import type { PlaceAsked } from "../decisions/amend.ts";
import { placeIn, questionsFor, type RegistrationEvent } from "../event.ts";
import { personQuestionsFor } from "../person-questions.ts";
import type { Registration } from "../registration.ts";
import { cleanLine, LONGEST_LINE } from "../text/clean-text.ts";
import { type FieldError, fieldErrors } from "../text/field-error.ts";
import { organisationError } from "../text/name-error.ts";
import { answersTo } from "./check-answers.ts";
import { checkPeople } from "./check-people.ts";
import { FIELDS, type FormValues } from "./form.ts";

export type AddedPlaceValues = Pick<FormValues, "people" | "outlet" | "pressCard" | "answers"> & {
  readonly place: string;
};

export type CheckedPlace =
  | { readonly asked: PlaceAsked; readonly errors?: undefined }
  | { readonly asked?: undefined; readonly errors: readonly FieldError[] };

/** Finds a place that is added to a registration right, as the form would have: with what it asks for that place. */
export function checkAddedPlace(
  { place, people: rows, outlet, pressCard, answers: typed }: AddedPlaceValues,
  event: RegistrationEvent,
  registration: Registration,
): CheckedPlace {
  const { errors, wrong } = fieldErrors();
  const open = questionsFor(event, [place]).filter(({ id }) => registration.answers[id] === undefined);
  const { errors: wrongAnswers, wrong: wrongAnswer } = fieldErrors();
  const answers = answersTo(open, typed, wrongAnswer, registration.answers);
  const { people, errors: wrongPeople } = checkPeople(rows, {
    questions: personQuestionsFor(event, [place]),
    given: { ...registration.answers, ...answers },
    known: [], // a place is new to everyone: what it has to know is asked of each
  });
  const line = (field: string, text: string) => {
    const clean = cleanLine(text);
    if (clean.length > LONGEST_LINE) wrong(field, "too-long", String(LONGEST_LINE));
    return clean;
  };
  const settings = placeIn(event, place);
  if (settings && people.length > settings.capacity)
    wrong(FIELDS.places, "people-over-capacity", String(settings.capacity));
  const isPress = settings?.audience === "press";
  const named = { outlet: line(FIELDS.outlet, outlet), pressCard: line(FIELDS.pressCard, pressCard) };
  const outletError = organisationError(named.outlet);
  if (outletError) wrong(FIELDS.outlet, outletError);
  if (isPress && named.outlet === "" && registration.contact.outlet === undefined)
    wrong(FIELDS.outlet, "outlet-missing");
  const all = [...wrongPeople, ...errors, ...wrongAnswers];
  if (all.length > 0) return { errors: all };
  return {
    asked: {
      place,
      people,
      answers,
      ...(isPress && {
        contact: {
          ...(named.outlet !== "" && { outlet: named.outlet }),
          ...(named.pressCard !== "" && { pressCard: named.pressCard }),
        },
      }),
    },
  };
}
