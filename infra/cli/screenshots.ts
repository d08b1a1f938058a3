import { runCommand } from "./console/command.ts";
import { STATE_OPTION } from "./console/folder-options.ts";
import { runningNewsroom } from "./target/running-newsroom.ts";

await runCommand({
  name: "npm run screenshots",
  summary: "Takes the pictures of docs/screenshots from the newsroom that runs on this machine.",
  options: { state: STATE_OPTION },
  async run({ state }) {
    const { address } = await runningNewsroom(state);
    const { takeScreenshots } = await import("./operating/screenshots-work.ts");
    await takeScreenshots(address);
    return 0;
  },
});
