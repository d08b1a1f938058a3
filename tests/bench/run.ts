import { benchColdStart } from "./cold-start.ts";
import { benchWarmPage } from "./warm-page.ts";

/** `npm run bench`: cold start and warm pages. `npx tsx tests/bench/publish.ts` measures publishing. */
console.log("From process start to first page, medians");
await benchColdStart();
console.log("\nProcessor time of a warm page");
await benchWarmPage();
