import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { publishInto, readContent } from "./publish-content.ts";
import { DEFAULT_STATE, openTarget, TARGET_OPTIONS } from "./target-options.ts";

await runCommand({
  name: "npm run publish",
  summary: "Publishes the content: writes the difference to what is published already, and nothing else.",
  options: {
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
    "dry-run": {
      type: "boolean",
      help: "Tells what would be done, and what only history can tell; writes nothing",
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
  run: async (values) => {
    const what = {
      content: values.content ?? "content",
      state: values.state ?? DEFAULT_STATE,
      clock: () => new Date(),
    };
    const target = await openTarget(values);
    const manifest = await readContent(what, target);
    return publishInto(target, manifest, what, {
      dryRun: values["dry-run"],
      removeMissing: values["remove-missing"],
      allowHide: values["allow-hide"],
    });
  },
});
