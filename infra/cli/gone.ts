import { runCommand } from "./command.ts";
import { requireContent } from "./content-folder.ts";
import { LEAVE_OPTIONS, ONE_FOLDER, onlyOne } from "./leave-options.ts";
import { NOTE_OPTIONS, optionalNote } from "./note-options.ts";

await runCommand({
  name: "npm run gone",
  summary:
    "Takes a release, an event or a kit off for good: every address of it answers 410, and feeds tell it.",
  positionals: "FOLDER",
  arguments: ONE_FOLDER,
  options: { ...NOTE_OPTIONS, ...LEAVE_OPTIONS },
  examples: ["npm run gone -- releases/my-release"],
  async run(values, folders) {
    const name = onlyOne(folders);
    const note = optionalNote(values);
    requireContent(values.content);
    const { leave, NEXT } = await import("./leave.ts");
    const { file, folder } = leave(values, name, { verb: "gone", note });
    process.stdout.write(`${file} says that it is gone. Keep ${folder}: it guards the address. ${NEXT}\n`);
    return 0;
  },
});
