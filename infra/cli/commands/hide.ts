import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { ONE_SUBJECT, oneSubject } from "../console/subject-option.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const hideCommand = defineCommand({
  name: "npm run hide",
  summary:
    "Takes a file or a whole page out of public at once, without asking: every address of it answers 410. For 72 hours it can be shown again as it was.",
  positionals: "WHAT",
  arguments: ONE_SUBJECT,
  options: { ...TARGET_OPTIONS, content: CONTENT_OPTION },
  examples: [
    "npm run hide -- world-day-2020/steppe-at-dawn",
    "npm run hide -- https://newsroom.example.org/en/releases/my-release --stage prod",
  ],
  async run({ content, state, ...values }, names) {
    const what = oneSubject(names);
    const found = await findTarget(chosenTarget({ state, ...values }));
    const { openTarget } = await import("../target/open-target.ts");
    const target = await openTarget(found);
    const { hideNow } = await import("../taking-back/hide-work.ts");
    return hideNow(target, { content, state, what });
  },
});
