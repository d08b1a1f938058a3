import {
  MOST_ASKED_AT_ALL_PLACES,
  MOST_ASKED_OF_A_PERSON,
  PERSON_FIELDS,
} from "../../../domain/registration/person-fields.ts";
import type { Parsed } from "../read/parse-source.ts";
import type { ValidEvent } from "../read/source-files.ts";
import { type Inspection, spot } from "./inspection.ts";

type EventFacts<Whole> = Parsed<Whole, ValidEvent>;
type Question = NonNullable<NonNullable<ValidEvent["registration"]>["questions"]>[number];

/** What each person is asked: how much of it, under which names, and on what it depends. */
export function inspectPersonQuestions<Whole>(inspection: Inspection, facts: EventFacts<Whole>): void {
  const { places = [], registration } = facts.sound;
  const questions = registration?.questions ?? [];
  const fields = PERSON_FIELDS.filter((field) => places.some(({ people }) => people?.[field] !== undefined));
  inspectAllPlaces(inspection, facts);
  let asked = fields.length;
  questions.forEach((question, i) => {
    const at = (...path: string[]) => spot(facts, "registration", "questions", i, ...path);
    const { id } = question;
    if (fields.some((field) => field === id))
      inspection.problems.error(at("id"), {
        problem: `the question ${id} is called as what \`people\` of a place asks`,
        expected: "another id",
      });
    if (question.asks === "person" && ++asked > MOST_ASKED_OF_A_PERSON)
      inspection.problems.error(at("asks"), {
        problem: `the question ${id} is thing number ${asked} that each person is asked`,
        expected: `at most ${MOST_ASKED_OF_A_PERSON} with \`asks: person\` and in \`people\` of the places together`,
      });
    inspectDependence(inspection, question, { earlier: questions.slice(0, i), at: at("when", "question") });
  });
}

function inspectAllPlaces<Whole>({ problems }: Inspection, facts: EventFacts<Whole>): void {
  const { places = [], registration } = facts.sound;
  const questions = (registration?.questions ?? []).filter(({ asks }) => asks === "person");
  const asked = places.map(
    ({ id, people = {} }) =>
      Object.keys(people).length + questions.filter((each) => each.places?.includes(id) ?? true).length,
  );
  const all = asked.reduce((sum, n) => sum + n, 0);
  if (all > MOST_ASKED_AT_ALL_PLACES)
    problems.error(spot(facts, "places"), {
      problem: `the places together ask ${all} things of a person who comes to each of them`,
      expected: `at most ${MOST_ASKED_AT_ALL_PLACES}, counted at every place at which they are asked`,
    });
}

/** Answers of people are no answers of the registration, and one that was not asked somewhere cannot be waited for there. */
function inspectDependence(
  { problems }: Inspection,
  { id, asks, when, places }: Question,
  { earlier, at }: { earlier: readonly Question[]; at: ReturnType<typeof spot> },
): void {
  const parent = earlier.find((each) => each.id === when?.question);
  if (parent?.asks !== "person") return;
  if (asks !== "person")
    problems.error(at, {
      problem: `the question ${id} is asked once, and depends on ${parent.id}, which each person answers otherwise`,
      expected: `\`asks: person\`, or a question of the registration`,
    });
  const missing = parent.places && (places ?? ["every place"]).find((each) => !parent.places?.includes(each));
  if (missing !== undefined)
    problems.error(at, {
      problem: `the question ${id} depends on ${parent.id}, which is not asked at ${missing}`,
      expected: `the places of ${parent.id}: ${parent.places?.join(", ")}`,
    });
}
