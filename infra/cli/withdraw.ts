import { runCommand } from "./command.ts";
import { LEAVE_OPTIONS, leave, NEXT } from "./leave.ts";
import { NOTE_OPTIONS, requiredNote } from "./note-options.ts";

await runCommand({
  name: "npm run withdraw",
  summary:
    "Withdraws a release, an event or a kit: its page stays, marked with your note; lists, feeds and search lose it.",
  positionals: "FOLDER",
  options: { ...NOTE_OPTIONS, ...LEAVE_OPTIONS },
  async run(values, folders) {
    const { file } = leave(values, folders, { verb: "withdraw", note: requiredNote(values) });
    process.stdout.write(`${file} says that it was withdrawn. ${NEXT}\n`);
    return 0;
  },
});
