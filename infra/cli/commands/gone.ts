import { defineCommand } from "../console/command-definition.ts";
import { NOTE_OPTIONS, optionalNote } from "../console/note-options.ts";
import { say } from "../console/say.ts";
import { LATER_OPTION, ONE_FOLDER, onlyOne, RETIRE_OPTIONS } from "../taking-back/retire-options.ts";
import { requireContent } from "../target/content-folder.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const goneCommand = defineCommand({
  name: "npm run gone",
  summary:
    "Takes a release, an event or a kit off for good: every address of it answers 410, and feeds tell it.",
  positionals: "FOLDER",
  arguments: ONE_FOLDER,
  options: { ...NOTE_OPTIONS, ...RETIRE_OPTIONS, ...LATER_OPTION, ...TARGET_OPTIONS },
  examples: ["npm run gone -- releases/my-release"],
  async run(values, folders) {
    const name = onlyOne(folders);
    const note = optionalNote(values);
    const chosen = chosenTarget(values);
    requireContent(values.content);
    if (values.later) {
      const { retireInContent: leave, NEXT_STEPS: NEXT } = await import(
        "../taking-back/retire-in-content.ts"
      );
      const { file, folder } = leave(values, name, { verb: "gone", note });
      say(`${file} says that it is gone. Keep ${folder}: it guards the address. ${NEXT}`);
      return 0;
    }
    const found = await findTarget(chosen);
    const { openTarget } = await import("../target/open-target.ts");
    const target = await openTarget(found);
    const { retireNow } = await import("../taking-back/retire-work.ts");
    const { content, state, at } = values;
    return retireNow(target, { content, state, name, verb: "gone", note, at });
  },
});
