import { Refusal } from "../../functions/domain/refusal.ts";
import { runCommand } from "../../infra/cli/console/command.ts";

const BENCHES = [
  ["start", "From process start to the first page: our bundle and a plain one"],
  ["pages", "Processor time of a warm page"],
  ["fresh", "A first `npm start`: to the first page, and until all is published (Linux)"],
  ["emergency", "Taking a release off while others are published: seconds until its addresses answer 410"],
  ["kit", "Files and archive of a media kit, uploaded: speed and memory"],
] as const;
const KNOWN: readonly string[] = BENCHES.map(([name]) => name);
const USUAL = ["start", "pages"];

await runCommand({
  name: "npm run bench",
  summary: "Measures what has a budget. `npx tsx tests/bench/publish.ts` measures publishing.",
  positionals: "[WHAT…]",
  arguments: [...BENCHES, ["", `Without a name: ${USUAL.join(" and ")}`]],
  options: {
    releases: { type: "string", value: "N", default: "300", help: "emergency: releases in the newsroom" },
    gigabytes: {
      type: "string",
      value: "N",
      default: "1",
      help: "kit: of files; needs five times as much of disk",
    },
  },
  examples: [
    "npm run bench",
    "npm run bench -- emergency --releases 2000",
    "npm run bench -- kit --gigabytes 3",
  ],
  async run({ gigabytes, releases }, names) {
    const unknown = names.find((name) => !KNOWN.includes(name));
    if (unknown !== undefined)
      throw invalid(`There is no measurement ${unknown}.`, `There are ${KNOWN.join(", ")}.`);
    if (!(Number(gigabytes) > 0 && Number(gigabytes) <= 1_000))
      throw invalid(`--gigabytes: ${gigabytes} is no size.`, "Give a number from 0.01 to 1000.");
    if (!(Number(releases) >= 200 && Number(releases) <= 20_000))
      throw invalid(`--releases: ${releases} is no number of releases.`, "Give a number from 200 to 20000.");
    const asked = names.length > 0 ? names : USUAL;
    if (asked.includes("start") || asked.includes("pages")) {
      const { withNewsroom } = await import("./open-newsroom.ts");
      await withNewsroom(async (newsroom) => {
        if (asked.includes("start")) {
          console.log("From process start to first page, medians");
          await (await import("./cold-start.ts")).benchColdStart(newsroom);
        }
        if (asked.includes("pages")) {
          console.log("Processor time of a warm page");
          await (await import("./warm-page.ts")).benchWarmPage(newsroom);
        }
      });
    }
    if (asked.includes("fresh")) {
      console.log("A first `npm start`");
      await (await import("./fresh-start.ts")).benchFreshStart();
    }
    if (asked.includes("emergency")) {
      console.log("Until every address of a release answers 410");
      await (await import("./emergency.ts")).benchEmergency(Number(releases));
    }
    if (asked.includes("kit")) {
      console.log(`A media kit of ${gigabytes} GB`);
      await (await import("./kit.ts")).benchKit(Number(gigabytes));
    }
    return 0;
  },
});

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
