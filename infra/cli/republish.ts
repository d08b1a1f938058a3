import { Refusal } from "../../functions/domain/refusal.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { NEXT, onlyOne } from "./leave.ts";
import { NOTE_OPTIONS, requiredNote } from "./note-options.ts";
import { openUnitFile, saveUnitFile, timeIn } from "./unit-file.ts";

await runCommand({
  name: "npm run republish",
  summary:
    "Takes back that something left: it is as it was, under the same ids, with a correction that says why.",
  positionals: "FOLDER",
  options: { ...NOTE_OPTIONS, content: CONTENT_OPTION },
  async run(values, folders) {
    const note = requiredNote(values);
    const unit = openUnitFile(values.content ?? "content", onlyOne(folders));
    const { yaml, folder, file } = unit;
    if (!yaml.has("leaving"))
      throw new Refusal("option-invalid", 409, `${folder} has not left.`, "There is nothing to take back.");
    yaml.delete("leaving");
    const correction = yaml.createNode({ at: timeIn(unit, undefined, new Date()), note });
    if (yaml.has("corrections")) yaml.addIn(["corrections"], correction);
    else yaml.set("corrections", yaml.createNode([correction]));
    saveUnitFile(unit);
    process.stdout.write(`${file} says that it stands again, and why. ${NEXT}\n`);
    return 0;
  },
});
