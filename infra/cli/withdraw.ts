import { runCommand } from "./command.ts";
import { requireContent } from "./content-folder.ts";
import { LEAVE_OPTIONS, ONE_FOLDER, onlyOne } from "./leave-options.ts";
import { NOTE_OPTIONS, requiredNote } from "./note-options.ts";

await runCommand({
  name: "npm run withdraw",
  summary:
    "Withdraws a release, an event or a kit: its page stays, marked with your note; lists, feeds and search lose it.",
  positionals: "FOLDER",
  arguments: ONE_FOLDER,
  options: { ...NOTE_OPTIONS, ...LEAVE_OPTIONS },
  examples: [
    'npm run withdraw -- releases/my-release --note-en "Wrong figures." --note-ru "Неверные цифры." --note-kk "Сандар қате."',
  ],
  async run(values, folders) {
    const folder = onlyOne(folders);
    const note = requiredNote(values);
    requireContent(values.content);
    const { leave, NEXT } = await import("./leave.ts");
    const { file } = leave(values, folder, { verb: "withdraw", note });
    process.stdout.write(`${file} says that it was withdrawn. ${NEXT}\n`);
    return 0;
  },
});
