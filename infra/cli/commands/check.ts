import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { PROBLEM_FORMATS } from "../console/problem-formats.ts";
import { requireContent } from "../target/content-folder.ts";

export const checkCommand = defineCommand({
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
    const { checkFolder } = await import("../publishing/check-work.ts");
    return checkFolder(content, format);
  },
});
