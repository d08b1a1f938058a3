import * as v from "valibot";

/** How a question is answered. */
export const QUESTION_KINDS = ["text", "choice", "several", "yes-no", "number", "date"] as const;

/** A question of the organiser's own. */
export const Question = v.object({
  id: v.string(),
  kind: v.picklist(QUESTION_KINDS),
  required: v.boolean(),
  /** Set where each person is asked it who takes part at its places; else the registration answers it once. */
  asks: v.optional(v.literal("person")),
  /** Ids of the places at which it is asked; all where none are named. */
  places: v.array(v.string()),
  /** Ids of the answers to choose from. */
  options: v.array(v.string()),
  /** Asked only where an earlier question has one of these answers. */
  when: v.optional(v.object({ question: v.string(), is: v.array(v.string()) })),
  /** Days after the event until the answer is erased. */
  keepDays: v.number(),
});
export type Question = v.InferOutput<typeof Question>;

/** What one can choose as an answer; nothing where one writes it. */
export function choicesOf({ kind, options }: Pick<Question, "kind" | "options">): readonly string[] {
  if (kind === "choice" || kind === "several") return options;
  return kind === "yes-no" ? ["yes", "no"] : [];
}

/** The ids that an answer by choice names: several stand with blanks between them. */
export const chosenIn = (answer: string): string[] => answer.split(" ").filter((id) => id !== "");

/** Whether an answer given to `when.question` is one that has this question asked; without a condition it always is. */
export function isAsked({ when }: Pick<Question, "when">, answerTo: (question: string) => string): boolean {
  return when === undefined || chosenIn(answerTo(when.question)).some((id) => when.is.includes(id));
}
