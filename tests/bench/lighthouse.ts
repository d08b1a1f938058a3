import { runCommand } from "../../infra/cli/console/command.ts";

await runCommand({
  name: "npm run lighthouse",
  summary:
    "Scores one page of every kind with Lighthouse, on a newsroom that is started for it, and names what keeps each below 100.",
  options: {},
  async run() {
    const { withNewsroom } = await import("./open-newsroom.ts");
    const { printScores } = await import("./lighthouse-scores.ts");
    await withNewsroom(({ address }) => printScores(address));
    return 0;
  },
});
