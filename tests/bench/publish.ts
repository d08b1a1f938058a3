import { Refusal } from "../../functions/domain/refusal.ts";
import { runCommand } from "../../infra/cli/console/command.ts";

const USUAL = ["2000", "10000"];

await runCommand({
  name: "npx tsx tests/bench/publish.ts",
  summary:
    "Measures how long publishing takes and how much memory, with an archive of each size: all of it, one change, nothing.",
  options: {
    releases: {
      type: "string",
      multiple: true,
      value: "N",
      help: `Releases in the archive; ${USUAL.join(" and ")}`,
    },
  },
  examples: ["npx tsx tests/bench/publish.ts --releases 2000 --releases 10000"],
  async run({ releases }) {
    const counts = releases.length > 0 ? releases : USUAL;
    const wrong = counts.find((count) => !/^[1-9]\d{0,5}$/.test(count));
    if (wrong !== undefined)
      throw new Refusal(
        "option-invalid",
        400,
        `--releases: ${wrong} is no number of releases.`,
        "Give one up to 999999.",
      );
    const { benchPublishing } = await import("./publishing.ts");
    for (const count of counts) await benchPublishing(Number(count));
    return 0;
  },
});
