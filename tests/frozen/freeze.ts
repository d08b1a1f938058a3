import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../functions/domain/refusal.ts";
import { runCommand } from "../../infra/cli/console/command.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");

await runCommand({
  name: "npm run freeze",
  summary:
    "Keeps what this version stores after a story of publications, registrations and early access, every public answer to it, and what opens its links, so that later versions are tested with it. Run it once, on the commit that is released.",
  positionals: "VERSION",
  arguments: [["VERSION", "Of this state of the code: 0.2"]],
  options: {},
  examples: ["npm run freeze -- 0.2"],
  async run(_, [version = "", ...more]) {
    if (!/^\d+\.\d+$/.test(version) || more.length > 0)
      throw new Refusal("option-invalid", 400, "One version is needed.", "Name it: `npm run freeze -- 0.2`.");
    const folder = join(FIXTURES, version);
    if (existsSync(folder))
      throw new Refusal(
        "option-invalid",
        400,
        `Version ${version} is frozen already.`,
        "What a version stored never changes: name the next one.",
      );
    const { freeze } = await import("./freeze/freeze-version.ts");
    await freeze(folder);
    return 0;
  },
});
