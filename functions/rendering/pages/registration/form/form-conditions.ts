import { placeIn, questionsFor, type RegistrationEvent } from "../../../../domain/registration/event.ts";
import { answerField, FIELDS } from "../../../../domain/registration/form/form.ts";
import { contactQuestionsFor, personQuestionsFor } from "../../../../domain/registration/person-questions.ts";
import type { Question } from "../../../../domain/registration/question.ts";
import { FORM_STYLE } from "../../../style/forms.ts";
import { type HiddenPart, hiddenUntilChosen } from "../../../style/hidden-until-chosen.ts";
import { choiceId, fieldId } from "./fields.tsx";
import type { FormPageFacts, OfferedPlace } from "./form-page-facts.ts";
import { askedId, hiddenInRows, hiddenQuestions } from "./question-conditions.ts";

type Asked = Pick<FormPageFacts, "event" | "places">;

/** Id of a place's box. The first that can be ticked has the one to which the summary of errors links. */
export function placeInputId(places: readonly OfferedPlace[], id: string): string {
  const firstOpen = places.find(({ standing }) => standing === "open")?.id;
  return id === firstOpen ? fieldId(FIELDS.places) : `${fieldId(FIELDS.places)}-${id}`;
}

/** What is asked of the press alone. */
export const PRESS_ID = "press-fields";
/** Where questions stand that have to be answered, and those that may be left open. */
export const QUESTIONS_ID = "questions";
export const OPTIONAL_QUESTIONS_ID = "optional-questions";

/** Ids of the places for the press among those that are shown. */
export const pressPlaces = ({ event, places }: Asked): string[] =>
  places.map(({ id }) => id).filter((id) => placeIn(event, id)?.audience === "press");

/** A question that depends on others depends in the end on this one, which is asked of everyone at its places. */
function rootOf(event: RegistrationEvent, question: Question): Question {
  const parent = event.questions.find(({ id }) => id === question.when?.question);
  return parent ? rootOf(event, parent) : question;
}

/** Whether it stands among those that have to be answered: it has to be itself, or it follows from one that has. */
export const isForced = (event: RegistrationEvent, question: Question): boolean =>
  rootOf(event, question).required;

/** Questions that the contact answers, those about a contact who comes included. */
export function contactsQuestions({ event, places }: Asked): Question[] {
  const shown = places.map(({ id }) => id);
  return [...questionsFor(event, shown), ...contactQuestionsFor(event, shown)];
}

/** Chosen where the contact comes: nobody else is asked about themselves among the questions of the registration. */
const COMES_ID = choiceId(FIELDS.coming, "self", true);

/** The style of the form: what belongs to a place, or follows from an answer, is hidden until that is chosen. */
export function formStyle(facts: Asked): string {
  const { event, places } = facts;
  const shown = places.map(({ id }) => id);
  const inputs = (ids: readonly string[]) =>
    ids.filter((id) => shown.includes(id)).map((id) => placeInputId(places, id));
  const press = pressPlaces(facts);
  const questions = contactsQuestions(facts);
  /** A part of the form in which nothing is asked of everyone is hidden with all that stands in it. */
  const part = (id: string, forced: boolean): HiddenPart[] => {
    const roots = questions.filter((each) => each.when === undefined && each.required === forced);
    if (roots.length === 0) return [];
    const ofPlaces = roots.every((each) => each.places.length > 0);
    return [
      ...(ofPlaces ? [{ id, until: inputs([...new Set(roots.flatMap((each) => each.places))]) }] : []),
      ...(roots.every(({ asks }) => asks === "person") ? [{ id, until: [COMES_ID] }] : []),
    ];
  };
  const page = { event, placeInputs: inputs, shown: questions.map(({ id }) => id) };
  return (
    FORM_STYLE +
    hiddenUntilChosen([
      ...(press.length > 0 ? [{ id: PRESS_ID, until: inputs(press) }] : []),
      ...part(QUESTIONS_ID, true),
      ...part(OPTIONAL_QUESTIONS_ID, false),
      ...hiddenQuestions(questions, page),
      ...questions
        .filter(({ asks }) => asks === "person")
        .map(({ id }) => ({ id: askedId(id), until: [COMES_ID] })),
      ...hiddenInRows(personQuestionsFor(event, shown), page),
    ])
  );
}

/** Ids of fields that open with the questions that may be left open. */
export const answerFieldsOf = (questions: readonly Question[]): ReadonlySet<string> =>
  new Set(questions.map(({ id }) => answerField(id)));
