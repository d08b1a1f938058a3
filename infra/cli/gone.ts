import { runCommand } from "./command.ts";
import { LEAVE_OPTIONS, leave, NEXT } from "./leave.ts";
import { NOTE_OPTIONS, optionalNote } from "./note-options.ts";

await runCommand({
  name: "npm run gone",
  summary:
    "Takes a release, an event or a kit off for good: every address of it answers 410, and feeds tell it.",
  positionals: "FOLDER",
  options: { ...NOTE_OPTIONS, ...LEAVE_OPTIONS },
  async run(values, folders) {
    const { file, folder } = leave(values, folders, { verb: "gone", note: optionalNote(values) });
    process.stdout.write(`${file} says that it is gone. Keep ${folder}: it guards the address. ${NEXT}\n`);
    return 0;
  },
});
