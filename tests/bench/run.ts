import { parseArgs } from "node:util";
import { benchColdStart } from "./cold-start.ts";
import { benchFreshStart } from "./fresh-start.ts";
import { benchKit } from "./kit.ts";
import { benchWarmPage } from "./warm-page.ts";

const HELP = `npm run bench [-- start|pages|kit|fresh] [-- --gigabytes N]

  start   from process start to the first page
  pages   processor time of a warm page
  fresh   a first \`npm start\`: to the first page, and until all is published (Linux)
  kit     files and archive of a media kit, uploaded: speed and memory
          --gigabytes N   of files, 1 unless told; needs five times as much of disk

Without a name: start and pages. \`npx tsx tests/bench/publish.ts\` measures publishing.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gigabytes: { type: "string", default: "1" }, help: { type: "boolean" } },
});
const asked = positionals.length > 0 ? positionals : ["start", "pages"];

if (values.help) process.stdout.write(HELP);
else {
  if (asked.includes("start")) {
    console.log("From process start to first page, medians");
    await benchColdStart();
  }
  if (asked.includes("pages")) {
    console.log("\nProcessor time of a warm page");
    await benchWarmPage();
  }
  if (asked.includes("fresh")) {
    console.log("A first `npm start`");
    await benchFreshStart();
  }
  if (asked.includes("kit")) {
    console.log(`A media kit of ${values.gigabytes} GB`);
    await benchKit(Number(values.gigabytes));
  }
}
