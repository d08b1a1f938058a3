import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { Question } from "../../../functions/domain/registration/question.ts";
import { eventOf, placeOf } from "./registration-events.ts";

export const ofPerson = (id: string, changes: Partial<Question> = {}): Question => ({
  ...{ id, kind: "text", required: true, places: ["partners"], options: [], keepDays: 7, asks: "person" },
  ...changes,
});

/**
 * An event whose place `partners` asks each person for a position, and lets organisation and address be told; whether
 * they need a visa, and if so when they arrive. Its hall asks the registration whether it brings a car, and no person
 * anything.
 */
export function askingPeople(changes: Partial<RegistrationEvent> = {}): RegistrationEvent {
  const questions: Question[] = [
    { id: "car", kind: "yes-no", required: false, places: [], options: [], keepDays: 90 },
    ofPerson("visa", { kind: "yes-no" }),
    ofPerson("arrival", { kind: "date", when: { question: "visa", is: ["yes"] } }),
  ];
  const event = eventOf(
    [
      placeOf("hall", { capacity: 100 }),
      placeOf("partners", {
        capacity: 100,
        people: { position: "required", organisation: "optional", email: "optional" },
      }),
    ],
    { questions, ...changes },
  );
  const words = Object.fromEntries(
    event.questions.map(({ id, options }) => [
      id,
      {
        label: `About ${id}`,
        purpose: `For ${id}.`,
        options: Object.fromEntries(options.map((each) => [each, `Is ${each}`])),
      },
    ]),
  );
  return { ...event, words: event.words.map((each) => ({ ...each, questions: words })) };
}

/** What a browser sends of one row. */
export const personRow = (n: number, name: string, answers: Record<string, string> = {}) => ({
  [`person-${n}-name`]: name,
  ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [`person-${n}-answer-${id}`, answer])),
});
