import { runCommand } from "./command.ts";
import { requireContent } from "./content-folder.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "./target-options.ts";

await runCommand({
  name: "npm run publish",
  summary: "Publishes the content: writes the difference to what is published already, and nothing else.",
  options: {
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
    "dry-run": {
      type: "boolean",
      help: "Shows what would be done, and what only history can show; writes nothing",
    },
    "remove-missing": {
      type: "boolean",
      help: "Takes off what is published and no longer in the folder, instead of refusing",
    },
    "allow-hide": {
      type: "boolean",
      help: "Lets what is public go out of sight until a later publishAt, instead of refusing",
    },
  },
  examples: ["npm run publish -- --dry-run", "npm run publish -- --stage prod"],
  run: async (values) => {
    const chosen = chosenTarget(values);
    requireContent(values.content);
    const found = await findTarget(chosen);
    const { openTarget } = await import("./open-target.ts");
    const target = await openTarget(found);
    const { publishContent } = await import("./publish-content.ts");
    const what = { content: values.content, state: values.state, clock: () => new Date() };
    return publishContent(target, what, {
      dryRun: values["dry-run"],
      removeMissing: values["remove-missing"],
      allowHide: values["allow-hide"],
    });
  },
});
