import { LANGUAGE_NAMES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Holding } from "../../storage/newsroom/ledger.ts";
import type { ManifestUnit } from "../manifest.ts";
import { personalRemovals } from "./changes/personal-removals.ts";
import { kindInWords, type RemovedDetail } from "./changes/removal-answer.ts";
import type { Writing } from "./commit.ts";

/**
 * Whether a unit changes in the open. What takes a personal detail away asks first, before anything of it is written:
 * the difference would show what was to disappear. What leaves does not wait for an answer, and leaves no difference.
 *
 * @returns `untold` where no version and no difference is to be kept; Refusal `removal-unanswered`
 */
export async function answeredRemoval(
  { run }: Writing,
  unit: ManifestUnit,
  before: (path: string) => Holding | undefined,
): Promise<"told" | "untold" | Refusal> {
  if (unit.stored || unit.untold) return unit.untold ? "untold" : "told";
  const { id, folder } = unit;
  const { details, isForSafety } = await personalRemovals(run.writer, unit, { now: run.now(), before });
  if (details.length === 0) return "told";
  const answer =
    isForSafety || unit.left ? "safety" : await run.answerRemoval?.({ unit: id, folder, details });
  if (answer === undefined) return unanswered(folder, details);
  if (answer === "safety") run.report({ kind: "untold", folder });
  return answer === "safety" ? "untold" : "told";
}

/** `a name and a telephone number (English, Русский)`: what disappears, without the words. */
function kindsOf(details: readonly RemovedDetail[]): string {
  const kinds = [...new Set(details.map(({ kind }) => kindInWords(kind)))];
  const languages = [...new Set(details.map(({ language }) => LANGUAGE_NAMES[language]))];
  const last = kinds.pop();
  const named = kinds.length > 0 ? `${kinds.join(", ")} and ${last}` : last;
  return `${named} (${languages.join(", ")})`;
}

/** The words themselves stand in no message: logs keep those. */
function unanswered(folder: string, details: readonly RemovedDetail[]): Refusal {
  return new Refusal(
    "removal-unanswered",
    409,
    `${folder} would lose ${kindsOf(details)}, and nobody said whether that is a correction or for safety; it stays as it is.`,
    "`npm run publish` at a terminal shows it and asks; --minor publishes the difference, --redact keeps none.",
  );
}
