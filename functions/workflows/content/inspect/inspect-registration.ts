import type { Spot } from "../../../domain/content/problem.ts";
import { victimStemIn } from "../../../domain/content/registration-source.ts";
import { choicesOf } from "../../../domain/registration/question.ts";
import type { Parsed } from "../read/parse-source.ts";
import type { ValidEvent, ValidEventText } from "../read/source-files.ts";
import { suggestion } from "../read/suggestion.ts";
import { inspectPersonQuestions } from "./inspect-person-questions.ts";
import { inspectWords } from "./inspect-words.ts";
import { type Inspection, type Lines, spot, uniqueIds } from "./inspection.ts";

type EventFacts<Whole> = Parsed<Whole, ValidEvent>;
type Question = NonNullable<NonNullable<ValidEvent["registration"]>["questions"]>[number];

/** What one is asked who registers, and where one joins who was confirmed. */
export function inspectRegistration<Whole>(inspection: Inspection, facts: EventFacts<Whole>): void {
  inspectWaysIn(inspection, facts);
  inspectPersonQuestions(inspection, facts);
  const { questions } = facts.sound.registration ?? {};
  const places = facts.mentioned("places");
  if (questions && questions.length > 0 && places.size === 0)
    inspection.problems.error(spot(facts, "registration", "questions"), {
      problem: "there are questions, but no place to register for",
      expected: "places, or no questions",
    });
  uniqueIds(inspection, questions, within(facts, "registration"), "questions");
  questions?.forEach((question, i) => {
    const at = (...path: (string | number)[]) => spot(facts, "registration", "questions", i, ...path);
    refuseVictims(inspection, at("id"), `the id ${question.id}`, question.id);
    inspectOptions(inspection, question, at);
    inspectCondition(inspection, question, questions.slice(0, i), at);
    question.places?.forEach((id, j) => {
      if (!places.has(id))
        inspection.problems.error(at("places", j), {
          problem: `the question ${question.id} is asked at ${id}, which is no place of this event`,
          expected: places.size > 0 ? `one of ${[...places].join(", ")}` : "no places",
          suggestion: suggestion(id, places),
        });
    });
  });
}

function inspectWaysIn<Whole>({ problems }: Inspection, facts: EventFacts<Whole>): void {
  facts.sound.places?.forEach(({ id, mode, audience, approval, joining }, i) => {
    if (joining !== undefined && mode === "in-person")
      problems.error(spot(facts, "places", i, "joining"), {
        problem: `the place ${id} is in person, so nobody joins it online`,
        expected: "joining only with `mode: online`",
      });
    if (audience === "press" && !approval)
      problems.warning(spot(facts, "places", i, "audience"), {
        problem: `the place ${id} is for the press, and everyone who says so is confirmed`,
        expected: "`approval: true`, so that a press officer looks at each registration",
      });
  });
}

/** How a question is answered that has no options. */
const ANSWERED: Record<Exclude<Question["kind"], "choice" | "several">, string> = {
  text: "in one's own words",
  "yes-no": "with yes or no",
  number: "with a number",
  date: "with a date",
};

function inspectOptions(
  { problems }: Inspection,
  { id, kind, options }: Question,
  at: (...path: (string | number)[]) => Spot,
): void {
  const isChosen = kind === "choice" || kind === "several";
  if (isChosen && !options)
    problems.error(at("kind"), {
      problem: `the question ${id} offers nothing to choose from`,
      expected: "options, the names of the answers",
    });
  if (!isChosen && options)
    problems.error(at("options"), {
      problem: `the question ${id} has options, but is answered ${ANSWERED[kind]}`,
      expected: "`kind: choice` or `kind: several`, or no options",
    });
  options?.forEach((option, i) => {
    if (options.indexOf(option) < i)
      problems.error(at("options", i), {
        problem: `the question ${id} offers ${option} twice`,
        expected: "each once",
      });
  });
}

/** On which answers to which earlier question it depends. */
function inspectCondition(
  { problems }: Inspection,
  { id, when }: Question,
  earlier: readonly Question[],
  at: (...path: (string | number)[]) => Spot,
): void {
  if (!when) return;
  const ids = earlier.map((each) => each.id);
  const parent = earlier.find((each) => each.id === when.question);
  if (!parent) {
    problems.error(at("when", "question"), {
      problem: `the question ${id} depends on ${when.question}, which is no question before it`,
      expected: ids.length > 0 ? `one of ${ids.join(", ")}` : "a question that stands before it",
      suggestion: suggestion(when.question, ids),
    });
    return;
  }
  const answers = choicesOf({ kind: parent.kind, options: parent.options ?? [] });
  if (parent.kind === "text" || parent.kind === "number" || parent.kind === "date")
    problems.error(at("when", "question"), {
      problem: `the question ${id} depends on ${parent.id}, which is answered ${ANSWERED[parent.kind]}`,
      expected: "a question of the kind choice, several or yes-no",
    });
  else
    when.is.forEach((answer, i) => {
      if (!answers.includes(answer))
        problems.error(at("when", "is", i), {
          problem: `the question ${id} waits for the answer ${answer}, which ${parent.id} does not have`,
          expected: `one of ${answers.join(", ")}`,
          suggestion: suggestion(answer, answers),
        });
    });
}

/** The words of the questions in one language, and those of their options. */
export function inspectQuestionWords<Whole, WordsWhole>(
  inspection: Inspection,
  facts: EventFacts<Whole>,
  words: Parsed<WordsWhole, ValidEventText>,
): void {
  inspectWords(inspection, facts, words, "questions", facts.mentioned("registration", "questions"));
  for (const [id, { label }] of Object.entries(words.sound.questions ?? {}))
    refuseVictims(inspection, spot(words, "questions", id, "label"), `the label of ${id}`, label);
  for (const question of facts.sound.registration?.questions ?? [])
    if (words.mentioned("questions").has(question.id)) inspectOptionWords(inspection, question, words);
}

function inspectOptionWords<WordsWhole>(
  { problems }: Inspection,
  { id, options = [] }: Question,
  words: Parsed<WordsWhole, ValidEventText>,
): void {
  const said = words.mentioned("questions", id, "options");
  for (const option of options)
    if (!said.has(option))
      problems.error(spot(words, "questions", id), {
        problem: `the question ${id} has no words for its option ${option}`,
        expected: `an entry ${option} under options`,
      });
  for (const option of said)
    if (!options.includes(option))
      problems.error(spot(words, "questions", id, "options", option), {
        problem: `the question ${id} has words for ${option}, which is none of its options`,
        expected: options.length > 0 ? `one of ${options.join(", ")}` : "no options",
        suggestion: suggestion(option, options),
      });
}

function refuseVictims({ problems }: Inspection, at: Spot, what: string, text: string): void {
  const stem = victimStemIn(text);
  if (stem !== undefined)
    problems.error(at, {
      problem: `${what} holds “${stem}”: nobody is asked whether they were trafficked, since a list of those who were would put them in danger`,
      expected: "a question about taking part; who needs something in order to come can say so in the form",
    });
}

/** The lines of what stands under a field. */
function within(lines: Lines, ...field: string[]): Lines {
  return { file: lines.file, lineOf: (path) => lines.lineOf([...field, ...path]) };
}
