import { placeIn, type Question, questionsFor } from "../../../domain/registration/event.ts";
import { FIELDS } from "../../../domain/registration/form.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { type HiddenPart, hiddenUntilChosen } from "../../style/hidden-until-chosen.ts";
import { fieldId } from "./fields.tsx";
import type { FormPageFacts, OfferedPlace } from "./form-page-facts.ts";

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
export const askedId = (question: string): string => `asked-${question}`;

/** Ids of the places for the press among those that are shown. */
export const pressPlaces = ({ event, places }: Asked): string[] =>
  places.map(({ id }) => id).filter((id) => placeIn(event, id)?.audience === "press");

/** The style of the form: what belongs to a place is hidden until the place is chosen. */
export function formStyle(facts: Asked): string {
  const { event, places } = facts;
  const inputs = (ids: readonly string[]) => ids.map((id) => placeInputId(places, id));
  const shown = places.map(({ id }) => id);
  const press = pressPlaces(facts);
  const questions = questionsFor(event, shown).map((question) => ({
    ...question,
    places: question.places.filter((id) => shown.includes(id)),
  }));
  /** A part of the form in which nothing is asked of everyone is hidden with all that stands in it. */
  const part = (id: string, within: readonly Question[]): HiddenPart[] => {
    if (within.length === 0 || within.some(({ places }) => places.length === 0)) return [];
    return [{ id, until: inputs([...new Set(within.flatMap(({ places }) => places))]) }];
  };
  return (
    FORM_STYLE +
    hiddenUntilChosen([
      ...(press.length > 0 ? [{ id: PRESS_ID, until: inputs(press) }] : []),
      ...part(
        QUESTIONS_ID,
        questions.filter(({ required }) => required),
      ),
      ...part(
        OPTIONAL_QUESTIONS_ID,
        questions.filter(({ required }) => !required),
      ),
      ...questions
        .filter(({ places }) => places.length > 0)
        .map(({ id, places }) => ({ id: askedId(id), until: inputs(places) })),
    ])
  );
}
