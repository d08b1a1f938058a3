import { join } from "node:path";
import { toInstant } from "../../functions/domain/instant.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { openContent } from "../../functions/workflows/content/open-content.ts";
import { originalsFolder } from "../../functions/workflows/originals/originals-folder.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { PROBLEM_FORMATS, problemLine, problemSummary } from "./problem-lines.ts";
import { progressOn } from "./publish-words.ts";
import { STAND_IN_ADDRESS } from "./stand-in-address.ts";
import { DEFAULT_STATE } from "./target-options.ts";

await runCommand({
  name: "npm run check",
  summary: "Finds everything that is wrong with the content files and says where it stands.",
  options: {
    content: CONTENT_OPTION,
    format: {
      type: "string",
      value: "FORMAT",
      help: "text, or github for annotations in a pull request; text",
    },
  },
  async run({ content = "content", format: asked = "text" }) {
    const format = PROBLEM_FORMATS.find((each) => each === asked);
    if (!format)
      throw new Refusal(
        "option-invalid",
        400,
        `There is no format ${asked}.`,
        `The formats are ${PROBLEM_FORMATS.join(" and ")}.`,
      );
    const progress = progressOn(process.stderr);
    const { problems, files } = await openContent(content, {
      report: progress.report,
      address: STAND_IN_ADDRESS,
      rendering: "0".repeat(32),
      now: toInstant(new Date()),
      cache: ".dateline/check",
      originals: originalsFolder(join(DEFAULT_STATE, "cache")),
    });
    progress.end();
    for (const problem of problems) process.stdout.write(`${problemLine(problem, format)}\n`);
    process.stdout.write(`${problemSummary(problems, files)}\n`);
    return problems.some((problem) => problem.severity === "error") ? 1 : 0;
  },
});
