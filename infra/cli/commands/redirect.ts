import { defineCommand } from "../console/command-definition.ts";
import { say } from "../console/say.ts";
import { named, ONE_FOLDER, onlyOne, RETIRE_OPTIONS } from "../taking-back/retire-options.ts";
import { requireContent } from "../target/content-folder.ts";

export const redirectCommand = defineCommand({
  name: "npm run redirect",
  summary: "Sends readers of one release, event or kit to another, for good.",
  positionals: "FOLDER",
  arguments: ONE_FOLDER,
  options: {
    to: { type: "string", value: "FOLDER", help: "Where its readers are sent: releases/my-release" },
    ...RETIRE_OPTIONS,
  },
  examples: ["npm run redirect -- releases/my-release --to releases/my-new-release"],
  async run(values, folders) {
    const folder = onlyOne(folders);
    const asked = named(values.to, "--to");
    requireContent(values.content);
    const { retireInContent: leave, NEXT_STEPS: NEXT } = await import("../taking-back/retire-in-content.ts");
    const { file, to } = leave(values, folder, { verb: "redirect", to: asked });
    say(`${file} leads to ${to}. ${NEXT}`);
    return 0;
  },
});
