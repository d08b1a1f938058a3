import { join } from "node:path";
import { toInstant } from "../../../functions/domain/instant.ts";
import { openContent } from "../../../functions/workflows/content/open-content.ts";
import { originalsFolder } from "../../../functions/workflows/originals/originals-folder.ts";
import { DEFAULT_STATE } from "../console/folder-options.ts";
import type { ProblemFormat } from "../console/problem-formats.ts";
import { problemLine, problemSummary } from "../console/problem-lines.ts";
import { progressOn } from "../console/publish-words.ts";
import { say } from "../console/say.ts";
import { STAND_IN_ADDRESS } from "../console/stand-in-address.ts";
import { waitingLine } from "./held-lines.ts";

/**
 * Reads all content and prints what is wrong with it.
 * @returns exit code: 1 when a problem is an error
 */
export async function checkFolder(content: string, format: ProblemFormat): Promise<number> {
  const progress = progressOn(process.stderr);
  const { problems, files, held } = await openContent(content, {
    report: progress.report,
    address: STAND_IN_ADDRESS,
    rendering: "0".repeat(32),
    now: toInstant(new Date()),
    cache: ".dateline/check",
    originals: originalsFolder(join(DEFAULT_STATE, "cache")),
  });
  progress.end();
  for (const problem of problems) say(problemLine(problem, format));
  const waiting = held.filter((unit) => unit.problems === 0);
  if (format === "text") for (const unit of waiting) say(waitingLine(unit));
  say(problemSummary(problems, files));
  return problems.some((problem) => problem.severity === "error") ? 1 : 0;
}
