import type { Booking } from "../../../domain/registration/booking.ts";
import { isLiveAt } from "../../../domain/registration/booking.ts";
import { questionsFor, type RegistrationEvent } from "../../../domain/registration/event.ts";
import {
  type PersonQuestion,
  personQuestionsAt,
  personQuestionsFor,
} from "../../../domain/registration/person-questions.ts";
import type { Question } from "../../../domain/registration/question.ts";
import { isUnverified, type Registration } from "../../../domain/registration/registration.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { hiddenUntilChosen } from "../../style/hidden-until-chosen.ts";
import type { PageContext } from "../frame/page-context.ts";
import { fieldId } from "./form/fields.tsx";
import { type AskingPage, askable, hiddenInRows, hiddenQuestions } from "./form/question-conditions.ts";
import { PLACE_FIELD, type RegistrationPageFacts } from "./registration-page-facts.ts";

interface Asking {
  readonly event: RegistrationEvent;
  readonly registration: Registration;
}

/** What the people of a booking are asked, and what they have answered. */
export function questionsOfPeople({ event, registration }: Asking, booking: Booking): PersonQuestion[] {
  const { participants } = booking;
  const all = personQuestionsAt(event, booking.place, participants);
  const asked = askable(all, registration.answers);
  return all.filter(
    (each) => asked.includes(each) || participants.some(({ answers }) => answers?.[each.id] !== undefined),
  );
}

/** The same of a submission, at all of its places. */
export const questionsOfSubmission = ({ event, registration }: Asking): PersonQuestion[] =>
  askable(
    personQuestionsFor(
      event,
      registration.bookings.map(({ place }) => place),
    ),
    registration.answers,
  );

/** What the form for one more place can ask, and is not known yet. */
export interface AddedQuestions {
  readonly places: readonly string[];
  /** Of the registration. */
  readonly open: readonly Question[];
  readonly ofPeople: readonly PersonQuestion[];
  readonly page: AskingPage;
}

export function addedQuestions(
  { event, registration, available }: Asking & Pick<RegistrationPageFacts, "available">,
  now: PageContext["now"],
): AddedQuestions {
  const places = available.filter((id) =>
    registration.bookings.every((booking) => booking.place !== id || !isLiveAt(booking, now)),
  );
  const { answers } = registration;
  const open = askable(
    questionsFor(event, places).filter(({ id }) => answers[id] === undefined),
    answers,
  );
  const ids = open.map(({ id }) => id);
  const placeInputs = (asking: readonly string[]) =>
    asking.filter((id) => places.includes(id)).map(addedPlaceId);
  return {
    places,
    open,
    ofPeople: askable(personQuestionsFor(event, places), answers, ids),
    page: { event, placeInputs, shown: ids },
  };
}

/** Id of a place in the list from which one is added. */
export const addedPlaceId = (place: string): string => `${fieldId(PLACE_FIELD)}-${place}`;

/** The style of the page of a registration: what is not asked yet is hidden in the form for one more place and in rows. */
export function registrationStyle({ now }: PageContext, facts: RegistrationPageFacts): string {
  const { event, registration } = facts;
  const { open, ofPeople, page } = addedQuestions(facts, now);
  const known = [
    ...(isUnverified(registration) ? questionsOfSubmission(facts) : []),
    ...registration.bookings.flatMap((booking) => questionsOfPeople(facts, booking)),
  ];
  const inRows = [...new Map(known.map((each) => [each.id, each])).values()];
  const parts = [
    ...hiddenQuestions(open, page),
    ...hiddenInRows(ofPeople, page),
    ...hiddenInRows(inRows, { event, shown: [] }),
  ];
  const each = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return FORM_STYLE + hiddenUntilChosen([...each.values()]);
}
