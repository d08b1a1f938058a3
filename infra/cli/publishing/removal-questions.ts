import type {
  AnswerRemoval,
  PersonalRemoval,
  RemovalAnswer,
} from "../../../functions/workflows/publish/changes/removal-answer.ts";
import type { Questions } from "../console/questions.ts";
import { REMOVAL_QUESTION_HINT, removalInWords } from "./removal-words.ts";

/**
 * Asks about each unit.
 * @returns the answers, for exactly what was asked: what has changed since is refused
 */
export async function askedOf(
  { chosen }: Pick<Questions, "chosen">,
  asked: readonly PersonalRemoval[],
  show: (text: string) => void,
): Promise<AnswerRemoval> {
  const answers = new Map<string, RemovalAnswer>();
  for (const removal of asked) {
    show(removalInWords(removal));
    const answer = await chosen(REMOVAL_QUESTION_HINT, ["correction", "safety"] as const);
    if (answer) answers.set(JSON.stringify(removal), answer);
  }
  return async (removal) => answers.get(JSON.stringify(removal));
}
