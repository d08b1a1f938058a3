import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { NOTE_OPTIONS, noteExample, requiredNote } from "../console/note-options.ts";
import { say } from "../console/say.ts";
import { ONE_FOLDER, onlyOne } from "../taking-back/retire-options.ts";
import { requireContent } from "../target/content-folder.ts";

export const republishCommand = defineCommand({
  name: "npm run republish",
  summary:
    "Takes back that something left: it is as it was, under the same ids, with a correction that says why.",
  positionals: "FOLDER",
  arguments: ONE_FOLDER,
  options: { ...NOTE_OPTIONS, content: CONTENT_OPTION },
  examples: [
    `npm run republish -- releases/my-release ${noteExample({ en: "It was right.", ru: "Всё верно.", kk: "Бәрі дұрыс." })}`,
  ],
  async run(values, folders) {
    const folder = onlyOne(folders);
    const note = requiredNote(values);
    requireContent(values.content);
    const { NEXT_STEPS: NEXT, undoRetirement: takeBack } = await import(
      "../taking-back/retire-in-content.ts"
    );
    const { file } = takeBack(values.content, folder, note);
    say(`${file} says that it stands again, and why. ${NEXT}`);
    return 0;
  },
});
