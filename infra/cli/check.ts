import { Refusal } from "../../functions/domain/refusal.ts";
import { runCommand } from "./command.ts";
import { requireContent } from "./content-folder.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { PROBLEM_FORMATS } from "./problem-formats.ts";

await runCommand({
  name: "npm run check",
  summary: "Finds everything that is wrong with the content files and names file and line of each problem.",
  options: {
    content: CONTENT_OPTION,
    format: {
      type: "string",
      value: "FORMAT",
      default: "text",
      help: "text, or github for annotations in a pull request",
    },
  },
  examples: ["npm run check", "npm run check -- --format github"],
  async run({ content, format: asked }) {
    const format = PROBLEM_FORMATS.find((each) => each === asked);
    if (!format)
      throw new Refusal(
        "option-invalid",
        400,
        `There is no format ${asked}.`,
        `The formats are ${PROBLEM_FORMATS.join(" and ")}.`,
      );
    requireContent(content);
    const { checkFolder } = await import("./check-work.ts");
    return checkFolder(content, format);
  },
});
