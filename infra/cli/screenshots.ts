import { runCommand } from "./command.ts";
import { STATE_OPTION } from "./folder-options.ts";
import { runningNewsroom } from "./running-newsroom.ts";

await runCommand({
  name: "npm run screenshots",
  summary: "Takes the pictures of docs/screenshots from the newsroom that runs on this machine.",
  options: { state: STATE_OPTION },
  async run({ state }) {
    const { address } = await runningNewsroom(state);
    const { takeScreenshots } = await import("./screenshots-work.ts");
    await takeScreenshots(address);
    return 0;
  },
});
