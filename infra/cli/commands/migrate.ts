import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { say } from "../console/say.ts";
import { requireContent } from "../target/content-folder.ts";

export const migrateCommand = defineCommand({
  name: "npm run migrate",
  summary: "Brings content of a former version up to date, as far as a program can: it writes the questions.",
  positionals: "WHAT",
  arguments: [
    [
      "WHAT",
      "pictures: asks in each YAML file about every picture that is shown and of which nothing is said",
    ],
  ],
  options: {
    content: CONTENT_OPTION,
    "dry-run": { type: "boolean", help: "Says what it would write, and writes nothing" },
  },
  examples: ["npm run migrate -- pictures --dry-run", "npm run migrate -- pictures"],
  async run({ content, "dry-run": dryRun = false }, [what, ...others]) {
    if (what !== "pictures" || others.length > 0)
      throw new Refusal(
        "option-invalid",
        400,
        what === undefined ? "Nothing was named." : `There is no migration ${[what, ...others].join(" ")}.`,
        "The migrations are: pictures. `npm run migrate -- pictures`",
      );
    requireContent(content);
    const { migratePictures } = await import("../publishing/migrate-work.ts");
    const { lines, code } = migratePictures(content, dryRun);
    for (const line of lines) say(line);
    return code;
  },
});
