import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { requireContent } from "../target/content-folder.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

const BOTH = new Refusal(
  "option-invalid",
  400,
  "--minor and --redact exclude each other.",
  "--minor publishes the difference, --redact keeps none.",
);

export const publishCommand = defineCommand({
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
    minor: {
      type: "boolean",
      help: "Publishes in the open that a name, an address or a picture of people goes, instead of asking",
    },
    redact: {
      type: "boolean",
      help: "Keeps no version and no difference of it, instead of asking: for someone's safety",
    },
  },
  examples: ["npm run publish -- --dry-run", "npm run publish -- --stage prod"],
  run: async (values) => {
    const chosen = chosenTarget(values);
    if (values.minor && values.redact) throw BOTH;
    requireContent(values.content);
    const found = await findTarget(chosen);
    const { openTarget } = await import("../target/open-target.ts");
    const target = await openTarget(found);
    const { readAnyContent, requireSite } = await import("../publishing/publish-content.ts");
    const { publishAsking } = await import("../publishing/publish-asking.ts");
    const what = { content: values.content, state: values.state, clock: () => new Date() };
    const { "dry-run": dryRun, "remove-missing": removeMissing, "allow-hide": allowHide } = values;
    const permissions = { dryRun, removeMissing, allowHide };
    const manifest = await readAnyContent(what, target);
    const code = await publishAsking(target, manifest, what, permissions, values);
    requireSite(manifest);
    return code;
  },
});
