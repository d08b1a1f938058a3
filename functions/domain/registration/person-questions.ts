import { isAskedAt, type RegistrationEvent } from "./event.ts";
import type { NamedParticipant } from "./participant.ts";
import { PERSON_FIELDS, type PersonField } from "./person-fields.ts";
import type { Question } from "./question.ts";
import type { Registration, RegistrationContact } from "./registration.ts";

/** What is asked of each person: a question of the event, or a field that needs no words of its own. */
export interface PersonQuestion extends Question {
  readonly field?: PersonField;
}

/** What is asked of each person who takes part at one of these places. */
export function personQuestionsFor(event: RegistrationEvent, places: readonly string[]): PersonQuestion[] {
  const fields = PERSON_FIELDS.flatMap((field): PersonQuestion[] => {
    const chosen = event.places.filter(
      ({ id, people }) => places.includes(id) && people?.[field] !== undefined,
    );
    if (chosen.length === 0) return [];
    return [
      {
        id: field,
        field,
        asks: "person",
        kind: "text",
        required: chosen.some(({ people }) => people?.[field] === "required"),
        places: chosen.length === new Set(places).size ? [] : chosen.map(({ id }) => id),
        options: [],
        keepDays: event.keepDays,
      },
    ];
  });
  const questions = event.questions.filter(
    (question) => question.asks === "person" && isAskedAt(question, places),
  );
  return [...fields, ...questions];
}

/**
 * Those that a contact who comes is asked beside the other questions: where they work, and their address, the form asks
 * them anyway.
 */
export const contactQuestionsFor = (event: RegistrationEvent, places: readonly string[]): PersonQuestion[] =>
  personQuestionsFor(event, places).filter((each) => !isContactsOwn(each));

/** Whether the contact says it of themselves in a field of its own. */
export const isContactsOwn = ({ field }: PersonQuestion): boolean =>
  field === "organisation" || field === "email";

/** Of a place, and whatever else one of its people answered and is still known as a question. */
export function personQuestionsAt(
  event: RegistrationEvent,
  place: string,
  people: readonly NamedParticipant[],
): PersonQuestion[] {
  const asked = personQuestionsFor(event, [place]);
  const ids = new Set(people.flatMap(({ answers = {} }) => Object.keys(answers)));
  const all = personQuestionsFor(
    event,
    event.places.map(({ id }) => id),
  );
  return all.flatMap((question) => {
    const here = asked.find(({ id }) => id === question.id);
    if (here) return [here];
    return ids.has(question.id) ? [{ ...question, required: false }] : [];
  });
}

/** For whom somebody comes, as badges and the door show it: their own organisation, or the contact's. */
export const organisationOf = (
  { answers }: NamedParticipant,
  { outlet, organisation }: RegistrationContact,
): string => answers?.organisation ?? outlet ?? organisation ?? "";

/** People with the answers that a place asks of them, and with no others. */
export function peopleAt(
  event: RegistrationEvent,
  place: string,
  people: readonly NamedParticipant[],
): NamedParticipant[] {
  const ids = new Set(personQuestionsFor(event, [place]).map(({ id }) => id));
  return people.map((person) => {
    if (person.answers === undefined) return person;
    const { answers, ...rest } = person;
    const kept = Object.entries(answers).filter(([id]) => ids.has(id));
    return { ...rest, answers: Object.fromEntries(kept) };
  });
}

/** People of the first booking, with what they answered at any place: until it is confirmed, all places name the same. */
export function peopleOfAll({ bookings }: Pick<Registration, "bookings">): NamedParticipant[] {
  const [first] = bookings;
  return (first?.participants ?? []).map(({ name, badge }, i) => {
    const said = bookings.flatMap(({ participants }) => {
      const same = participants[i];
      return same?.name === name && same.answers ? [same.answers] : [];
    });
    return {
      name,
      ...(badge !== undefined && { badge }),
      ...(said.length > 0 && { answers: Object.assign({}, ...said) as Record<string, string> }),
    };
  });
}
