import type { RegistrationEvent } from "../../../../domain/registration/event.ts";
import { answerField } from "../../../../domain/registration/form/form.ts";
import { choicesOf, isAsked, type Question } from "../../../../domain/registration/question.ts";
import type { HiddenInRows, HiddenPart } from "../../../style/hidden-until-chosen.ts";
import { choiceId } from "./fields.tsx";

/** Id of what holds a question, and class of what holds one that is asked of each person. */
export const askedId = (question: string): string => `asked-${question}`;
export const askedClass = (question: string): string => `of-person-${question}`;
/** Class of what stands above the rows about all such questions. */
export const ASKED_CLASS = "of-person";

/** A page with questions, of which some wait for what is chosen on it. */
export interface AskingPage {
  readonly event: RegistrationEvent;
  /** Ids of what chooses one of these places; left out where the places are chosen already. */
  readonly placeInputs?: (places: readonly string[]) => readonly string[];
  /** Ids of the questions that the contact answers on it. */
  readonly shown: readonly string[];
}

/**
 * Questions that a page has to show: what they depend on stands there, too, or has been answered as they want.
 * @param given answers of the registration
 * @param beside ids of other questions on the page
 */
export function askable<Asked extends Question>(
  questions: readonly Asked[],
  given: Readonly<Record<string, string>>,
  beside: readonly string[] = [],
): Asked[] {
  const shown: Asked[] = [];
  for (const question of questions) {
    const parent = question.when?.question;
    const isThere = parent !== undefined && [...beside, ...shown.map(({ id }) => id)].includes(parent);
    if (isThere || isAsked(question, (id) => given[id] ?? "")) shown.push(question);
  }
  return shown;
}

/** Whatever has to be chosen for questions to be asked, that of the questions on which they depend included. */
export const hiddenQuestions = (questions: readonly Question[], page: AskingPage): HiddenPart[] =>
  questions.flatMap((question) =>
    conditionsOf(question, page, page.shown).map((until) => ({ id: askedId(question.id), until })),
  );

/** Whether a page hides a question until something is chosen on it. */
export const awaitsAnswer = (question: Question, page: AskingPage): boolean =>
  hiddenQuestions([question], page).length > 0;

/** The same of what is asked in the row of each person, where it may depend on another answer in the row. */
export function hiddenInRows(questions: readonly Question[], page: AskingPage): HiddenInRows[] {
  const rows = questions.map(({ id }) => id);
  const inRow = (question: Question): HiddenInRows["until"][] => {
    const parent = parentOf(question, page);
    if (!question.when || !parent || !rows.includes(parent.id))
      return conditionsOf(
        question,
        page,
        page.shown.filter((id) => !rows.includes(id)),
      );
    return [
      ...placeCondition(question, page),
      { within: askedClass(parent.id), values: question.when.is },
      ...inRow(parent),
    ];
  };
  const all = { places: [...new Set(questions.flatMap(({ places }) => places))] };
  const isOfPlaces = questions.length > 0 && questions.every(({ places }) => places.length > 0);
  return [
    ...(isOfPlaces ? placeCondition(all, page).map((until) => ({ of: ASKED_CLASS, until })) : []),
    ...questions.flatMap((question) =>
      inRow(question).map((until) => ({ of: askedClass(question.id), until })),
    ),
  ];
}

function conditionsOf(question: Question, page: AskingPage, shown: readonly string[]): (readonly string[])[] {
  const { when } = question;
  const parent = parentOf(question, page);
  return [
    ...placeCondition(question, page),
    ...(when && parent && shown.includes(parent.id)
      ? [when.is.map((id) => answerInputId(parent, id)), ...conditionsOf(parent, page, shown)]
      : []),
  ];
}

const parentOf = ({ when }: Question, { event }: AskingPage): Question | undefined =>
  when && event.questions.find(({ id }) => id === when.question);

const placeCondition = (
  { places }: Pick<Question, "places">,
  { placeInputs }: AskingPage,
): (readonly string[])[] => (placeInputs && places.length > 0 ? [placeInputs(places)] : []);

const answerInputId = (question: Question, answer: string): string =>
  choiceId(answerField(question.id), answer, choicesOf(question)[0] === answer);
