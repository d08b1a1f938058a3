import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { ONE_SUBJECT, oneSubject } from "../console/subject-option.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const unhideCommand = defineCommand({
  name: "npm run unhide",
  summary:
    "Shows again what `npm run hide` took out of public, within 72 hours: the same addresses, the same bytes, and no word of it.",
  positionals: "WHAT",
  arguments: ONE_SUBJECT,
  options: { ...TARGET_OPTIONS, content: CONTENT_OPTION },
  examples: ["npm run unhide -- world-day-2020/steppe-at-dawn"],
  async run({ content, state, ...values }, names) {
    const what = oneSubject(names);
    const found = await findTarget(chosenTarget({ state, ...values }));
    const { openTarget } = await import("../target/open-target.ts");
    const target = await openTarget(found);
    const { unhideNow } = await import("../taking-back/unhide-work.ts");
    return unhideNow(target, { content, state, what });
  },
});
