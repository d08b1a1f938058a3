import { defineCommand } from "../console/command-definition.ts";
import { NOTE_OPTIONS, noteExample, requiredNote } from "../console/note-options.ts";
import { say } from "../console/say.ts";
import { LATER_OPTION, ONE_FOLDER, onlyOne, RETIRE_OPTIONS } from "../taking-back/retire-options.ts";
import { requireContent } from "../target/content-folder.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const withdrawCommand = defineCommand({
  name: "npm run withdraw",
  summary:
    "Withdraws a release, an event or a kit: its page stays, marked with your note; lists, feeds and search lose it.",
  positionals: "FOLDER",
  arguments: ONE_FOLDER,
  options: { ...NOTE_OPTIONS, ...RETIRE_OPTIONS, ...LATER_OPTION, ...TARGET_OPTIONS },
  examples: [
    `npm run withdraw -- releases/my-release ${noteExample({ en: "Wrong figures.", ru: "Неверные цифры.", kk: "Сандар қате." })}`,
  ],
  async run(values, folders) {
    const name = onlyOne(folders);
    const note = requiredNote(values);
    const chosen = chosenTarget(values);
    requireContent(values.content);
    if (values.later) {
      const { retireInContent: leave, NEXT_STEPS: NEXT } = await import(
        "../taking-back/retire-in-content.ts"
      );
      const { file } = leave(values, name, { verb: "withdraw", note });
      say(`${file} says that it was withdrawn. ${NEXT}`);
      return 0;
    }
    const found = await findTarget(chosen);
    const { openTarget } = await import("../target/open-target.ts");
    const target = await openTarget(found);
    const { retireNow } = await import("../taking-back/retire-work.ts");
    const { content, state, at } = values;
    return retireNow(target, { content, state, name, verb: "withdraw", note, at });
  },
});
