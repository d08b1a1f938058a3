import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { operatorName } from "../console/operator-name.ts";
import { ONE_SUBJECT, oneSubject } from "../console/subject-option.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const takedownCommand = defineCommand({
  name: "npm run takedown",
  summary:
    "Destroys a file, or all of a page: every stored version of it, every archive that holds it, and what shows it in the content. It cannot be undone.",
  positionals: "WHAT",
  arguments: ONE_SUBJECT,
  options: {
    reason: {
      type: "string",
      value: "TEXT",
      help: "Why, for the record of the press office; readers never see it",
    },
    by: { type: "string", value: "NAME", help: "Who orders it, for the record; the name that git knows" },
    yes: { type: "boolean", help: "Does not ask whether to go on" },
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
  },
  examples: [
    'npm run takedown -- world-day-2020/steppe-at-dawn --reason "consent withdrawn"',
    'npm run takedown -- releases/my-release/photo.jpg --reason "shows a child"',
  ],
  async run({ content, state, reason, by = operatorName(), yes = false, ...values }, names) {
    const what = oneSubject(names);
    if (!reason?.trim()) throw withoutReason();
    const found = await findTarget(chosenTarget({ state, ...values }));
    const { openTarget } = await import("../target/open-target.ts");
    const target = await openTarget(found);
    const { runTakedown: takeDown } = await import("../taking-back/takedown-work.ts");
    return takeDown(target, { content, state, what, reason, by, yes });
  },
});

function withoutReason(): Refusal {
  return new Refusal(
    "option-invalid",
    400,
    "A takedown needs a reason.",
    'Such as: npm run takedown -- world-day-2020/steppe-at-dawn --reason "consent withdrawn".',
  );
}
