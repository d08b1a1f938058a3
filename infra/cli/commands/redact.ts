import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { requireContent } from "../target/content-folder.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const redactCommand = defineCommand({
  name: "npm run redact",
  summary:
    "Takes words that endanger someone out of what is published, then out of the content and of everything stored. Readers learn only that something was removed for safety.",
  positionals: "[FOLDER…]",
  arguments: [
    [
      "FOLDER",
      "A folder of content, releases/my-release, or site.yaml; without any, wherever the words stand. The words are asked for",
    ],
  ],
  options: {
    with: { type: "string", value: "TEXT", default: "[…]", help: "What stands in their place" },
    yes: { type: "boolean", help: "Does not ask whether to go on" },
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
  },
  examples: [
    "npm run redact",
    "npm run redact -- releases/my-release",
    "npm run redact -- releases/my-release site.yaml --stage prod",
  ],
  async run(values, folders) {
    const chosen = chosenTarget(values);
    const { content, state } = values;
    requireContent(content);
    const { redactPlace } = await import("../redacting/redact-place.ts");
    const places = folders.map((folder) => redactPlace(content, folder));
    const found = await findTarget(chosen);
    const { openTarget } = await import("../target/open-target.ts");
    const target = await openTarget(found);
    const { redact } = await import("../redacting/redact-work.ts");
    const order = { content, state, places: [...new Set(places)], replacement: values.with, yes: values.yes };
    return redact(target, order);
  },
});
