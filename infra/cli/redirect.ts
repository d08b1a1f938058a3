import { runCommand } from "./command.ts";
import { LEAVE_OPTIONS, leave, NEXT } from "./leave.ts";
import { folderNamed } from "./unit-file.ts";

await runCommand({
  name: "npm run redirect",
  summary: "Sends readers of one release, event or kit to another, for good.",
  positionals: "FOLDER",
  options: {
    to: { type: "string", value: "FOLDER", help: "Where its readers are sent: releases/my-release" },
    ...LEAVE_OPTIONS,
  },
  async run(values, folders) {
    const to = folderNamed(values.content ?? "content", values.to);
    const { file } = leave(values, folders, { verb: "redirect", to });
    process.stdout.write(`${file} leads to ${to}. ${NEXT}\n`);
    return 0;
  },
});
